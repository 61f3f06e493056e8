#include "unit/desk.h"
#include "base/memory.h"
#include "check.h"
#include "value/typed.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *directory;
static struct office *office;

int desk_set_up(void **state) {
    directory = memory_text("/tmp/triwulan-XXXXXX");
    *state = directory;
    return mkdtemp(directory) != NULL ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

int desk_clear(void **state) {
    (void)state;
    office_close(office);
    office = NULL;
    int removed = nftw(directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(directory);
    return removed;
}

struct office *desk_under(const struct config *config, const char *login) {
    office_close(office);
    office = NULL;
    const struct office_options options = {.config = config,
                                           .directory = directory,
                                           .login = login,
                                           .clock = {.today = {SMALL_OFFICE_YEAR, 10, 3}}};
    struct err err;
    if (!office_open(&options, &office, &err))
        fail_msg("%s", err.text);
    return office;
}

struct office *desk_of(const char *login) {
    return desk_under(small_office(), login);
}

struct quarter desk_quarter(int number) {
    return (struct quarter){SMALL_OFFICE_YEAR, number};
}

struct row desk_row(struct office *at, const char *code, int number) {
    struct row row;
    struct err err;
    if (!office_row(at, small_office_indicator(code), desk_quarter(number), &row, &err))
        fail_msg("%s", err.text);
    return row;
}

struct request desk_request(struct office *at, const char *code, int number, int whole) {
    struct request request =
        office_request(at, EVENT_ACTUAL_SET, small_office_indicator(code), desk_quarter(number));
    request.change.replaces = desk_row(at, code, number).head;
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(whole)};
    return request;
}

struct outcome desk_type(struct office *at, const char *code, int number, const char *text) {
    const struct indicator *indicator = small_office_indicator(code);
    struct row row = desk_row(at, code, number);
    const struct typed_for what = {&indicator->measure, indicator->plan.aggregation, row_before(&row)};
    struct request request = desk_request(at, code, number, 0);
    struct typed typed;
    struct outcome outcome;
    struct err err;
    if (!typed_read(text, what, &typed, &err))
        fail_msg("%s", err.text);
    request.change.actual.value = typed.value;
    request.change.actual.fraction = typed.fraction;
    if (!office_change(at, &request, &outcome, &err))
        fail_msg("%s", err.text);
    return outcome;
}

void desk_step(struct office *at, enum event_kind kind, int number) {
    const struct unit *unit = small_office_unit("koperasi");
    bool reasoned = kind == EVENT_RETURNED || kind == EVENT_UNLOCKED;
    struct review review;
    struct outcome outcome;
    struct err err = {0};
    assert_true(office_review(at, unit, desk_quarter(number), NULL, &review, &err));
    struct request request = office_step(at, kind, unit, desk_quarter(number));
    request.change.replaces = review.head;
    request.change.step.coverage = review.coverage;
    snprintf(request.change.step.reason, NOTE_MAX + 1, "%s", reasoned ? "alasan" : "");
    if (!office_change(at, &request, &outcome, &err))
        fail_msg("%s", err.text);
}

static const char *const measured[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS, SHARE};

void desk_fill(int number) {
    static const char *const values[] = {"375", "28", "3", "5", "0,15"};
    struct office *operator= desk_of("operator");
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        desk_type(operator, measured[i], number, values[i]);
    desk_attach(operator, REPORTS, number, "Laporan koperasi");
}

void desk_check(int number) {
    struct office *at = desk_of("verifikator");
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++) {
        const struct indicator *indicator = small_office_indicator(measured[i]);
        struct record standing;
        struct outcome outcome;
        struct err err = {0};
        assert_true(office_verdict(at, indicator, desk_quarter(number), &standing, &err));
        struct request request = office_request(at, EVENT_CHECK_PASSED, indicator, desk_quarter(number));
        request.change.replaces = standing.head;
        if (!office_change(at, &request, &outcome, &err))
            fail_msg("%s", err.text);
    }
}

void desk_ratify(int number) {
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, number);
    desk_check(number);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, number);
    desk_step(desk_of("pimpinan"), EVENT_RATIFIED, number);
}

struct outcome desk_attach(struct office *at, const char *code, int number, const char *title) {
    struct request request =
        office_request(at, EVENT_EVIDENCE_SET, small_office_indicator(code), desk_quarter(number));
    request.change.evidence.kind = EVIDENCE_REPORT;
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", title);
    struct outcome outcome;
    struct err err;
    if (!office_change(at, &request, &outcome, &err))
        fail_msg("%s", err.text);
    return outcome;
}
