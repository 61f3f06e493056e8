/* A report on its way to its file: at every write, sync and name of the program and of the printer it is
 * killed, or the call fails; and the disk fills up, page by page. Under the file's name stands what stood
 * there, or the whole report, never half of one; what failed is told, and leaves nothing beside it. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/shell.h"
#include "fault/small_disk.h"
#include "fault/victim.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KILLED = 128 + SIGKILL, CALLS_MAX = 1000, PAGES_MAX = 64, DISK_BYTES = 1 << 20 };

#define OFFICE "\"$P\" --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 "
#define FOLDER "map/"

static const char *const programs[] = {"triwulan", "triwulan-laporan"};
enum { PROGRAMS = sizeof programs / sizeof *programs };

/* The same report each time, so that whatever is found can be held against it. */
static const struct {
    const char *ending, *made;
    int programs; /* that take part in it */
} forms[] = {{"txt", OFFICE "laporan triwulan --format teks ", 1},
             {"pdf", OFFICE "laporan triwulan --format pdf ", PROGRAMS}};
enum { FORMS = sizeof forms / sizeof *forms };

/* What stands there before, and how it is asked to be written all the same. */
static const struct {
    const char *prepared, *asked;
} places[] = {{"", ""}, {"echo lama >" FOLDER "laporan && ", "--timpa "}};
enum { PLACES = sizeof places / sizeof *places };

static const char *const classes[] = {"tulis", "sinkron", "nama"};
static const struct {
    const char *deed;
    int error;
} deeds[] = {{"kill-before", 0}, {"kill-half", 0}, {"kill-after", 0}, {"fail", EIO}, {"fail", ENOSPC}};
#define COUNT_OF(array) (int)(sizeof(array) / sizeof *(array))

static struct { long killed, failed, full, met[PROGRAMS]; } tally;

