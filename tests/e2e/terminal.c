#include "base/memory.h"
#include "base/utf8.h"
#include "check.h"
#include "e2e/launch.h"
#include "e2e/terminal_state.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { READ_SIZE = 65536 };

/* Written by us on the program's side: once it comes out of the line, all that was written before is out. The
 * idle mark alone does not tell, since the kernel passes a line's bytes on a little later. */
static const char PASSED[] = "\033_passed\033\\";

/* --- The program's side --- */

/* Both ends of what connects us. */
struct line {
    int master, program_side;
    int marks[2], report[2];
};

static sigset_t watched_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCHLD);
    return set;
}

static _Noreturn void become_program(const struct launch *launch, const struct line *line) {
    sigset_t set = watched_signals();
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(line->program_side, getpid());
    signal(SIGTTOU, SIG_DFL);
    for (int fd = 0; fd < LAUNCH_IDLE_FD; fd++)
        dup2(line->program_side, fd);
    if (line->marks[1] == LAUNCH_IDLE_FD)
        fcntl(LAUNCH_IDLE_FD, F_SETFD, 0);
    else
        dup2(line->marks[1], LAUNCH_IDLE_FD);
    close_range(LAUNCH_IDLE_FD + 1, ~0U, 0);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    execve(launch->arguments[0], launch->arguments, launch->environment);
    dprintf(STDERR_FILENO, "%s: %s\r\n", launch->arguments[0], strerror(errno));
    _exit(127);
}

static void report(int fd, int value) {
    if (write(fd, &value, sizeof value) != sizeof value)
        _exit(EXIT_FAILURE);
}

/* The shell's part: owns the session, hands the line to the program, passes a hang-up on, reports its states.
 */
static _Noreturn void watch(const struct launch *launch, const struct line *line) {
    sigset_t set = watched_signals();
    sigprocmask(SIG_BLOCK, &set, NULL);
    signal(SIGHUP, SIG_DFL); /* nohup has it ignored, and the program would inherit that */
    setsid();
    ioctl(line->program_side, TIOCSCTTY, 0);
    pid_t program = fork();
    if (program == 0)
        become_program(launch, line);
    close(line->marks[1]);
    close(line->program_side);
    report(line->report[1], program);
    for (;;) {
        int status;
        if (sigwaitinfo(&set, NULL) == SIGHUP)
            kill(-program, SIGHUP);
        while (waitpid(program, &status, WUNTRACED | WNOHANG) > 0) {
            report(line->report[1], status);
            if (!WIFSTOPPED(status))
                _exit(EXIT_SUCCESS);
        }
    }
}

/* --- Our side: moving bytes until something has come about --- */

static void read_output(struct terminal *terminal) {
    char bytes[READ_SIZE];
    ssize_t length = read(terminal->master, bytes, sizeof bytes);
    if (length > 0)
        buf_put(&terminal->fresh, bytes, (size_t)length);
}

static void show_output(struct terminal *terminal) {
    terminal_screen_feed(terminal, terminal->fresh.data, terminal->fresh.length);
    buf_clear(&terminal->fresh);
}

static void read_marks(struct terminal *terminal) {
    char bytes[READ_SIZE];
    ssize_t length = read(terminal->marks_in, bytes, sizeof bytes);
    if (length <= 0) { /* the program is gone; the report follows */
        close(terminal->marks_in);
        terminal->marks_in = -1;
        return;
    }
    /* A pipe delivers a short write whole, so a line never comes in two parts. */
    for (char *at = bytes; at < bytes + length; terminal->marks++) {
        terminal->keys_handled = strtoul(at, &at, 10);
        assert_int_equal(*at, '\n');
        at++;
    }
}

static void read_report(struct terminal *terminal) {
    int status;
    if (read(terminal->report_in, &status, sizeof status) != sizeof status)
        terminal_fail(terminal, __FILE__, __LINE__, "the watcher is gone");
    terminal->status = status;
    terminal->stopped = WIFSTOPPED(status);
    terminal->ended = !WIFSTOPPED(status);
}

static void write_input(struct terminal *terminal) {
    size_t left = terminal->input.length - terminal->input_sent;
    ssize_t length = write(terminal->master, terminal->input.data + terminal->input_sent, left);
    if (length > 0)
        terminal->input_sent += (size_t)length;
    if (terminal->input_sent == terminal->input.length) {
        buf_clear(&terminal->input);
        terminal->input_sent = 0;
    }
}

