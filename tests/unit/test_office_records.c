/* What stands around the figures: who may write it, what is refused, and what is read back, through a real
 * store. Rules: core/DOMAIN.md, Who and The year, 4 to 7. */
#include "check.h"
#include "model/dossier.h"
#include "unit/desk.h"
#include "view/news.h"
#include <stdio.h>
#include <string.h>

static const struct quarter third = {SMALL_OFFICE_YEAR, 3}, year = {SMALL_OFFICE_YEAR, YEAR_PERIOD};

/* Asks over the head that stands under `number` (0: a new one, or the single one). */
static bool ask(const char *login, struct change change, struct record *now, struct err *err) {
    struct record standing;
    struct outcome outcome;
    bool fresh = record_kind_numbered(change.key.kind) && change.key.number == 0;
    struct reading reading = desk_read(desk_of("pimpinan"), 1u << change.key.kind); /* he reads all */
    records_get(&reading.records, &change.key, &standing);
    reading_release(&reading);
    struct office *office = desk_of(login);
    struct request request = request_new(change.kind, &change.key, office_facts(office).now);
    change.replaces = fresh ? (struct event_id){.sequence = 0} : standing.head;
    request.change = change;
    bool ok = office_change(office, &request, &outcome, err);
    *now = outcome.record;
    return ok;
}

static struct record accepted(const char *login, struct change change) {
    struct record now;
    struct err err = {0};
    if (!ask(login, change, &now, &err))
        fail_msg("%s", err.text);
    return now;
}

static void refused(const char *login, struct change change, enum err_kind kind, const char *text) {
    struct record now;
    struct err err = {0};
    assert_false(ask(login, change, &now, &err));
    if (err.kind != kind || !strstr(err.text, text))
        fail_msg("%s", err.text);
}

static struct change change_of(enum event_kind kind, const char *code, struct quarter quarter) {
    struct change change;
    memset(&change, 0, sizeof change);
    change.kind = kind;
    change.key = record_key(event_kind_record(kind), code, quarter);
    return change;
}

/* ---- anggaran ---- */

static struct change spending_of(const char *code, int64_t rupiah) {
    struct change change = change_of(EVENT_SPENDING_SET, code, third);
    change.spending = (struct spending){true, {rupiah * DECIMAL_SCALE}};
    return change;
}

static void spending_is_filled_where_there_is_a_budget(void **state) {
    (void)state;
    refused("verifikator", spending_of(PRODUCTS, 1), ERR_DENIED, "yang boleh mengisi");
    refused("operator", spending_of(REPORTS, 1), ERR_INVALID, "tidak punya pagu");
    refused("operator", spending_of(PRODUCTS, -1), ERR_INVALID, "isi rupiah, 0 atau lebih");
    struct change part = spending_of(PRODUCTS, 1);
    part.spending.rupiah.units++;
    refused("operator", part, ERR_INVALID, "isi rupiah, 0 atau lebih");
    struct record record = accepted("operator", spending_of(PRODUCTS, 24750000));
    assert_int_equal(record.spending.rupiah.units, 24750000 * (int64_t)DECIMAL_SCALE);
    struct change cleared = spending_of(PRODUCTS, 0);
    cleared.spending = (struct spending){false, {INT64_MAX}}; /* what does not count is not kept */
    record = accepted("atasan", cleared);
    assert_false(record.spending.filled);
    assert_int_equal(record.spending.rupiah.units, 0);
    refused("atasan", cleared, ERR_INVALID, "memang belum diisi");
}

static void spending_is_handed_in_with_the_quarter(void **state) {
    (void)state;
    const struct review before = desk_review(desk_of("atasan"), 3, NULL);
    accepted("operator", spending_of(PRODUCTS, 24750000));
    const struct review after = desk_review(desk_of("atasan"), 3, NULL);
    assert_int_equal(after.coverage.count, before.coverage.count + 1);
    assert_false(digest_equal(&after.coverage.digest, &before.coverage.digest));
}

/* ---- arahan ---- */

static struct change message_of(enum event_kind kind, const char *code, const char *text) {
    struct change change = change_of(kind, code, third);
    snprintf(change.instruction.text, sizeof change.instruction.text, "%s", text);
    return change;
}

