/* Every write, sync and allocation of the screens fails once, from their first frame on: what they called
 * saved is in the store; what they did not stays in the cell or in the draft, and is saved once the cause is
 * gone. */
#include "base/memory.h"
#include "check.h"
#include "config/config_load.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "fault/operation.h"
#include "fault/victim.h"
#include "own/draft.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CODE "IKU-04"
#define LOGIN "koperasi1"

enum { VALUE_UNITS = 775000, CALLS_MAX = 100000 };
static const struct quarter quarter = {2025, 3};

static struct config config; /* the one the screens use */

/* ---- what is typed ---- */

struct way {
    const char *open;  /* keys from the menu to the field */
    const char *typed; /* into it */
    const char *field; /* how it stands there */
    const char *keep;  /* the key that saves it */
    bool (*stored)(struct office *office, struct err *err);
};

static struct record_key key_of(enum record_kind kind) {
    return record_key(kind, CODE, quarter);
}

static bool actual_stored(struct office *office, struct err *err) {
    const struct record_key key = key_of(RECORD_ACTUAL);
    struct record record;
    return operation_record(office, &key, &record, err) && record.actual.filled &&
           record.actual.value.units == VALUE_UNITS;
}

static bool notes_stored(struct office *office, struct err *err) {
    const struct record_key key = key_of(RECORD_NOTES);
    struct record record;
    return operation_record(office, &key, &record, err) &&
           strcmp(record.notes.text[NOTE_REMARK], "hujan lebat") == 0;
}

static bool evidence_stored(struct office *office, struct err *err) {
    struct record_key key = key_of(RECORD_EVIDENCE);
    struct record record;
    key.number = 1;
    return operation_record(office, &key, &record, err) && strcmp(record.evidence.place, "lemari 7") == 0;
}