static void step(struct terminal *terminal, int milliseconds) {
    bool writing = terminal->input.length > 0 && !terminal->ended;
    struct pollfd polled[] = {
        {.fd = terminal->master, .events = (short)(POLLIN | (writing ? POLLOUT : 0))},
        {.fd = terminal->marks_in, .events = POLLIN},
        {.fd = terminal->report_in, .events = POLLIN},
    };
    poll(polled, sizeof polled / sizeof *polled, milliseconds);
    if (polled[0].revents & POLLIN) {
        read_output(terminal);
        show_output(terminal);
    }
    if (writing && polled[0].revents & POLLOUT)
        write_input(terminal);
    if (polled[1].revents)
        read_marks(terminal);
    if (polled[2].revents)
        read_report(terminal);
}

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Puts on the screen all that was written to the line so far. */
static void pass(struct terminal *terminal) {
    struct pollfd polled = {.fd = terminal->master, .events = POLLIN};
    size_t written = 0, length = sizeof PASSED - 1;
    const char *mark = NULL;
    while (terminal->master >= 0 && !mark) {
        ssize_t accepted = write(terminal->line, PASSED + written, length - written);
        written += accepted > 0 ? (size_t)accepted : 0;
        if (poll(&polled, 1, TERMINAL_GUARD_SECONDS * 1000) <= 0)
            terminal_fail(terminal, __FILE__, __LINE__, "the line is stuck");
        read_output(terminal);
        mark = memmem(buf_string(&terminal->fresh), terminal->fresh.length, PASSED, length);
    }
    if (mark) {
        size_t before = (size_t)(mark - terminal->fresh.data);
        size_t after = terminal->fresh.length - before - length;
        memmove(terminal->fresh.data + before, mark + length, after);
        terminal->fresh.length = before + after;
    }
    show_output(terminal);
}

static void wait_until(struct terminal *terminal, bool (*done)(const struct terminal *),
                       const char *awaited) {
    int64_t deadline = milliseconds_now() + TERMINAL_GUARD_SECONDS * 1000;
    while (!done(terminal)) {
        int64_t left = deadline - milliseconds_now();
        if (left <= 0)
            terminal_fail(terminal, __FILE__, __LINE__, "waited in vain for %s", awaited);
        step(terminal, (int)left);
    }
    pass(terminal);
}

static bool caught_up(const struct terminal *terminal) {
    bool idle = terminal->marks > 0 && terminal->keys_handled >= terminal->keys_sent;
    return idle || terminal->stopped || terminal->ended;
}

static bool marked_again(const struct terminal *terminal) {
    return terminal->marks > terminal->marks_before || terminal->ended;
}

static bool stopped(const struct terminal *terminal) {
    return terminal->stopped;
}

static bool ended(const struct terminal *terminal) {
    return terminal->ended;
}

/* Marks that are older than what is about to happen must not count as its answer. */
static void forget_marks(struct terminal *terminal) {
    step(terminal, 0);
    terminal->marks_before = terminal->marks;
}

/* --- The harness --- */

static void line_open(struct line *line, struct terminal *terminal, const struct winsize *size) {
    assert_return_code(openpty(&line->master, &line->program_side, NULL, NULL, size), errno);
    fcntl(line->master, F_SETFD, FD_CLOEXEC);
    fcntl(line->master, F_SETFL, O_NONBLOCK);
    fcntl(line->program_side, F_SETFD, FD_CLOEXEC);
    assert_return_code(pipe2(line->marks, O_CLOEXEC), errno);
    assert_return_code(pipe2(line->report, O_CLOEXEC), errno);

    char name[64];
    assert_int_equal(ptsname_r(line->master, name, sizeof name), 0);
    terminal->master = line->master;
    terminal->line = open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    assert_return_code(terminal->line, errno);
    assert_return_code(tcgetattr(terminal->line, &terminal->before), errno);
    terminal->marks_in = line->marks[0];
    terminal->report_in = line->report[0];
}

static void start(struct terminal *terminal, const struct launch *launch, const struct winsize *size) {
    struct line line;
    line_open(&line, terminal, size);
    terminal->watcher = fork();
    assert_return_code(terminal->watcher, errno);
    if (terminal->watcher == 0) {
        close(terminal->master);
        close(terminal->line);
        watch(launch, &line);
    }
    close(line.program_side);
    close(line.marks[1]);
    close(line.report[1]);
    assert_int_equal(read(terminal->report_in, &terminal->program, sizeof(int)), sizeof(int));
}