static void instructions_make_a_thread(void **state) {
    (void)state;
    refused("operator", message_of(EVENT_INSTRUCTED, REPORTS, "Lengkapi"), ERR_DENIED, "memberi arahan");
    refused("atasan2", message_of(EVENT_INSTRUCTED, REPORTS, "Lengkapi"), ERR_DENIED, "memberi arahan");
    refused("perencana", message_of(EVENT_INSTRUCTED, REPORTS, "Lengkapi"), ERR_DENIED, "memberi arahan");
    refused("operator", message_of(EVENT_REPLIED, REPORTS, "Siap"), ERR_NOT_FOUND, "belum ada arahan");
    refused("pimpinan", message_of(EVENT_INSTRUCTED, REPORTS, " "), ERR_INVALID, "arahan masih kosong");
    assert_int_equal(accepted("pimpinan", message_of(EVENT_INSTRUCTED, REPORTS, "Lengkapi bukti")).key.number,
                     1);
    struct record reply = accepted("operator", message_of(EVENT_REPLIED, REPORTS, "Besok"));
    assert_int_equal(reply.key.number, 2);
    assert_true(reply.instruction.reply);
    accepted("verifikator", message_of(EVENT_INSTRUCTED, "koperasi", "Segera ajukan"));
    struct change again = message_of(EVENT_INSTRUCTED, REPORTS, "Lain");
    again.key.number = 1;
    refused("pimpinan", again, ERR_INVALID, "arahan tidak diubah");
    assert_string_equal(accepted("atasan", message_of(EVENT_INSTRUCTED, REPORTS, "Hari ini")).changed_by,
                        "atasan");
}

/* ---- monev ---- */

static struct change meeting_of(const char *code, struct date date) {
    struct change change = change_of(EVENT_MEETING_SET, code, third);
    change.meeting = (struct meeting){date, "Ruang rapat", "Kabid, operator", "Lengkapi bukti SUB-18"};
    return change;
}

static void meetings_are_recorded(void **state) {
    (void)state;
    const struct date day = {2025, 10, 2}, tomorrow = {2025, 10, 4};
    refused("operator", meeting_of("koperasi", day), ERR_DENIED, "mencatat monev");
    refused("atasan", meeting_of(RECORD_JOINT, day), ERR_DENIED, "mencatat monev gabungan");
    refused("atasan", meeting_of("koperasi", tomorrow), ERR_INVALID, "belum terjadi");
    refused("atasan", meeting_of("koperasi", (struct date){0}), ERR_INVALID, "tanggal monev masih kosong");
    refused("atasan", meeting_of("koperasi", (struct date){2025, 2, 30}), ERR_INVALID,
            "tidak ada di kalender");
    refused("perencana", meeting_of("entah", day), ERR_NOT_FOUND, "bidang \"entah\" tidak dikenal");
    struct change nobody = meeting_of("koperasi", day);
    nobody.meeting.people[0] = '\0';
    refused("atasan", nobody, ERR_INVALID, "peserta masih kosong");
    assert_int_equal(accepted("atasan", meeting_of("koperasi", day)).key.number, 1);
    assert_int_equal(accepted("perencana", meeting_of(RECORD_JOINT, day)).key.number, 1);
    struct change missing = meeting_of("koperasi", day);
    missing.key.number = 9;
    refused("atasan", missing, ERR_NOT_FOUND, "monev nomor 9 tidak ada");
}

/* ---- rekomendasi ---- */

static struct change advice_of(const char *unit) {
    struct change change = change_of(EVENT_RECOMMENDED, RECORD_AGENCY, year);
    struct recommendation *recommendation = &change.recommendation;
    recommendation->topic = TOPIC_OTHER;
    recommendation->quarter = 1;
    recommendation->due = (struct date){2025, 6, 30};
    snprintf(recommendation->unit, sizeof recommendation->unit, "%s", unit);
    snprintf(recommendation->text, sizeof recommendation->text, "Tetapkan SOP penilaian");
    return change;
}

static struct change follow_of(uint32_t number, enum follow_up state, const char *text) {
    struct change change = change_of(EVENT_FOLLOWED_UP, RECORD_AGENCY, year);
    change.key.number = number;
    change.recommendation.state = state;
    snprintf(change.recommendation.follow_up, sizeof change.recommendation.follow_up, "%s", text);
    return change;
}

