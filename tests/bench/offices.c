#include "bench/offices.h"
#include "base/file.h"
#include "base/list.h"
#include "base/memory.h"
#include "config/config_load.h"
#include "e2e/batch.h"
#include "model/review.h"
#include "office/office.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CATALOGUE_BYTES_MAX = 1 << 20 };

static const struct {
    const char *name;
    int times;     /* the shipped catalogue */
    int documents; /* a year for each indicator */
    int filled;    /* quarters */
} offices[] = {
    [OFFICE_100] = {"OFFICE_100", 1, 8, 2},
    [OFFICE_4000] = {"OFFICE_4000", 40, 17, 4},
    [OFFICE_20000] = {"OFFICE_20000", 200, 4, 1},
};

static void must(bool done, const struct err *err) {
    if (done)
        return;
    fprintf(stderr, "bench: %s\n", err->text);
    exit(EXIT_FAILURE);
}

static char *joined(const char *directory, const char *below) {
    struct buf path = {0};
    buf_printf(&path, "%s/%s", directory, below);
    return path.data;
}

char *bench_path(const char *name) {
    struct buf path = {0};
    struct err err = {0};
    const char *build = getenv("TRIWULAN_BUILD");
    buf_printf(&path, "%s/bench", build ? build : "build");
    must(file_make_directory(path.data, &err), &err);
    buf_printf(&path, "/%s", name);
    return path.data;
}

static void copy(const char *from, const char *to) {
    struct launch launch = {0};
    const char *const arguments[] = {"-r", from, to, NULL};
    launch_init(&launch, "/bin/cp", arguments, "/");
    struct batch batch = batch_launch(&launch);
    struct err err = {0};
    err_set(&err, ERR_IO, "cp: %s", buf_string(&batch.err));
    must(batch.status == 0, &err);
    batch_release(&batch);
    launch_release(&launch);
}

/* ---- configuration ---- */

/* Every line of an indicator, with the copy's number behind its code. */
static void put_indicators(struct buf *out, const char *text, int number) {
    static const char code[] = "  - kode: ";
    for (size_t length; *text; text += length) {
        length = strcspn(text, "\n") + 1;
        bool names = strncmp(text, code, sizeof code - 1) == 0;
        buf_put(out, text, length - 1);
        if (names && number > 0)
            buf_printf(out, "-%02d", number);
        buf_byte(out, '\n');
    }
}

static void write_file(const char *path, const struct buf *text) {
    struct err err = {0};
    must(file_replace(path, text->data, text->length, &err), &err);
}

static void make_catalogue(const char *config, int times) {
    static const char begin[] = "\nindikator:\n";
    struct buf shipped = {0}, made = {0};
    struct err err = {0};
    must(file_read("config/katalog-2025.yaml", CATALOGUE_BYTES_MAX, &shipped, &err), &err);
    const char *list = strstr(buf_string(&shipped), begin);
    err_set(&err, ERR_INVALID, "config/katalog-2025.yaml has no list of indicators");
    must(list != NULL, &err);
    list += sizeof begin - 1;
    buf_put(&made, shipped.data, (size_t)(list - shipped.data));
    for (int number = 0; number < times; number++)
        put_indicators(&made, list, number);
    char *path = joined(config, "katalog-2025.yaml");
    write_file(path, &made);
    free(path);
    buf_release(&made);
    buf_release(&shipped);
}

static void make_config(const char *home, int times) {
    struct err err = {0};
    char *config = joined(home, "config");
    must(file_make_directory(config, &err), &err);
    copy("config/triwulan.yaml", config);
    make_catalogue(config, times);
    free(config);
}

void office_config_load(const char *home, struct config *config) {
    struct buf problems = {0};
    struct err err = {0};
    char *directory = joined(home, "config");
    *config = (struct config){0};
    bool loaded = config_load(directory, config, &problems);
    err_set(&err, ERR_INVALID, "%s", buf_string(&problems));
    must(loaded, &err);
    buf_release(&problems);
    free(directory);
}