static const struct way ways[] = {
    {"\r", "77,5", "[77,5", "\r", actual_stored},
    {"\rr", "hujan lebat", "hujan lebat", "\023", notes_stored},
    {"\rb\r", "lemari 7", "lemari 7", "\023", evidence_stored},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* Where the screens may have ended. */
enum step { OPENING, TYPING, KEEPING, MOVING, LEAVING };

struct trial {
    const struct way *way;
    struct fault fault;
    char *home, *data, *armed;
    struct terminal *terminal;
    enum step step;
};

static char *below(const char *home, const char *name) {
    struct buf path = {0};
    buf_printf(&path, "%s/%s", home, name);
    return path.data;
}

/* ---- a trial ---- */

/* In memory where there is a place for it: there are thousands. */
static char *home_quick(void) {
    char *home = memory_text("/dev/shm/triwulan-e2e-XXXXXX");
    if (mkdtemp(home))
        return home;
    free(home);
    return home_new();
}

static void arm(const struct trial *trial) {
    int descriptor = open(trial->armed, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_return_code(descriptor, errno);
    close(descriptor);
}

static void trial_init(struct trial *trial, const struct way *way, const struct fault *fault) {
    char *words[FAULT_WORDS + 1];
    *trial = (struct trial){.way = way, .fault = *fault, .home = home_quick()};
    trial->data = below(trial->home, "data");
    trial->armed = below(trial->home, "siap");
    trial->fault.armed = trial->armed;
    fault_environment(&trial->fault, words);
    const char *environment[FAULT_WORDS + 1] = {0};
    for (int i = 0; words[i]; i++)
        environment[i] = words[i];
    trial->terminal = menu_open(trial->home, &(struct terminal_setup){.environment = environment});
    for (int i = 0; words[i]; i++)
        free(words[i]);
    arm(trial);
}

/* True when the call was met. */
static bool trial_release(struct trial *trial) {
    bool met = access(trial->armed, F_OK) != 0;
    terminal_close(trial->terminal);
    home_free(trial->home);
    free(trial->data);
    free(trial->armed);
    return met;
}

static bool goes_on(struct trial *trial, enum step step, const char *keys) {
    trial->step = step;
    terminal_type(trial->terminal, keys);
    return !terminal_ended(trial->terminal);
}

static bool moves(struct trial *trial) {
    trial->step = MOVING;
    terminal_key(trial->terminal, VTERM_KEY_UP);
    return !terminal_ended(trial->terminal);
}

static bool leaves(struct trial *trial) {
    trial->step = LEAVING;
    terminal_key(trial->terminal, VTERM_KEY_FUNCTION(10));
    return terminal_ended(trial->terminal);
}

/* ---- what is where ---- */

static bool stored(const struct trial *trial) {
    const struct office_options options = {
        .config = &config, .directory = trial->data, .login = LOGIN, .clock = {.today = {2025, 10, 3}}};
    struct office *office;
    struct err err = {0};
    if (!office_open(&options, &office, &err))
        fail_msg("%s", err.text);
    bool is = trial->way->stored(office, &err);
    office_close(office);
    if (err.kind != ERR_NONE)
        fail_msg("%s", err.text);
    return is;
}

static bool drafted(const struct trial *trial) {
    struct draft draft;
    struct err err = {0};
    if (!draft_load(trial->data, LOGIN, &draft, &err))
        return false;
    for (int i = 0; i < draft.count; i++)
        if (strcmp(draft.field[i].text, trial->way->typed) == 0)
            return true;
    return false;
}

#define TRIAL_EXPECT(trial, condition) trial_expect(trial, condition, #condition, __LINE__)

static void trial_expect(struct trial *trial, bool condition, const char *text, int line) {
    if (condition)
        return;
    for (int row = 0; row < 24; row++)
        print_error("%4d |%s\n", row, terminal_row(trial->terminal, row));
    print_error("%s, call %ld of \"%s\" failing with %s: not so: %s\n", __FILE__, trial->fault.call,
                trial->fault.class, strerror(trial->fault.error), text);
    _fail(__FILE__, line);
}

static bool shows(const struct trial *trial, const char *text) {
    return terminal_find(trial->terminal, text) >= 0;
}

/* In the title; what a message says of the value is no promise. */
static bool says_saved(const struct trial *trial) {
    return strstr(terminal_row(trial->terminal, 0), "Tersimpan") != NULL;
}

static bool keeps_text(const struct trial *trial) {
    return shows(trial, trial->way->field) && !says_saved(trial);
}

/* ---- what must be so ---- */

static bool ended_with(struct trial *trial, int status) {
    return terminal_wait(trial->terminal) == status && terminal_restored(trial->terminal);
}

/* Out of memory: a clean end, and nothing gone that had been typed. */
static void expect_exhausted(struct trial *trial) {
    TRIAL_EXPECT(trial, strcmp(trial->fault.class, "memori") == 0);
    TRIAL_EXPECT(trial, ended_with(trial, EXIT_FAILURE));
    TRIAL_EXPECT(trial, strstr(buf_string(terminal_output(trial->terminal)), "memori habis") != NULL);
    TRIAL_EXPECT(trial, trial->step <= TYPING || drafted(trial) || stored(trial));
}

static void expect_saved_now(struct trial *trial) {
    terminal_type(trial->terminal, trial->way->keep);
    TRIAL_EXPECT(trial, says_saved(trial));
    TRIAL_EXPECT(trial, stored(trial));
}

/* After a new start what was typed stands in its field. */
static void expect_resumed(struct trial *trial) {
    TRIAL_EXPECT(trial, ended_with(trial, EXIT_SUCCESS));
    terminal_close(trial->terminal);
    trial->terminal = menu_open(trial->home, NULL);
    TRIAL_EXPECT(trial, shows(trial, trial->way->field));
    expect_saved_now(trial);
}

/* The same key again does it, once the cause is gone; after a failed disk only a new start does. */
static void expect_refused(struct trial *trial) {
    bool reopen = shows(trial, "buka lagi");
    TRIAL_EXPECT(trial, keeps_text(trial));
    TRIAL_EXPECT(trial, !reopen || trial->fault.error == EIO);
    if (!reopen) {
        expect_saved_now(trial);
        return;
    }
    terminal_type(trial->terminal, trial->way->keep);
    TRIAL_EXPECT(trial, keeps_text(trial) && shows(trial, "buka lagi"));
    TRIAL_EXPECT(trial, leaves(trial));
    expect_resumed(trial);
}

/* ---- two ways to end what is typed ---- */

static bool is_typed(struct trial *trial) {
    return goes_on(trial, OPENING, trial->way->open) && goes_on(trial, TYPING, trial->way->typed);
}

/* Saved, a move, and out. */
static bool keep_survives(const struct way *way, const struct fault *fault) {
    struct trial trial;
    trial_init(&trial, way, fault);
    if (!is_typed(&trial) || !goes_on(&trial, KEEPING, way->keep)) {
        expect_exhausted(&trial);
        return trial_release(&trial);
    }
    if (!says_saved(&trial)) {
        expect_refused(&trial);
        return trial_release(&trial);
    }
    TRIAL_EXPECT(&trial, stored(&trial));
    if (moves(&trial) && leaves(&trial) && terminal_wait(trial.terminal) == EXIT_SUCCESS)
        TRIAL_EXPECT(&trial, terminal_restored(trial.terminal));
    else
        expect_exhausted(&trial);
    TRIAL_EXPECT(&trial, stored(&trial));
    return trial_release(&trial);
}

/* Out at once, so that it stays a draft; where that cannot be kept the screens stay. */
static bool draft_survives(const struct way *way, const struct fault *fault) {
    struct trial trial;
    trial_init(&trial, way, fault);
    if (!is_typed(&trial)) {
        expect_exhausted(&trial);
        return trial_release(&trial);
    }
    if (!leaves(&trial)) {
        TRIAL_EXPECT(&trial, keeps_text(&trial) && shows(&trial, "draf"));
        TRIAL_EXPECT(&trial, leaves(&trial));
    }
    if (terminal_wait(trial.terminal) == EXIT_SUCCESS)
        expect_resumed(&trial);
    else
        expect_exhausted(&trial);
    return trial_release(&trial);
}

/* ---- every call ---- */

typedef bool survives_fn(const struct way *way, const struct fault *fault);

static long each_call(survives_fn *survives, const struct way *way, const char *class, int error) {
    struct fault fault = {.class = class, .deed = "fail", .error = error, .call = 1};
    while (survives(way, &fault))
        assert_true(fault.call++ < CALLS_MAX);
    return fault.call - 1;
}

static long each_way(const char *class, int error) {
    long count = 0;
    for (int i = 0; i < WAYS; i++)
        count += each_call(keep_survives, &ways[i], class, error) +
                 each_call(draft_survives, &ways[i], class, error);
    return count;
}

static void every_write_sync_and_name(void **state) {
    (void)state;
    static const int errors[] = {EIO, ENOSPC};
    long writes = 0, syncs = 0, names = 0;
    for (int i = 0; i < 2; i++) {
        writes += each_way("tulis", errors[i]);
        syncs += each_way("sinkron", errors[i]);
        names += each_way("nama", errors[i]);
    }
    print_message(
        "hasil: fault_calls: %ld penulisan, %ld sinkronisasi, %ld nama dan kunci gagal (EIO, ENOSPC), "
        "ketikan tak ada yang hilang\n",
        writes, syncs, names);
}

static void every_allocation(void **state) {
    (void)state;
    long count = each_way("memori", ENOMEM);
    print_message("hasil: fault_calls: %ld alokasi gagal, tiap kali tetap jalan atau berakhir rapi\n", count);
}

static int setup(void **state) {
    (void)state;
    struct buf problems = {0};
    if (config_load("config", &config, &problems))
        return 0;
    print_error("%s", buf_string(&problems));
    return -1;
}

static int teardown(void **state) {
    (void)state;
    config_release(&config);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_write_sync_and_name),
        cmocka_unit_test(every_allocation),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
