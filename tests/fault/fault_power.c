/* The power is lost at any moment of a run that makes a store, changes it and keeps drafts. Whatever the disk
 * holds then opens and has at least what was acknowledged. In the role of the one who works: worker HOME
 * FIRST COUNT. */
#include "base/memory.h"
#include "check.h"
#include "e2e/launch.h"
#include "fault/disk.h"
#include "fault/judge.h"
#include "fault/operation.h"
#include "fault/victim.h"
#include "own/draft.h"
#include "unit/small_office.h"
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHANGES = 12, KILLED = 128 + SIGKILL, AFTERWARDS = 1000 };

/* ---- who works ---- */

static bool keep_draft(struct office *office, uint64_t number, struct err *err) {
    struct draft draft = {.screen = "isian", .count = 1, .field = {{.name = "nilai"}}};
    draft.key = operation_request(office, number).change.key;
    snprintf(draft.field[0].text, sizeof draft.field[0].text, "%" PRIu64, number);
    return draft_save(office_facts(office).directory, "operator", &draft, err);
}

static bool work(struct office *office, uint64_t number, struct err *err) {
    bool repeated;
    if (!operation_do(office, number, &repeated, err))
        return false;
    victim_says("= %" PRIu64, number);
    if (!keep_draft(office, number, err))
        return false;
    victim_says("- %" PRIu64, number);
    return true;
}

static int worker(char **arguments) {
    struct office *office;
    struct err err = {0};
    uint64_t first = strtoull(arguments[1], NULL, 10), count = strtoull(arguments[2], NULL, 10);
    bool ok = operation_office(arguments[0], "operator", &office, &err);
    for (uint64_t number = first; ok && number < first + count; number++)
        ok = work(office, number, &err);
    if (!ok)
        victim_says("x %s", err.text);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- the run, and what is left of it ---- */

struct scene {
    char *home, *root, *data, *log, *again; /* `root` holds `data`; `again` is where states are rebuilt */
    struct disk *disk;
};

static char *below(const char *home, const char *name) {
    struct buf path = {0};
    buf_printf(&path, "%s/%s", home, name);
    return path.data;
}

/* In memory where there is a place for it: thousands of states are laid out there. */
static void scene_init(struct scene *scene) {
    struct buf again = {0};
    *scene = (struct scene){.home = home_new()};
    scene->root = below(scene->home, "akar");
    scene->data = below(scene->root, "bidang/data");
    scene->log = below(scene->home, "catatan");
    assert_int_equal(mkdir(scene->root, 0700), 0);
    buf_text(&again, access("/dev/shm", W_OK) == 0 ? "/dev/shm/triwulan-XXXXXX" : "/tmp/triwulan-XXXXXX");
    scene->again = again.data;
    assert_non_null(mkdtemp(scene->again));
}

static void scene_release(struct scene *scene) {
    if (scene->disk)
        disk_free(scene->disk);
    home_free(scene->home);
    home_free(scene->again);
    free(scene->root);
    free(scene->data);
    free(scene->log);
}

static int run(const struct scene *scene, struct fault fault, int count) {
    char many[24];
    struct victim victim = {0};
    char *line;
    snprintf(many, sizeof many, "%d", count);
    fault.log = scene->log;
    const char *const arguments[] = {"worker", scene->data, "1", many, NULL};
    victim_start(&victim, &fault, arguments);
    while ((line = victim_wait_line(&victim))) {
        if (line[0] == 'x')
            fail_msg("%s", line + 2);
        free(line);
    }
    return victim_end(&victim);
}

/* The last number said with that mark before so many calls had been made; 0: none. */
static uint64_t last_said(const struct disk *disk, char mark, size_t calls) {
    uint64_t number = 0;
    for (size_t i = 0; i < calls; i++) {
        const char *line = disk_bytes(disk, i);
        if (disk_call(disk, i)->kind == CALL_SAID && line[0] == mark)
            number = strtoull(line + 2, NULL, 10);
    }
    return number;
}

static void check_draft(const char *data, uint64_t least) {
    struct draft draft;
    struct err err = {0};
    bool found = draft_load(data, "operator", &draft, &err);
    assert_int_equal(err.kind, found ? err.kind : ERR_NONE);
    assert_true(found ? strtoull(draft.field[0].text, NULL, 10) >= least : least == 0);
}

static void check_state(void *context, const char *at, size_t calls) {
    const struct scene *scene = context;
    uint64_t acknowledged[CHANGES + 1];
    size_t count = 0;
    char *data = below(at, "bidang/data");
    struct office *office;
    struct err err = {0};
    bool repeated;
    check_draft(data, last_said(scene->disk, '-', calls));
    if (!operation_office(data, "operator", &office, &err) ||
        !operation_do(office, AFTERWARDS, &repeated, &err))
        fail_msg("%s", err.text);
    office_close(office);
    for (uint64_t number = last_said(scene->disk, '=', calls); number > 0; number--)
        acknowledged[count++] = number;
    acknowledged[count++] = AFTERWARDS;
    struct judgement verdict = judge(data, acknowledged, count);
    judge_clean(&verdict);
    free(data);
}

static void every_state_keeps_what_was_acknowledged(void **state) {
    (void)state;
    struct scene scene;
    scene_init(&scene);
    assert_int_equal(run(&scene, (struct fault){.class = NULL}, CHANGES), EXIT_SUCCESS);
    scene.disk = disk_read(scene.log, scene.root);
    size_t states = disk_states(scene.disk, 0, scene.again, check_state, &scene);
    print_message("hasil: fault_power: %zu keadaan disk setelah listrik padam, semua terbuka, 0 simpan dan "
                  "draf hilang\n",
                  states);
    scene_release(&scene);
}

/* ---- killed first, repeated, and then the power is lost ---- */

static size_t first_said(const struct disk *disk) {
    size_t i = 0;
    while (disk_call(disk, i) && disk_call(disk, i)->kind != CALL_SAID)
        i++;
    return i;
}

/* Only from the second one's answer on. False when the first one came to its end before that call. */
static bool repeated_after(const struct fault *fault, size_t *states) {
    struct scene scene;
    scene_init(&scene);
    bool met = run(&scene, *fault, 1) == KILLED;
    assert_int_equal(run(&scene, (struct fault){.class = NULL}, 1), EXIT_SUCCESS);
    scene.disk = disk_read(scene.log, scene.root);
    *states += disk_states(scene.disk, first_said(scene.disk), scene.again, check_state, &scene);
    scene_release(&scene);
    return met;
}

static void what_a_killed_one_left_in_memory_is_synced_before_it_is_confirmed(void **state) {
    (void)state;
    size_t states = 0;
    struct fault fault = {.class = "tulis", .deed = "kill-after", .call = 1};
    while (repeated_after(&fault, &states))
        fault.call++;
    print_message(
        "hasil: fault_power: %zu keadaan setelah kill -9 di tiap penulisan, diulang, lalu listrik padam\n",
        states);
}

int main(int argc, char **argv) {
    if (argc > 4 && strcmp(argv[1], "worker") == 0)
        return worker(argv + 2);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_keeps_what_was_acknowledged),
        cmocka_unit_test(what_a_killed_one_left_in_memory_is_synced_before_it_is_confirmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
