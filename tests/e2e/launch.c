#include "e2e/launch.h"
#include "base/buf.h"
#include "base/memory.h"
#include "check.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add(char **list, size_t max, char *item) {
    size_t count = 0;
    while (list[count])
        count++;
    assert_true(count + 1 < max);
    list[count] = item;
}

/* Replaces, since programs differ on which of two variables of one name counts. */
static void set_variable(struct launch *launch, const char *assignment) {
    size_t name = strcspn(assignment, "=") + 1;
    for (char **at = launch->environment; *at; at++)
        if (strncmp(*at, assignment, name) == 0) {
            free(*at);
            *at = memory_text(assignment);
            return;
        }
    add(launch->environment, LAUNCH_ENVIRONMENT_MAX, memory_text(assignment));
}

static void set_path(struct launch *launch, const char *name, const char *home, const char *below) {
    struct buf assignment = {0};
    buf_printf(&assignment, "%s=%s%s", name, home, below);
    set_variable(launch, buf_string(&assignment));
    buf_release(&assignment);
}

void launch_init(struct launch *launch, const char *program, const char *const *arguments, const char *home) {
    if (!program)
        program = getenv("TRIWULAN_PROGRAM");
    assert_non_null(program);
    add(launch->arguments, LAUNCH_ARGUMENTS_MAX, memory_text(program));
    for (const char *const *at = arguments; at && *at; at++)
        add(launch->arguments, LAUNCH_ARGUMENTS_MAX, memory_text(*at));

    set_path(launch, "HOME", home, "");
    set_path(launch, "TRIWULAN_DATA", home, "/data");
    set_variable(launch, "LC_ALL=C.UTF-8");
    set_variable(launch, "TZ=UTC");
    set_variable(launch, "PATH=/usr/bin:/bin");
}

void launch_environment(struct launch *launch, const char *const *more, const char *term) {
    char idle[32];
    snprintf(idle, sizeof idle, "TRIWULAN_DIAM_FD=%d", LAUNCH_IDLE_FD);
    set_variable(launch, idle);
    if (*term)
        set_path(launch, "TERM", term, "");
    for (const char *const *at = more; at && *at; at++)
        set_variable(launch, *at);
}

void launch_release(struct launch *launch) {
    for (char **at = launch->arguments; *at; at++)
        free(*at);
    for (char **at = launch->environment; *at; at++)
        free(*at);
}

char *home_new(void) {
    char *home = memory_text("/tmp/triwulan-e2e-XXXXXX");
    assert_non_null(mkdtemp(home));
    return home;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

void home_free(char *home) {
    if (home)
        nftw(home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(home);
}