static int setup(void **state) {
    static const struct step made[] = {
        {"mkdir map && " OFFICE "isi --dari-csv \"$C/../samples/hitungan/isian.csv\"", 0, NULL, NULL},
        {OFFICE "laporan triwulan -o utuh.txt && " OFFICE "laporan triwulan --format pdf -o utuh.pdf", 0,
         NULL, NULL},
    };
    *state = home_new();
    SHELL_STEPS(*state, made);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* ---- one call ---- */

struct trial {
    int form, place;
    struct fault fault;
};

static struct batch run(const char *home, const struct trial *trial) {
    struct buf line = {0};
    char *words[FAULT_WORDS + 1];
    fault_environment(&trial->fault, words);
    buf_printf(&line, "rm -rf map && mkdir map && >siap && %s", places[trial->place].prepared);
    for (int i = 0; words[i]; i++)
        buf_printf(&line, "%s ", words[i]);
    buf_printf(&line, "%s%s-o " FOLDER "laporan", forms[trial->form].made, places[trial->place].asked);
    struct batch batch = shell_run(home, buf_string(&line));
    for (int i = 0; words[i]; i++)
        free(words[i]);
    buf_release(&line);
    return batch;
}

static bool holds(const char *home, const char *line) {
    struct batch batch = shell_run(home, line);
    bool yes = batch.status == 0;
    batch_release(&batch);
    return yes;
}

static bool is_whole(const char *home, int form) {
    return holds(home, form == 0 ? "cmp " FOLDER "laporan utuh.txt" : "cmp " FOLDER "laporan utuh.pdf");
}

static bool is_old(const char *home, int place) {
    return holds(home,
                 place == 0 ? "test ! -e " FOLDER "laporan" : "test \"$(cat " FOLDER "laporan)\" = lama");
}

/* Nothing beside the name: no half report under another one. */
static bool is_tidy(const char *home) {
    return holds(home, "test -z \"$(ls -A " FOLDER " | grep -v '^laporan$')\"");
}

static void judge_trial(const char *home, const struct trial *trial, const struct batch *batch) {
    bool whole = is_whole(home, trial->form), old = is_old(home, trial->place);
    bool told = batch->status == 1 && strncmp(buf_string(&batch->err), "triwulan: ", 10) == 0;
    bool full = trial->fault.error != ENOSPC || strstr(buf_string(&batch->err), "disk penuh");
    bool replaces = trial->place > 0; /* a new one has no name until it is whole */
    if (batch->status == KILLED && (whole || old) && (replaces || is_tidy(home))) {
        tally.killed++;
        return;
    }
    if (((batch->status == 0 && whole) || (told && full && (whole || old))) && is_tidy(home)) {
        tally.failed++;
        return;
    }
    fail_msg("%s, place %d, %s, call %ld of \"%s\" %s (%s): status %d, %s\n%s", forms[trial->form].ending,
             trial->place, trial->fault.program, trial->fault.call, trial->fault.class, trial->fault.deed,
             strerror(trial->fault.error), batch->status,
             whole ? "whole"
             : old ? "as before"
                   : "HALF",
             buf_string(&batch->err));
}

/* ---- every call ---- */

/* False when the program has no such call any more. */
static bool survives(const char *home, const struct trial *trial) {
    struct batch batch = run(home, trial);
    bool met = holds(home, "test ! -e siap");
    if (met)
        judge_trial(home, trial, &batch);
    else
        assert_true(batch.status == 0 && is_whole(home, trial->form));
    batch_release(&batch);
    return met;
}

/* How many there were. */
static long each_call(const char *home, struct trial trial) {
    for (trial.fault.call = 1; survives(home, &trial); trial.fault.call++)
        assert_true(trial.fault.call < CALLS_MAX);
    return trial.fault.call - 1;
}

static void each_class(const char *home, int form, int place, int program) {
    for (int class = 0; class < COUNT_OF(classes); class ++)
        for (int i = 0; i < COUNT_OF(deeds); i++) {
            const struct fault fault = {.class = classes[class],
                                        .deed = deeds[i].deed,
                                        .error = deeds[i].error,
                                        .armed = "siap",
                                        .program = programs[program]};
            tally.met[program] += each_call(home, (struct trial){form, place, fault});
        }
}

static void at_every_call(void **state) {
    for (int form = 0; form < FORMS; form++)
        for (int place = 0; place < PLACES; place++)
            for (int i = 0; i < forms[form].programs; i++)
                each_class(*state, form, place, i);
    for (int i = 0; i < PROGRAMS; i++)
        assert_true(tally.met[i] > 0);
    assert_true(tally.killed > 0 && tally.failed > 0);
}

/* ---- a disk that fills up ---- */

static void fills_up(const char *home, const char *disk, int form, int place) {
    struct buf line = {0};
    const char *prepared = place == 0 ? "rm -f " FOLDER "laporan" : "echo lama >" FOLDER "laporan";
    bool fits = false;
    buf_printf(&line, "%s%s-o " FOLDER "laporan", forms[form].made, places[place].asked);
    for (size_t pages = 0; !fits; pages++) {
        assert_true(pages < PAGES_MAX);
        assert_true(holds(home, prepared));
        small_disk_fill(disk, pages);
        struct batch batch = shell_run(home, buf_string(&line));
        fits = batch.status == 0;
        small_disk_free(disk);
        assert_true(fits || strstr(buf_string(&batch.err), "disk penuh; kosongkan tempat lalu ulangi"));
        assert_true(fits ? is_whole(home, form) : is_old(home, place));
        assert_true(is_tidy(home));
        tally.full += !fits;
        batch_release(&batch);
    }
    buf_release(&line);
}

static void on_a_full_disk(void **state) {
    struct buf disk = {0};
    buf_printf(&disk, "%s/" FOLDER, (const char *)*state);
    small_disk_mount(disk.data, DISK_BYTES);
    for (int form = 0; form < FORMS; form++)
        for (int place = 0; place < PLACES; place++)
            fills_up(*state, disk.data, form, place);
    assert_true(tally.full > 0);
    small_disk_unmount(disk.data);
    buf_release(&disk);
}

static int say(void **state) {
    (void)state;
    print_message("hasil: fault_report: %ld kali dibunuh dan %ld kali gagal saat menulis laporan, %ld kali "
                  "disk penuh: selalu yang lama atau yang utuh, tak pernah setengah\n",
                  tally.killed, tally.failed, tally.full);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(at_every_call, setup, teardown),
        cmocka_unit_test_setup_teardown(on_a_full_disk, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, say);
}