static struct news news_to(const char *login) {
    struct reading reading = desk_read(desk_of(login), KINDS_ALL);
    struct news news;
    news_of(&reading.records, third, 0, &news);
    reading_release(&reading);
    return news;
}

static void recommendations_are_followed_up(void **state) {
    (void)state;
    refused("atasan", advice_of("koperasi"), ERR_DENIED, "mencatat rekomendasi");
    refused("perencana", advice_of("entah"), ERR_NOT_FOUND, "bidang \"entah\" tidak dikenal");
    struct change foreign = advice_of("koperasi");
    foreign.recommendation.source = SOURCE_INSPECTORATE;
    refused("perencana", foreign, ERR_INVALID, "nomor LHE masih kosong");
    snprintf(foreign.recommendation.indicator, sizeof foreign.recommendation.indicator, SECRETARIAT);
    snprintf(foreign.recommendation.letter, sizeof foreign.recommendation.letter, "LHE 12");
    refused("perencana", foreign, ERR_NOT_FOUND, "bukan indikator Bidang Koperasi");
    assert_int_equal(accepted("perencana", advice_of("koperasi")).key.number, 1);

    refused("operator2", follow_of(1, FOLLOW_UP_TAKEN, "SOP"), ERR_DENIED, "mencatat tindak lanjut");
    refused("operator", follow_of(1, FOLLOW_UP_DONE, "SOP"), ERR_DENIED, "menutup atau membuka");
    refused("operator", follow_of(1, FOLLOW_UP_TAKEN, ""), ERR_INVALID, "tindak lanjut masih kosong");
    refused("perencana", follow_of(9, FOLLOW_UP_DONE, "SOP"), ERR_NOT_FOUND, "tidak ada");
    refused("perencana", follow_of(1, FOLLOW_UP_COUNT, "SOP"), ERR_INVALID, "status rekomendasi");
    struct record record = accepted("operator", follow_of(1, FOLLOW_UP_TAKEN, "SOP disusun"));
    assert_string_equal(record.recommendation.text, "Tetapkan SOP penilaian");
    struct change reworded = advice_of("koperasi");
    reworded.key.number = 1;
    record = accepted("perencana", reworded);
    assert_int_equal(record.recommendation.state, FOLLOW_UP_TAKEN);
    assert_string_equal(record.recommendation.follow_up, "SOP disusun");

    struct news news = news_to("operator");
    assert_int_equal(news.recommendations, 1);
    assert_int_equal(news.overdue, 1);
    assert_int_equal(news_to("operator2").recommendations, 0);
    record = accepted("perencana", follow_of(1, FOLLOW_UP_DONE, "SOP terbit"));
    assert_false(recommendation_open(&record, third));
    assert_int_equal(news_to("operator").recommendations, 0);
}

static void recommendations_keep_the_spelling_of_the_configuration(void **state) {
    (void)state;
    struct change change = advice_of("KOPERASI");
    snprintf(change.recommendation.indicator, sizeof change.recommendation.indicator, "k-laporan");
    struct record record = accepted("perencana", change);
    assert_string_equal(record.recommendation.unit, "koperasi");
    assert_string_equal(record.recommendation.indicator, REPORTS);
}

/* ---- E-SAKIP REVIU, penyampaian ---- */

static struct change document_of(int number, bool still_valid) {
    struct change change = change_of(EVENT_DOCUMENT_MARKED, "renstra", desk_quarter(number));
    change.dossier = (struct dossier){.present = true, .still_valid = still_valid, .date = {2025, 3, 1}};
    snprintf(change.dossier.place, sizeof change.dossier.place, "lemari 3");
    return change;
}

