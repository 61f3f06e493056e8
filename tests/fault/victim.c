#include "fault/victim.h"
#include "base/memory.h"
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static char *assignment(const char *name, const char *value) {
    struct buf text = {0};
    buf_printf(&text, "%s=%s", name, value);
    return text.data;
}

static char *preload(void) {
    struct buf text = {0};
    const char *build = getenv("TRIWULAN_BUILD");
    assert_non_null(build);
    buf_printf(&text, "LD_PRELOAD=%s/tests/fault/preload.so", build);
    assert_return_code(access(text.data + strlen("LD_PRELOAD="), R_OK), errno);
    return text.data;
}

void fault_environment(const struct fault *fault, char *words[FAULT_WORDS + 1]) {
    char call[24], error[24];
    int count = 0;
    snprintf(call, sizeof call, "%ld", fault->call);
    snprintf(error, sizeof error, "%d", fault->error);
    words[count++] = preload();
    if (fault->class) {
        words[count++] = assignment("FAULT_CLASS", fault->class);
        words[count++] = assignment("FAULT_DEED", fault->deed);
        words[count++] = assignment("FAULT_CALL", call);
        words[count++] = assignment("FAULT_ERROR", error);
    }
    if (fault->armed)
        words[count++] = assignment("FAULT_ARMED", fault->armed);
    if (fault->log)
        words[count++] = assignment("FAULT_LOG", fault->log);
    if (fault->program)
        words[count++] = assignment("FAULT_PROGRAM", fault->program);
    words[count] = NULL;
}

static _Noreturn void become(char *words[], const char *const arguments[], int said) {
    char *all[FAULT_ARGUMENTS_MAX + 2] = {memory_text("victim")};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(said, STDOUT_FILENO);
    for (int i = 0; words[i]; i++)
        putenv(words[i]);
    setenv("FAULT_SAY", "1", 1);
    for (int i = 0; arguments[i]; i++)
        all[i + 1] = memory_text(arguments[i]);
    execv("/proc/self/exe", all);
    _exit(127);
}

void victim_start(struct victim *victim, const struct fault *fault, const char *const arguments[]) {
    int ends[2];
    char *words[FAULT_WORDS + 1];
    assert_return_code(pipe2(ends, O_CLOEXEC), errno);
    fault_environment(fault, words);
    fflush(NULL);
    victim->process = fork();
    assert_return_code(victim->process, errno);
    if (victim->process == 0)
        become(words, arguments, ends[1]);
    for (int i = 0; words[i]; i++)
        free(words[i]);
    close(ends[1]);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    victim->said = ends[0];
}

void victim_says(const char *format, ...) {
    struct buf line = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&line, format, args);
    va_end(args);
    buf_byte(&line, '\n');
    if (write(STDOUT_FILENO, line.data, line.length) != (ssize_t)line.length)
        abort();
    buf_release(&line);
}

static char *take_line(struct buf *unread) {
    const char *end = strchr(buf_string(unread), '\n');
    if (!end)
        return NULL;
    size_t length = (size_t)(end - unread->data);
    char *line = memory_alloc(length + 1, 1);
    memcpy(line, unread->data, length);
    memmove(unread->data, end + 1, unread->length - length);
    unread->length -= length + 1;
    return line;
}

char *victim_line(struct victim *victim, bool *over) {
    char bytes[4096];
    *over = false;
    char *line = take_line(&victim->unread);
    if (line)
        return line;
    ssize_t length = read(victim->said, bytes, sizeof bytes);
    if (length > 0)
        buf_put(&victim->unread, bytes, (size_t)length);
    *over = length == 0;
    return take_line(&victim->unread);
}

char *victim_wait_line(struct victim *victim) {
    for (bool over;;) {
        char *line = victim_line(victim, &over);
        if (line || over)
            return line;
        poll(&(struct pollfd){.fd = victim->said, .events = POLLIN}, 1, -1);
    }
}

int victim_end(struct victim *victim) {
    int status;
    assert_int_equal(waitpid(victim->process, &status, 0), victim->process);
    close(victim->said);
    buf_release(&victim->unread);
    *victim = (struct victim){0};
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