/* ---- figures ---- */

static void change(struct office *office, const struct request *request) {
    struct outcome outcome;
    struct err err = {0};
    must(office_change(office, request, &outcome, &err), &err);
}

static struct request request_on(struct office *office, enum event_kind kind,
                                 const struct indicator *indicator, struct quarter quarter) {
    const struct record_key key = record_key(event_kind_record(kind), indicator->code, quarter);
    return request_new(kind, &key, office_facts(office).now);
}

static void set_actual(struct office *office, const struct indicator *indicator, struct quarter quarter) {
    struct request request = request_on(office, EVENT_ACTUAL_SET, indicator, quarter);
    int value = (int)strlen(indicator->description) * quarter.number % 90 + 1;
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(value)};
    change(office, &request);
}

static void set_notes(struct office *office, const struct indicator *indicator, struct quarter quarter) {
    struct request request = request_on(office, EVENT_NOTES_SET, indicator, quarter);
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX, "Dilaksanakan menurut jadwal di bulan %s",
             quarter_months(quarter.number));
    change(office, &request);
}

/* What is required first, then others. */
static void attach(struct office *office, const struct indicator *indicator, struct quarter quarter,
                   int number) {
    struct request request = request_on(office, EVENT_EVIDENCE_SET, indicator, quarter);
    struct evidence *evidence = &request.change.evidence;
    if (number < indicator->requirement_count)
        snprintf(evidence->title, sizeof evidence->title, "%s", indicator->requirement[number].title);
    else
        snprintf(evidence->title, sizeof evidence->title, "Dokumentasi kegiatan %d", number + 1);
    snprintf(evidence->place, sizeof evidence->place, "lemari %d map %d", quarter.number, number + 1);
    evidence->date = quarter_first_day(quarter);
    change(office, &request);
}

static void fill_indicator(struct office *office, const struct indicator *indicator,
                           enum bench_office which) {
    int documents = offices[which].documents;
    for (int number = 1; number <= offices[which].filled; number++) {
        struct quarter quarter = {.year = config_year(office_facts(office).asker.config), .number = number};
        set_actual(office, indicator, quarter);
        set_notes(office, indicator, quarter);
        int upto = documents * number / QUARTERS;
        for (int i = documents * (number - 1) / QUARTERS, first = i; i < upto; i++)
            attach(office, indicator, quarter, i - first);
    }
}

static struct office *open_office(const struct config *config, const char *data) {
    struct office *office;
    struct err err = {0};
    struct office_options options = {.config = config, .directory = data, .login = OFFICE_LOGIN};
    date_parse(OFFICE_TODAY, &options.clock.today);
    must(office_open(&options, &office, &err), &err);
    return office;
}

/* In memory, where syncing costs nothing, since each of the events is a commit of its own. */
static char *fill_store(const struct config *config, enum bench_office which) {
    struct err err = {0};
    bool memory = access("/dev/shm", W_OK | X_OK) == 0;
    char *data = memory_text(memory ? "/dev/shm/triwulan-bench-XXXXXX" : "/tmp/triwulan-bench-XXXXXX");
    err_set(&err, ERR_IO, "no place for a new store");
    must(mkdtemp(data) != NULL, &err);
    struct office *office = open_office(config, data);
    for (int i = 0; i < config->catalogue->count; i++)
        fill_indicator(office, &config->catalogue->indicator[i], which);
    office_close(office);
    return data;
}

static void make_office(const char *home, enum bench_office which) {
    struct config config;
    struct err err = {0};
    must(file_make_directory(home, &err), &err);
    make_config(home, offices[which].times);
    office_config_load(home, &config);
    fprintf(stderr, "bench: filling a store for %d indicators, once\n", config.catalogue->count);
    char *data = fill_store(&config, which), *kept = joined(home, "data");
    copy(data, kept);
    home_free(data);
    free(kept);
    config_release(&config);
}

