/* What one quarter takes over from those before it. core/DOMAIN.md, The year, 6 and 7. */
#include "check.h"
#include "model/dossier.h"
#include "unit/ledger.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <string.h>

static const struct quarter third = {SMALL_OFFICE_YEAR, 3};

static void open_recommendations_are_carried_on(void **state) {
    (void)state;
    struct record record;
    const struct record_key key = {.kind = RECORD_RECOMMENDATION,
                                   .quarter = {SMALL_OFFICE_YEAR, YEAR_PERIOD}};
    record_init(&record, &key);
    record.head.sequence = 1;
    record.recommendation.quarter = 3;
    assert_false(recommendation_open(&record, (struct quarter){SMALL_OFFICE_YEAR, 2}));
    assert_true(recommendation_open(&record, third));
    assert_true(recommendation_open(&record, (struct quarter){SMALL_OFFICE_YEAR + 1, 1}));
    record.recommendation.state = FOLLOW_UP_TAKEN;
    assert_true(recommendation_open(&record, third));
    record.recommendation.state = FOLLOW_UP_DONE;
    assert_false(recommendation_open(&record, third));
    record.recommendation.state = FOLLOW_UP_OPEN;
    record.head.sequence = 0;
    assert_false(recommendation_open(&record, third));
}

static struct record_key renstra(int year, int number) {
    return record_key(RECORD_DOCUMENT, "renstra", (struct quarter){year, number});
}

static void mark(struct ledger *ledger, const struct record_key *key, const char *place, bool still_valid) {
    struct record record;
    record_init(&record, key);
    record.head.sequence = (uint64_t)ledger->count + 1;
    snprintf(record.changed_by, sizeof record.changed_by, "perencana");
    record.dossier = (struct dossier){.present = true, .still_valid = still_valid};
    snprintf(record.dossier.place, sizeof record.dossier.place, "%s", place);
    ledger_put(ledger, &record);
}

/* From the latest of the eight quarters before that was there in its own right, over years; the year's own measurement
 * is none of them. */
static void a_document_is_carried_from_the_latest_of_its_own(void **state) {
    (void)state;
    static const struct {
        int year, number;
        const char *place; /* where it is found, "" when it is not carried */
    } cases[] = {
        {2023, 2, ""},
        {2023, 3, "lemari 1"},
        {2024, 1, "lemari 1"},
        {2024, 3, "lemari 2"},
        {2024, YEAR_PERIOD, "lemari 2"},
        {2025, 1, "lemari 2"},
        {2026, 2, "lemari 2"},
        {2026, 3, ""},
    };
    struct ledger ledger = {0};
    const struct asker nobody = {.config = NULL};
    const struct records records = ledger_records(&ledger, &nobody);
    const struct record_key first = renstra(2023, 2), still = renstra(2023, 4), second = renstra(2024, 2),
                            annual = renstra(2024, YEAR_PERIOD);
    mark(&ledger, &first, "lemari 1", false);
    mark(&ledger, &still, "", true);
    mark(&ledger, &second, "lemari 2", false);
    mark(&ledger, &annual, "lemari 9", false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct record_key key = renstra(cases[i].year, cases[i].number);
        const struct record carried = dossier_carried(&records, &key);
        assert_string_equal(carried.dossier.place, cases[i].place);
        assert_int_equal(carried.head.sequence != 0, *cases[i].place != '\0');
    }
    ledger_release(&ledger);
}

static void what_still_holds_stands_as_what_it_carries_on(void **state) {
    (void)state;
    struct ledger ledger = {0};
    const struct asker nobody = {.config = NULL};
    const struct records records = ledger_records(&ledger, &nobody);
    const struct record_key first = renstra(2025, 1), second = renstra(2025, 2), lost = renstra(2020, 1),
                            none = renstra(2025, 3);
    mark(&ledger, &first, "lemari 1", false);
    mark(&ledger, &second, "lama", true);
    mark(&ledger, &lost, "lama", true); /* what it carried on was taken back since */
    struct record record = dossier_standing(&records, &first);
    assert_string_equal(record.dossier.place, "lemari 1");
    assert_string_equal(dossier_word(&record.dossier), "ada");
    record = dossier_standing(&records, &second);
    assert_string_equal(record.dossier.place, "lemari 1");
    assert_string_equal(dossier_word(&record.dossier), "masih berlaku");
    assert_int_equal(record.head.sequence, 2);
    assert_int_equal(record.key.quarter.number, 2);
    record = dossier_standing(&records, &lost);
    assert_string_equal(record.dossier.place, "");
    assert_true(record.dossier.present && record.dossier.still_valid);
    record = dossier_standing(&records, &none);
    assert_string_equal(dossier_word(&record.dossier), "belum");
    assert_int_equal(record.head.sequence, 0);
    ledger_release(&ledger);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(open_recommendations_are_carried_on),
        cmocka_unit_test(a_document_is_carried_from_the_latest_of_its_own),
        cmocka_unit_test(what_still_holds_stands_as_what_it_carries_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
