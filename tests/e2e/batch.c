#include "e2e/batch.h"
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void become_program(const struct launch *launch, int out, int err) {
    dup2(open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    alarm(BATCH_GUARD_SECONDS);
    execve(launch->arguments[0], launch->arguments, launch->environment);
    _exit(127);
}

static void read_all(int fd, struct buf *into) {
    char bytes[4096];
    ssize_t length;
    lseek(fd, 0, SEEK_SET);
    while ((length = read(fd, bytes, sizeof bytes)) > 0)
        buf_put(into, bytes, (size_t)length);
    close(fd);
}

struct batch batch_launch(const struct launch *launch) {
    int out = memfd_create("out", MFD_CLOEXEC), err = memfd_create("err", MFD_CLOEXEC);
    assert_true(out >= 0 && err >= 0);
    pid_t program = fork();
    assert_return_code(program, errno);
    if (program == 0)
        become_program(launch, out, err);
    int status = 0;
    assert_int_equal(waitpid(program, &status, 0), program);
    struct batch batch = {.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status)};
    read_all(out, &batch.out);
    read_all(err, &batch.err);
    return batch;
}

struct batch batch_run(const char *home, ...) {
    const char *arguments[LAUNCH_ARGUMENTS_MAX] = {0};
    size_t count = 0;
    va_list args;
    va_start(args, home);
    while ((arguments[count] = va_arg(args, const char *)))
        assert_true(++count < LAUNCH_ARGUMENTS_MAX);
    va_end(args);

    struct launch launch = {0};
    launch_init(&launch, NULL, arguments, home);
    struct batch batch = batch_launch(&launch);
    launch_release(&launch);
    return batch;
}

void batch_release(struct batch *batch) {
    buf_release(&batch->out);
    buf_release(&batch->err);
}
