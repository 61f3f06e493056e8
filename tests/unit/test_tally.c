/* One tally for the progress line, the board, Dasbor, what comes next, and Periksa. */
#include "check.h"
#include "unit/desk.h"
#include <string.h>

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

static bool add_row(void *context, const struct row *row) {
    tally_add(context, row, &small_office()->rules);
    return true;
}

static struct tally tally_of(struct office *office, int number) {
    const struct unit *unit = small_office_unit("koperasi");
    struct reading reading = desk_read_unit(office, unit);
    struct tally tally = {0};
    row_each(&reading.records, unit, desk_quarter(number), add_row, &tally);
    reading_release(&reading);
    return tally;
}

static void assert_figure(struct figure figure, int places, const char *expected) {
    char text[DECIMAL_TEXT_MAX];
    figure_print(figure, places, text);
    assert_string_equal(text, expected);
}

static void the_board_counts(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct tally tally = tally_of(office, 1);
    int counted;
    assert_int_equal(tally.takes_value, 6);
    assert_int_equal(tally.filled, 0);
    assert_int_equal(tally.unmeasured, 1);
    assert_int_equal(tally.required, 1);
    assert_int_equal(average_all(&tally.average, &counted).kind, FIGURE_BLANK);
    assert_int_equal(counted, 0);

    desk_type(office, REPORTS, 1, "375"); /* 100,00 sub kegiatan */
    desk_type(office, PEOPLE, 1, "14");   /* 50,00 sub kegiatan */
    desk_type(office, PRODUCTS, 1, "0");  /* 0,00 kegiatan: inside */
    desk_type(office, UNSPLIT, 1, "5");   /* no target: outside */
    desk_type(office, DOCUMENT, 1, "1");  /* out of plan: outside */
    desk_attach(office, REPORTS, 1, "Laporan koperasi");
    tally = tally_of(office, 1);
    assert_int_equal(tally.filled, 4);
    assert_int_equal(tally.unmeasured, 1);
    assert_int_equal(tally.required_attached, 1);
    assert_figure(average_level(&tally.average, LEVEL_SUBACTIVITY, &counted), 2, "75,00");
    assert_figure(average_all(&tally.average, &counted), 2, "37,50");
    assert_int_equal(counted, 3);
}

static void the_board_averages_to_date_where_asked(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, REPORTS, 1, "375");
    desk_type(office, REPORTS, 2, "0");
    struct rules rules = small_office()->rules;
    rules.average_basis = AVERAGE_TO_DATE;
    struct row row = desk_row(office, REPORTS, 2);
    struct tally tally = {0};
    int counted;
    tally_add(&tally, &row, &rules);
    assert_figure(average_all(&tally.average, &counted), 2, "50,00");
    assert_int_equal(counted, 1);
}

static void rows_add_up(void **state) {
    (void)state;
    struct tally tally = {0};
    const struct rules rules = {.evidence_required = true}, lenient = {0};
    struct row row = {.indicator = small_office_indicator(REPORTS), .quarter = {2025, 3}};
    row.stage = STAGE_SUBMITTED;
    row.actual.filled = true;
    tally_add(&tally, &row, &rules);
    row.verdict = VERDICT_RETURNED;
    row.mended = true;
    row.stage = STAGE_RETURNED;
    tally_add(&tally, &row, &rules);
    row = (struct row){.indicator = row.indicator, .quarter = row.quarter, .stage = STAGE_SUBMITTED};
    tally_add(&tally, &row, &rules);
    row.verdict = VERDICT_CORRECTED;
    tally_add(&tally, &row, &rules);
    row.answer = ANSWER_ACCEPTED;
    tally_add(&tally, &row, &rules);
    row = (struct row){.indicator = row.indicator, .stage = STAGE_SUBMITTED, .required = 3};
    row.actual.filled = true;
    row.required_attached = row.required_promised = 1;
    row.verdict = VERDICT_CONFORMS;
    row.quarter.number = 3;
    tally_add(&tally, &row, &rules);
    tally_add(&tally, &row, &lenient);
    row.required_promised = 2;
    tally_add(&tally, &row, &rules);
    assert_int_equal(tally.lacking, 1);
    assert_int_equal(tally_stage(&tally), STAGE_SUBMITTED);
    assert_int_equal(tally.unanswered, 1);
    assert_int_equal(tally.blank, 3);
    assert_int_equal(tally.returned, 1);
    assert_int_equal(tally.mended, 1);
    assert_int_equal(tally.verdicts, 6);
    assert_int_equal(tally.unjudged, 1);
}