static void documents_go_on(void **state) {
    (void)state;
    refused("atasan", document_of(1, false), ERR_DENIED, "menandai dokumen");
    refused("perencana", document_of(1, true), ERR_INVALID, "belum ada di triwulan sebelumnya");
    refused("perencana", document_of(YEAR_PERIOD, false), ERR_INVALID, "per triwulan");
    struct change unknown = document_of(1, false);
    snprintf(unknown.key.code, sizeof unknown.key.code, "entah");
    refused("perencana", unknown, ERR_NOT_FOUND, "dokumen \"entah\" tidak dikenal; pilih renstra");
    struct change gone = document_of(1, false);
    gone.dossier.present = false;
    refused("perencana", gone, ERR_INVALID, "memang belum ditandai");
    accepted("perencana", document_of(1, false));
    accepted("perencana", document_of(2, true));
    struct record third_quarter = accepted("perencana", document_of(3, true));
    struct reading reading = desk_read(desk_of("operator"), 1u << RECORD_DOCUMENT);
    const struct record carried = dossier_carried(&reading.records, &third_quarter.key);
    reading_release(&reading);
    assert_int_equal(carried.key.quarter.number, 1);
    assert_string_equal(carried.dossier.place, "lemari 3");
}

/* What does not count beside its flags is not kept; what stays beside "masih berlaku" is fit to be. */
static void documents_are_fit_to_be_kept(void **state) {
    (void)state;
    struct change change = document_of(2, true);
    accepted("perencana", document_of(1, false));
    change.dossier.date = (struct date){2025, 2, 30};
    refused("perencana", change, ERR_INVALID, "tidak ada di kalender");
    change = document_of(2, true);
    snprintf(change.dossier.place, sizeof change.dossier.place, "\033[31m");
    refused("perencana", change, ERR_INVALID, "tempat");
    change.dossier.present = false;
    refused("perencana", change, ERR_INVALID, "memang belum ditandai");
    accepted("perencana", document_of(2, true));
    assert_string_equal(accepted("perencana", change).dossier.place, "");
}

static void handing_over_is_recorded(void **state) {
    (void)state;
    struct change change = change_of(EVENT_HANDED_OVER, "inspektorat", third);
    refused("perencana", change, ERR_INVALID, "memang belum dicatat");
    change.handover = (struct handover){{2025, 10, 3}, "700/12"};
    refused("pimpinan", change, ERR_DENIED, "mencatat penyampaian");
    struct record record = accepted("perencana", change);
    assert_string_equal(record.handover.letter, "700/12");
    struct office *office = desk_of("perencana");
    struct outcome outcome;
    struct err err = {0};
    assert_true(office_undo(office, &record.head, &outcome, &err));
    assert_int_equal(outcome.record.handover.date.year, 0);
}

/* ---- what stands already ---- */

/* office_change's promise: succeeds without an event, whatever head was seen. */
static void changes_nothing(const char *login, struct change change, const struct record *standing) {
    struct office *office = desk_of(login);
    struct request request = request_new(change.kind, &change.key, office_facts(office).now);
    struct outcome outcome;
    struct err err = {0};
    change.key.number = standing->key.number;
    request.change = change;
    if (!office_change(office, &request, &outcome, &err))
        fail_msg("%s", err.text);
    assert_true(outcome.repeated);
    assert_true(event_id_equal(&outcome.record.head, &standing->head));
}

static void what_stands_already_is_no_event(void **state) {
    (void)state;
    const struct change changes[] = {
        spending_of(PRODUCTS, 24750000),
        meeting_of("koperasi", (struct date){2025, 10, 2}),
        advice_of("koperasi"),
        document_of(1, false),
        follow_of(1, FOLLOW_UP_TAKEN, "SOP disusun"), /* of the recommendation before */
    };
    static const char *const who[] = {"operator", "atasan", "perencana", "perencana", "perencana"};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct record record = accepted(who[i], changes[i]);
        changes_nothing(who[i], changes[i], &record);
    }
    struct change handed = change_of(EVENT_HANDED_OVER, "pimpinan", third);
    handed.handover = (struct handover){{2025, 10, 3}, "700/12"};
    struct record record = accepted("perencana", handed);
    changes_nothing("perencana", handed, &record);
    handed.handover.date.day = 2;
    assert_int_equal(accepted("perencana", handed).handover.date.day, 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_clear)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(spending_is_filled_where_there_is_a_budget),
        TEST(spending_is_handed_in_with_the_quarter),
        TEST(instructions_make_a_thread),
        TEST(meetings_are_recorded),
        TEST(recommendations_are_followed_up),
        TEST(recommendations_keep_the_spelling_of_the_configuration),
        TEST(documents_go_on),
        TEST(documents_are_fit_to_be_kept),
        TEST(handing_over_is_recorded),
        TEST(what_stands_already_is_no_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