struct terminal *terminal_open(const struct terminal_setup *setup) {
    struct terminal *terminal = memory_alloc(1, sizeof *terminal);
    struct winsize size = {
        .ws_row = (unsigned short)(setup->rows ? setup->rows : 24),
        .ws_col = (unsigned short)(setup->columns ? setup->columns : 80),
    };
    assert_in_range(size.ws_row, 1, TERMINAL_ROWS_MAX);
    terminal_screen_init(terminal, size.ws_row, size.ws_col);
    if (!setup->home)
        terminal->own_home = home_new();

    struct launch launch = {0};
    launch_init(&launch, setup->program, setup->arguments, setup->home ? setup->home : terminal->own_home);
    launch_environment(&launch, setup->environment, setup->term ? setup->term : "xterm-256color");
    start(terminal, &launch, &size);
    launch_release(&launch);
    wait_until(terminal, caught_up, "the first idle mark");
    return terminal;
}

static void close_if_open(int fd) {
    if (fd >= 0)
        close(fd);
}

/* Where coverage is counted it ends by itself: a killed process leaves no counters. */
static void end(const struct terminal *terminal) {
    bool counted = getenv("TRIWULAN_CAKUPAN") != NULL;
    kill(terminal->program, counted ? SIGTERM : SIGKILL);
    if (counted)
        kill(terminal->program, SIGCONT);
}

void terminal_close(struct terminal *terminal) {
    if (!terminal)
        return;
    if (!terminal->ended)
        end(terminal);
    waitpid(terminal->watcher, NULL, 0);
    close_if_open(terminal->master);
    close_if_open(terminal->marks_in);
    close(terminal->line);
    close(terminal->report_in);
    terminal_screen_release(terminal);
    home_free(terminal->own_home);
    free(terminal);
}

static void send(struct terminal *terminal, size_t keys) {
    terminal->keys_sent += keys;
    wait_until(terminal, caught_up, "the keys to be handled");
}

void terminal_type(struct terminal *terminal, const char *text) {
    size_t keys = 0;
    for (size_t left = strlen(text); left > 0; keys++) {
        uint32_t point = 0;
        size_t length = utf8_decode(text, left, &point);
        assert_int_not_equal(length, 0);
        vterm_keyboard_unichar(terminal->vterm, point, VTERM_MOD_NONE);
        text += length;
        left -= length;
    }
    send(terminal, keys);
}

void terminal_key(struct terminal *terminal, VTermKey key) {
    vterm_keyboard_key(terminal->vterm, key, VTERM_MOD_NONE);
    send(terminal, 1);
}

void terminal_send(struct terminal *terminal, const char *bytes, size_t keys) {
    buf_text(&terminal->input, bytes);
    send(terminal, keys);
}

void terminal_resize(struct terminal *terminal, int rows, int columns) {
    assert_in_range(rows, 1, TERMINAL_ROWS_MAX);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    forget_marks(terminal);
    vterm_set_size(terminal->vterm, rows, columns);
    assert_return_code(ioctl(terminal->master, TIOCSWINSZ, &size), errno); /* the kernel sends SIGWINCH */
    wait_until(terminal, marked_again, "the resize to be handled");
}

void terminal_signal(struct terminal *terminal, int number) {
    assert_false(terminal->ended);
    forget_marks(terminal);
    if (number == SIGCONT)
        terminal->stopped = false;
    assert_return_code(kill(terminal->program, number), errno);
}

void terminal_hang_up(struct terminal *terminal) {
    close(terminal->master);
    terminal->master = -1;
}

void terminal_settle(struct terminal *terminal) {
    wait_until(terminal, marked_again, "another idle mark");
}

void terminal_wait_stopped(struct terminal *terminal) {
    wait_until(terminal, stopped, "the program to stop");
}

int terminal_wait(struct terminal *terminal) {
    wait_until(terminal, ended, "the program to end");
    return WIFSIGNALED(terminal->status) ? 128 + WTERMSIG(terminal->status) : WEXITSTATUS(terminal->status);
}

bool terminal_ended(const struct terminal *terminal) {
    return terminal->ended;
}

bool terminal_restored(const struct terminal *terminal) {
    struct termios now;
    if (tcgetattr(terminal->line, &now) != 0)
        return false;
    const struct termios *before = &terminal->before;
    bool settings = now.c_iflag == before->c_iflag && now.c_oflag == before->c_oflag &&
                    now.c_cflag == before->c_cflag && now.c_lflag == before->c_lflag &&
                    memcmp(now.c_cc, before->c_cc, sizeof now.c_cc) == 0;
    return settings && !terminal->alternate_screen && !terminal->cursor_hidden;
}