/* Of what may not be read yet nothing is counted but that it is there. */
static void what_is_withheld_is_counted_as_that_alone(void **state) {
    (void)state;
    struct tally tally = {0};
    struct row row = {.indicator = small_office_indicator(REPORTS),
                      .quarter = {2025, 3},
                      .stage = STAGE_SUBMITTED,
                      .state = ENTRY_WITHHELD,
                      .required = 1};
    tally_add(&tally, &row, &small_office()->rules);
    row.indicator = small_office_indicator(DOCUMENT);
    tally_add(&tally, &row, &small_office()->rules);
    assert_false(tally_any(&tally));
    assert_int_equal(tally.rows, 2);
    assert_int_equal(tally.withheld, 2);
    assert_int_equal(tally.takes_value, 1);
    assert_int_equal(tally.unmeasured, 1);
    assert_int_equal(tally.blank + tally.verdicts + tally.lacking, 0);
    assert_int_equal(tally_stage(&tally), STAGE_OPEN);
    row.state = ENTRY_SUBMITTED;
    tally_add(&tally, &row, &small_office()->rules);
    assert_true(tally_any(&tally));
    assert_int_equal(tally_stage(&tally), STAGE_SUBMITTED);
}

/* xorshift: the same rows in every run. */
static int chance(uint32_t *state, int count) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (int)(*state % (uint32_t)count);
}

static struct row any_row(uint32_t *state) {
    static const char *const codes[] = {REPORTS, PEOPLE, DOCUMENT, SHARE, UNSPLIT};
    struct row row = {.indicator = small_office_indicator(codes[chance(state, 5)]),
                      .quarter = {SMALL_OFFICE_YEAR, 1 + chance(state, PERIODS)},
                      .stage = (enum stage)chance(state, STAGE_COUNT),
                      .verdict = (enum verdict)chance(state, VERDICT_COUNT),
                      .answer = (enum answer)chance(state, ANSWER_COUNT),
                      .mended = chance(state, 2),
                      .required = chance(state, 4)};
    row.state = chance(state, 4) ? ENTRY_DRAFT : ENTRY_WITHHELD;
    row.actual.filled = chance(state, 2);
    row.required_attached = chance(state, row.required + 1);
    row.required_promised = chance(state, row.required - row.required_attached + 1);
    row.final = (struct figure){.kind = chance(state, 2) ? FIGURE_VALUE : FIGURE_BLANK,
                                .value = decimal_whole(chance(state, 150))};
    row.figures.target = (struct figure){.kind = FIGURE_VALUE, .value = decimal_whole(chance(state, 3))};
    return row;
}

/* What is taken out in any order leaves the others as if it had never been in. */
static void what_was_added_can_be_taken_out(void **state) {
    (void)state;
    enum { ROWS = 200 };
    const struct rules rules = {.evidence_required = true, .cap = small_office()->rules.cap};
    struct tally all = {0}, kept = {0};
    struct row row[ROWS];
    uint32_t seed = 20251003;
    for (int i = 0; i < ROWS; i++) {
        row[i] = any_row(&seed);
        tally_add(&all, &row[i], &rules);
    }
    for (int i = ROWS - 1; i >= 0; i--)
        if (i % 3)
            tally_remove(&all, &row[i], &rules);
        else
            tally_add(&kept, &row[i], &rules);
    assert_memory_equal(&all, &kept, sizeof all);
    assert_true(kept.rows > 0 && kept.withheld > 0 && kept.lacking > 0 && kept.objected > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(the_board_counts),
        AT_DESK(the_board_averages_to_date_where_asked),
        cmocka_unit_test(rows_add_up),
        cmocka_unit_test(what_is_withheld_is_counted_as_that_alone),
        cmocka_unit_test(what_was_added_can_be_taken_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