char *office_home(enum bench_office which) {
    char *home = bench_path(offices[which].name);
    if (access(home, F_OK) == 0)
        return home;
    struct buf unfinished = {0};
    buf_printf(&unfinished, "%s.baru", home);
    home_free(memory_text(unfinished.data));
    make_office(unfinished.data, which);
    struct err err = {0};
    err_set(&err, ERR_IO, "cannot rename \"%s\"", unfinished.data);
    must(rename(unfinished.data, home) == 0, &err);
    buf_release(&unfinished);
    return home;
}

char *office_copy(enum bench_office which) {
    char *home = office_home(which), *working = bench_path("copy-XXXXXX");
    struct err err = {0};
    err_set(&err, ERR_IO, "cannot make \"%s\"", working);
    must(mkdtemp(working) != NULL, &err);
    for (const char *const *part = (const char *const[]){"config", "data", NULL}; *part; part++) {
        char *from = joined(home, *part);
        copy(from, working);
        free(from);
    }
    free(home);
    return working;
}

/* ---- handing in ---- */

/* What is read of a bidang before it hands in. */
static void read_unit(struct office *office, const struct unit *unit, struct quarter quarter,
                      struct reading *reading) {
    const struct scope scope = {
        .unit = unit, .first_year = quarter.year, .last_year = quarter.year, .kinds = KINDS_REVIEW};
    struct err err = {0};
    must(office_read(office, &scope, reading, &err), &err);
}

static bool add_unexplained(void *context, const struct row *row, finding_set findings) {
    if (findings & 1u << FINDING_UNEXPLAINED)
        list_add(context, &row->indicator);
    return true;
}

static void explain(struct office *office, const struct records *records, const struct indicator *indicator,
                    struct quarter quarter) {
    struct request request = request_on(office, EVENT_NOTES_SET, indicator, quarter);
    struct notes *notes = &request.change.notes;
    struct record standing;
    records_get(records, &request.change.key, &standing);
    *notes = standing.notes;
    snprintf(notes->text[NOTE_OBSTACLE], NOTE_MAX, "Anggaran kegiatan baru cair di akhir triwulan");
    snprintf(notes->text[NOTE_FOLLOW_UP], NOTE_MAX, "Sisanya dilaksanakan di triwulan berikut");
    request.change.replaces = standing.head;
    change(office, &request);
}

static void hand_in(struct office *office, const struct unit *unit, struct quarter quarter) {
    struct list low = {.size = sizeof(const struct indicator *)};
    const struct record_key key = record_key(RECORD_SUBMISSION, unit->code, quarter);
    struct request request = request_new(EVENT_SUBMITTED, &key, office_facts(office).now);
    struct reading reading;
    struct review review;
    read_unit(office, unit, quarter, &reading);
    review_of(&reading.records, unit, quarter, &(struct review_call){add_unexplained, &low}, &review);
    for (int i = 0; i < low.count; i++)
        explain(office, &reading.records, ((const struct indicator *const *)low.item)[i], quarter);
    reading_release(&reading);
    read_unit(office, unit, quarter, &reading);
    review_of(&reading.records, unit, quarter, NULL, &review);
    reading_release(&reading);
    request.change.replaces = review.head;
    request.change.step.coverage = review.coverage;
    change(office, &request);
    list_release(&low);
}

void office_hand_in(const char *home) {
    struct config config;
    office_config_load(home, &config);
    char *data = joined(home, "data");
    struct office *office = open_office(&config, data);
    for (int number = 1; number < OFFICE_QUARTER; number++)
        for (int i = 0; i < config.unit_count; i++)
            hand_in(office, &config.unit[i], (struct quarter){config_year(&config), number});
    office_close(office);
    free(data);
    config_release(&config);
}

const char *const office_arguments[] = {"--sebagai", OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY, NULL};

char *office_environment(const char *home) {
    struct buf variable = {0};
    buf_printf(&variable, "TRIWULAN_KONFIG=%s/config", home);
    return variable.data;
}
