#include "base/filesystem.h"
#include "check.h"
#include "store/gate.h"
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char directory[] = "/tmp/triwulan-gate-XXXXXX";
static char path[sizeof directory + 16];

static int make_directory(void **state) {
    (void)state;
    if (!mkdtemp(directory))
        return -1;
    snprintf(path, sizeof path, "%s/gerbang", directory);
    return 0;
}

static int remove_directory(void **state) {
    (void)state;
    unlink(path);
    return rmdir(directory);
}

/* A child that takes the gate, stops itself there, and once continued leaves it and ends. */
static pid_t stopped_holder(void) {
    pid_t child = fork();
    if (child == 0) {
        struct gate gate;
        struct err err;
        if (!gate_open(&gate, path, &err) || !gate_take(&gate, "operator", &err))
            _exit(1);
        raise(SIGSTOP);
        gate_leave(&gate);
        _exit(0);
    }
    int status;
    waitpid(child, &status, WUNTRACED);
    assert_true(WIFSTOPPED(status));
    return child;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void one_at_a_time(void **state) {
    (void)state;
    struct gate gate;
    struct err err;
    assert_true(gate_open(&gate, path, &err));
    for (int i = 0; i < 3; i++) {
        assert_true(gate_take(&gate, "sitti", &err));
        gate_leave(&gate);
    }
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_true(fcntl(gate.descriptor, F_GETFD) & FD_CLOEXEC);
    gate_close(&gate);
    gate_close(&gate);
    assert_int_equal(gate.descriptor, -1);
}

static void a_waiting_process_goes_on_when_the_gate_is_left(void **state) {
    (void)state;
    pid_t child = stopped_holder();
    struct gate gate;
    struct err err;
    assert_true(gate_open(&gate, path, &err));
    kill(child, SIGCONT);
    assert_true(gate_take(&gate, "sitti", &err));
    gate_close(&gate);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

/* The only test that waits: as long as the gate itself does. */
static void a_stopped_holder_is_named(void **state) {
    (void)state;
    pid_t child = stopped_holder();
    struct gate gate;
    struct err err;
    assert_true(gate_open(&gate, path, &err));
    sigset_t alarm, before; /* blocked by whoever started the program */
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    sigprocmask(SIG_BLOCK, &alarm, &before);
    double start = seconds();
    assert_false(gate_take(&gate, "sitti", &err));
    double waited = seconds() - start;
    assert_true(waited > GATE_WAIT_SECONDS - 0.5);
    assert_true(waited < GATE_WAIT_SECONDS + 2.0);
    assert_int_equal(err.kind, ERR_BUSY);
    char name[64];
    snprintf(name, sizeof name, "\"operator\" (proses %ld)", (long)child);
    assert_non_null(strstr(err.text, name));

    sigset_t now;
    sigprocmask(SIG_SETMASK, &before, &now);
    assert_true(sigismember(&now, SIGALRM));
    struct sigaction action;
    sigaction(SIGALRM, NULL, &action);
    assert_ptr_equal(action.sa_handler, SIG_DFL);

    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    assert_true(gate_take(&gate, "sitti", &err)); /* the dead hold nothing */
    gate_close(&gate);
}

static void a_gate_that_cannot_be_made_says_why(void **state) {
    (void)state;
    struct gate gate;
    struct err err;
    char nowhere[64];
    snprintf(nowhere, sizeof nowhere, "%s/tidak-ada/gerbang", directory);
    assert_false(gate_open(&gate, nowhere, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "tidak-ada"));
    gate_close(&gate);
}

static void network_and_memory_card_filesystems_are_refused(void **state) {
    (void)state;
    static const struct {
        uint32_t magic;
        const char *name;
        bool refused;
    } cases[] = {
        {NFS_SUPER_MAGIC, "NFS", true},    {SMB_SUPER_MAGIC, "SMB", true},
        {0xff534d42, "CIFS", true},        {0xfe534d42, "SMB2", true},
        {MSDOS_SUPER_MAGIC, "FAT", true},  {0x2011bab0, "exFAT", true},
        {0x65735546, "FUSE", true},        {V9FS_MAGIC, "9P", true},
        {AFS_SUPER_MAGIC, "AFS", true},    {CEPH_SUPER_MAGIC, "Ceph", true},
        {EXT4_SUPER_MAGIC, "ext4", false}, {BTRFS_SUPER_MAGIC, "btrfs", false},
        {XFS_SUPER_MAGIC, "xfs", false},   {F2FS_SUPER_MAGIC, "f2fs", false},
        {TMPFS_MAGIC, "tmpfs", false},     {OVERLAYFS_SUPER_MAGIC, "overlay", false},
        {0x2fc12fc1, "zfs", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct filesystem *found = filesystem_find(cases[i].magic);
        assert_non_null(found);
        assert_string_equal(found->name, cases[i].name);
        assert_int_equal(found->refused != NULL, cases[i].refused);
    }
    assert_null(filesystem_find(PROC_SUPER_MAGIC));
}

static void a_filesystem_is_looked_at(void **state) {
    (void)state;
    struct err err;
    bool read_only = true;
    assert_true(filesystem_check(directory, &read_only, &err));
    assert_false(read_only);
    assert_false(filesystem_check("/tidak/ada", &read_only, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_at_a_time),
        cmocka_unit_test(a_waiting_process_goes_on_when_the_gate_is_left),
        cmocka_unit_test(a_stopped_holder_is_named),
        cmocka_unit_test(a_gate_that_cannot_be_made_says_why),
        cmocka_unit_test(network_and_memory_card_filesystems_are_refused),
        cmocka_unit_test(a_filesystem_is_looked_at),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
