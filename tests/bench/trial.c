#include "bench/trial.h"
#include "base/memory.h"
#include "bench/figures.h"
#include "bench/offices.h"
#include "check.h"
#include "e2e/terminal_state.h"
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ---- starting ---- */

static pid_t spawn(const struct launch *launch, int line, int marks) {
    pid_t process;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < LAUNCH_IDLE_FD; fd++)
        posix_spawn_file_actions_adddup2(&actions, line, fd);
    posix_spawn_file_actions_adddup2(&actions, marks, LAUNCH_IDLE_FD);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    int rc = posix_spawn(&process, launch->arguments[0], &actions, &attributes, launch->arguments,
                         launch->environment);
    assert_return_code(rc, rc);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return process;
}

/* Whatever it writes is read, until it is gone and nobody has the line any more. */
static void see_off(pid_t process, int master) {
    char bytes[4096];
    assert_int_equal(write(master, "Q", 1), 1);
    while (read(master, bytes, sizeof bytes) > 0)
        ;
    int status;
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_int_equal(status, 0);
}

double trial_start(const struct launch *launch) {
    int master, line, marks[2];
    char mark[16];
    const struct winsize size = {.ws_row = 24, .ws_col = 80};
    assert_return_code(openpty(&master, &line, NULL, NULL, &size), errno);
    assert_return_code(pipe2(marks, O_CLOEXEC), errno);
    fcntl(master, F_SETFD, FD_CLOEXEC);
    double before = milliseconds_now();
    pid_t process = spawn(launch, line, marks[1]);
    close(marks[1]);
    bool marked = read(marks[0], mark, sizeof mark) > 0;
    double after = milliseconds_now();
    assert_true(marked);
    close(line);
    see_off(process, master);
    close(marks[0]);
    close(master);
    return after - before;
}

/* ---- what the kernel knows ---- */

/* "RssAnon:	    1234 kB" */
static double status_field(int process, const char *name) {
    char path[64], line[256];
    double value = -1;
    snprintf(path, sizeof path, "/proc/%d/status", process);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            value = (double)strtol(line + strlen(name), NULL, 10);
    if (file)
        fclose(file);
    return value;
}

double trial_anonymous(int process) {
    return status_field(process, "RssAnon:");
}

struct trial_memory trial_memory(const struct terminal *terminal) {
    return (struct trial_memory){
        .anonymous = trial_anonymous(terminal->program),
        .mapped = status_field(terminal->program, "RssFile:"),
        .peak = status_field(terminal->program, "VmHWM:"),
    };
}

double trial_processor(const struct terminal *terminal) {
    clockid_t clock;
    struct timespec taken;
    assert_int_equal(clock_getcpuclockid(terminal->program, &clock), 0);
    assert_return_code(clock_gettime(clock, &taken), errno);
    return (double)taken.tv_sec * 1e6 + (double)taken.tv_nsec / 1e3;
}

/* ---- what valgrind counts ---- */

static double counted(const char *path) {
    char line[256];
    double total = -1;
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "totals: ", strlen("totals: ")) == 0)
            total = strtod(line + strlen("totals: "), NULL);
    if (file)
        fclose(file);
    assert_true(total > 0);
    return total;
}

double trial_instructions(const struct terminal_setup *setup, trial_keys *keys) {
    const char *arguments[LAUNCH_ARGUMENTS_MAX] = {"valgrind", "-q", "--tool=callgrind"};
    int count = 3;
    struct buf option = {0};
    char *path = bench_path("callgrind.out");
    buf_printf(&option, "--callgrind-out-file=%s", path);
    arguments[count++] = option.data;
    arguments[count++] = setup->program ? setup->program : getenv("TRIWULAN_PROGRAM");
    for (const char *const *at = setup->arguments; at && *at; at++)
        arguments[count++] = *at;
    struct terminal_setup counting = *setup;
    counting.program = "/usr/bin/env";
    counting.arguments = arguments;
    struct terminal *terminal = terminal_open(&counting);
    if (keys)
        keys(terminal);
    terminal_type(terminal, "Q");
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
    double total = counted(path);
    buf_release(&option);
    free(path);
    return total;
}
