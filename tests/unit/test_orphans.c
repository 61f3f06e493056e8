/* Records whose code or bidang is in no catalogue of their quarter any more are named, and no others. */
#include "base/err.h"
#include "check.h"
#include "unit/ledger.h"
#include "unit/small_years.h"
#include "view/orphans.h"
#include <stdio.h>
#include <string.h>

static void put(struct ledger *ledger, enum record_kind kind, const char *code, struct quarter quarter) {
    struct record_key key = record_key(kind, code, quarter);
    struct record record;
    key.number = record_kind_numbered(kind) ? ledger_last_number(ledger, &key) + 1 : 0;
    record_init(&record, &key);
    record.head.sequence = 1;
    ledger_put(ledger, &record);
}

static struct orphans orphans_in(struct ledger *ledger) {
    const struct person person = config_person(small_years(), "siapa-saja");
    const struct asker asker = {.config = small_years(), .person = &person};
    const struct records records = ledger_records(ledger, &asker);
    struct orphans orphans;
    orphans_of(&records, &orphans);
    return orphans;
}

/* K-DOKUMEN is gone from TW III on; a code is looked for under the catalogue's spelling only. */
static void each_kind_knows_what_its_code_may_name(void **state) {
    static const struct {
        enum record_kind kind;
        const char *code;
        struct quarter quarter;
        bool orphan;
    } cases[] = {
        {RECORD_ACTUAL, REPORTS, {2025, 1}, false},
        {RECORD_ACTUAL, REPORTS, {2025, 3}, false}, /* another bidang's by then */
        {RECORD_ACTUAL, REPORTS, {2026, 1}, true},
        {RECORD_ACTUAL, DOCUMENT, {2025, 2}, false},
        {RECORD_ACTUAL, DOCUMENT, {2025, 3}, true},
        {RECORD_ACTUAL, DOCUMENT, {2025, YEAR_PERIOD}, true},
        {RECORD_ACTUAL, DOCUMENT, {2024, 4}, false},
        {RECORD_ACTUAL, "k-laporan", {2025, 1}, true},
        {RECORD_ACTUAL, "koperasi", {2025, 1}, true},
        {RECORD_NOTES, "K-LAMA", {2025, 1}, true},
        {RECORD_EVIDENCE, "K-LAMA", {2025, 1}, true},
        {RECORD_CHECK, "K-LAMA", {2025, 1}, true},
        {RECORD_SPENDING, "K-LAMA", {2025, 1}, true},
        {RECORD_REKEY, "K-LAMA", {2025, 1}, true},
        {RECORD_SUBMISSION, "koperasi", {2025, 1}, false},
        {RECORD_SUBMISSION, "Koperasi", {2025, 1}, true},
        {RECORD_SUBMISSION, REPORTS, {2025, 1}, true},
        {RECORD_SUBMISSION, "bidang-lama", {2025, 1}, true},
        {RECORD_INSTRUCTION, REPORTS, {2025, 1}, false},
        {RECORD_INSTRUCTION, "koperasi", {2025, 1}, false},
        {RECORD_INSTRUCTION, "K-LAMA", {2025, 1}, true},
        {RECORD_MEETING, "koperasi", {2025, 1}, false},
        {RECORD_MEETING, RECORD_JOINT, {2025, 1}, false},
        {RECORD_MEETING, "bidang-lama", {2025, 1}, true},
        {RECORD_RECOMMENDATION, RECORD_AGENCY, {2025, YEAR_PERIOD}, false},
        {RECORD_DOCUMENT, "renstra", {2025, 1}, false},
        {RECORD_HANDOVER, "inspektorat", {2025, 1}, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ledger ledger = {0};
        put(&ledger, cases[i].kind, cases[i].code, cases[i].quarter);
        struct orphans orphans = orphans_in(&ledger);
        if (orphans.count != cases[i].orphan)
            fail_msg("%s, case %zu", cases[i].code, i);
        orphans_release(&orphans);
        ledger_release(&ledger);
    }
}

static void assert_orphan(const struct orphan *orphan, const char *expected) {
    char text[100], first[QUARTER_TEXT_MAX], last[QUARTER_TEXT_MAX];
    quarter_print(orphan->first, first);
    quarter_print(orphan->last, last);
    snprintf(text, sizeof text, "%s %s %s %d", orphan->code, first, last, orphan->records);
    assert_string_equal(text, expected);
}

/* Of all kinds together, by code, with the quarters in which something stands. */
static void a_code_is_named_once(void **state) {
    (void)state;
    struct ledger ledger = {0};
    put(&ledger, RECORD_ACTUAL, "K-TUA", (struct quarter){2025, 2});
    put(&ledger, RECORD_ACTUAL, "K-TUA", (struct quarter){2024, 4});
    put(&ledger, RECORD_ACTUAL, REPORTS, (struct quarter){2025, 1});
    put(&ledger, RECORD_NOTES, "K-LAMA", (struct quarter){2025, 1});
    put(&ledger, RECORD_EVIDENCE, "K-TUA", (struct quarter){2025, 1});
    put(&ledger, RECORD_EVIDENCE, "K-TUA", (struct quarter){2025, 1});
    put(&ledger, RECORD_CHECK, "K-TUA", (struct quarter){2023, 1});
    put(&ledger, RECORD_REKEY, "K-TUA", (struct quarter){2026, 1});
    put(&ledger, RECORD_SUBMISSION, "bidang-lama", (struct quarter){2025, 1});
    struct orphans orphans = orphans_in(&ledger);
    assert_int_equal(orphans.count, 3);
    assert_orphan(&orphans.orphan[0], "K-LAMA 2025-TW1 2025-TW1 1");
    assert_orphan(&orphans.orphan[1], "K-TUA 2023-TW1 2026-TW1 6");
    assert_orphan(&orphans.orphan[2], "bidang-lama 2025-TW1 2025-TW1 1");
    orphans_release(&orphans);
    assert_int_equal(orphans.count, 0);
    orphans_release(&orphans);
    ledger_release(&ledger);
}

static void assert_told(int count, const char *expected) {
    struct ledger ledger = {0};
    char text[ERR_TEXT_MAX] = "sebelumnya", code[CODE_MAX + 1];
    for (int i = 1; i <= count; i++) {
        snprintf(code, sizeof code, "%030d-%d", 0, i);
        put(&ledger, RECORD_ACTUAL, i == 1 ? "K-LAMA" : i == 2 ? "K-TUA" : code, (struct quarter){2025, 1});
    }
    struct orphans orphans = orphans_in(&ledger);
    orphans_print(&orphans, text, sizeof text);
    assert_string_equal(text, expected);
    orphans_release(&orphans);
    ledger_release(&ledger);
}

static void they_are_told_in_one_line(void **state) {
    (void)state;
#define LINE " kode tidak ada lagi di katalog, datanya masih tersimpan (triwulan riwayat KODE): "
#define ZEROS "000000000000000000000000000000"
    assert_told(0, "");
    assert_told(1, "1" LINE "K-LAMA");
    assert_told(2, "2" LINE "K-LAMA, K-TUA");
    assert_told(6, "6" LINE ZEROS "-3, " ZEROS "-4, " ZEROS "-5, " ZEROS "-6, K-LAMA, K-TUA");
    assert_told(9, "9" LINE ZEROS "-3, " ZEROS "-4, " ZEROS "-5, " ZEROS "-6, " ZEROS "-7, " ZEROS
                   "-8 dan 3 lagi");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_knows_what_its_code_may_name),
        cmocka_unit_test(a_code_is_named_once),
        cmocka_unit_test(they_are_told_in_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
