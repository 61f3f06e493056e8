#include "store/gate.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { HOLDER_SIZE = 128, RING_AGAIN_MICROSECONDS = 100000 };

bool gate_open(struct gate *gate, const char *path, struct err *err) {
    gate->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return gate->descriptor >= 0 || err_system(err, errno, "tidak dapat membuka \"%s\"", path);
}

void gate_close(struct gate *gate) {
    if (gate->descriptor >= 0)
        close(gate->descriptor);
    gate->descriptor = -1;
}

static void wake(int signal) {
    (void)signal;
}

static int64_t now_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A ring that comes before flock sleeps wakes nobody, so the timer goes on ringing; other signals that
 * interrupt do not end the wait. */
static bool lock_until(int descriptor, int64_t deadline) {
    while (flock(descriptor, LOCK_EX) < 0)
        if (errno != EINTR || now_milliseconds() >= deadline)
            return false;
    return true;
}

static bool lock_patiently(int descriptor) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return true;
    struct sigaction ring = {.sa_handler = wake}, ring_before;
    struct itimerval timer = {.it_value = {.tv_sec = GATE_WAIT_SECONDS},
                              .it_interval = {.tv_usec = RING_AGAIN_MICROSECONDS}};
    struct itimerval timer_before;
    sigset_t alarm, mask_before;
    sigemptyset(&ring.sa_mask);
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);

    int64_t deadline = now_milliseconds() + GATE_WAIT_SECONDS * 1000;
    sigaction(SIGALRM, &ring, &ring_before);
    sigprocmask(SIG_UNBLOCK, &alarm, &mask_before);
    setitimer(ITIMER_REAL, &timer, &timer_before);
    bool locked = lock_until(descriptor, deadline);
    setitimer(ITIMER_REAL, &timer_before, NULL);
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
    sigaction(SIGALRM, &ring_before, NULL);
    return locked;
}

static void read_holder(int descriptor, char holder[HOLDER_SIZE]) {
    ssize_t length = pread(descriptor, holder, HOLDER_SIZE - 1, 0);
    holder[length > 0 ? length : 0] = '\0';
}

/* Written only when it is not there yet: most often the last to pass was this process. A full disk must not
 * close the gate: the name stays away then, and so does the one before it. */
static bool write_holder(int descriptor, const char *holder) {
    char before[HOLDER_SIZE], now[HOLDER_SIZE] = "";
    snprintf(now, sizeof now, "\"%.80s\" (proses %ld)", holder, (long)getpid());
    read_holder(descriptor, before);
    return strcmp(before, now) == 0 || pwrite(descriptor, now, sizeof now - 1, 0) == sizeof now - 1 ||
           ftruncate(descriptor, 0) == 0;
}

bool gate_take(struct gate *gate, const char *holder, struct err *err) {
    if (lock_patiently(gate->descriptor)) {
        (void)write_holder(gate->descriptor, holder);
        return true;
    }
    char other[HOLDER_SIZE];
    read_holder(gate->descriptor, other);
    return err_set(err, ERR_BUSY,
                   "simpanan ditahan %s lebih dari %d detik; tutup program itu atau tunggu, lalu simpan lagi",
                   other[0] ? other : "proses lain", GATE_WAIT_SECONDS);
}

void gate_leave(struct gate *gate) {
    flock(gate->descriptor, LOCK_UN);
}
