#include "e2e/shell.h"

#include "check.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char prelude[] = "P='%s'\n"
                              "C='%s/config'\n"
                              "cd '%s' || exit 99\n"
                              "triwulan() { \"$P\" --hari-ini 2025-10-03 \"$@\"; }\n"
                              "%s\n";

struct batch shell_run(const char *home, const char *line) {
    char *root = getcwd(NULL, 0);
    struct buf script = {0};
    buf_printf(&script, prelude, getenv("TRIWULAN_PROGRAM"), root, home, line);
    const char *arguments[] = {"-c", buf_string(&script), NULL};
    struct launch launch = {0};
    launch_init(&launch, "/bin/sh", arguments, home);
    struct batch batch = batch_launch(&launch);
    launch_release(&launch);
    buf_release(&script);
    free(root);
    return batch;
}

static bool matches(const char *printed, const char *wanted) {
    if (wanted == NULL)
        return true;
    return strncmp(wanted, "...", 3) == 0 ? strstr(printed, wanted + 3) != NULL
                                          : strcmp(printed, wanted) == 0;
}

static void step_check(const char *home, const struct step *step) {
    struct batch batch = shell_run(home, step->line);
    const char *out = buf_string(&batch.out);
    const char *err = buf_string(&batch.err);
    bool good = batch.status == step->status && matches(out, step->out) && matches(err, step->err);
    if (!good)
        print_error("%s\n--- status %d, wanted %d; stdout:\n%s--- stderr:\n%s---\n", step->line, batch.status,
                    step->status, out, err);
    batch_release(&batch);
    assert_true(good);
}

void shell_steps(const char *home, const struct step *steps, size_t count) {
    for (size_t i = 0; i < count; i++)
        step_check(home, &steps[i]);
}
