#include "base/file.h"
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

/* ---- lists ---- */

struct titles {
    struct buf text; /* "1 SK; 2 Laporan; " */
    int stop_after;  /* 0: never */
    int count;
};

static bool take_title(void *context, const struct record *record) {
    struct titles *titles = context;
    buf_printf(&titles->text, "%u %s; ", record->key.number, record->evidence.title);
    return ++titles->count != titles->stop_after;
}

static void assert_evidence(struct office *office, const char *code, int number, const char *expected) {
    struct titles titles = {0};
    struct err err;
    assert_true(office_evidence(office, small_office_indicator(code), desk_quarter(number), take_title,
                                &titles, &err));
    assert_string_equal(buf_string(&titles.text), expected);
    buf_release(&titles.text);
}

static void assert_documents(struct office *office, int number, int stop_after, const char *expected) {
    struct titles titles = {.stop_after = stop_after};
    struct err err;
    assert_true(office_documents(office, small_office_unit("koperasi"), desk_quarter(number), take_title,
                                 &titles, &err));
    assert_string_equal(buf_string(&titles.text), expected);
    buf_release(&titles.text);
}

static void remove_evidence(struct office *office, const struct record *record) {
    struct request request = {
        .operation = uuid_new(office_now(office)),
        .change = {.kind = EVENT_EVIDENCE_REMOVED, .key = record->key, .replaces = record->head}};
    struct outcome outcome;
    struct err err;
    assert_true(office_change(office, &request, &outcome, &err));
}

static void evidence_is_numbered_and_removed_numbers_stay_away(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_attach(office, REPORTS, 3, "SK");
    struct outcome second = desk_attach(office, REPORTS, 3, "Laporan");
    desk_attach(office, REPORTS, 4, "Foto");
    assert_evidence(office, REPORTS, 3, "1 SK; 2 Laporan; ");
    assert_evidence(office, REPORTS, 4, "1 Foto; ");
    assert_evidence(office, PEOPLE, 3, "");

    remove_evidence(office, &second.record);
    desk_attach(office, REPORTS, 3, "Peta");
    assert_evidence(office, REPORTS, 3, "1 SK; 3 Peta; ");
}

/* Ticks a document that is attached elsewhere onto one more indicator. */
static void tick(struct office *office, const struct record *record, const char *code, int number) {
    struct request request =
        office_request(office, EVENT_EVIDENCE_SET, small_office_indicator(code), desk_quarter(number));
    request.change.evidence = record->evidence;
    struct outcome outcome;
    struct err err;
    assert_true(office_change(office, &request, &outcome, &err));
}

static void a_bidangs_documents_stand_once_each(void **state) {
    (void)state;
    struct office *office = desk_of("siapa-saja");
    struct outcome decree = desk_attach(office, PRODUCTS, 3, "SK bersama");
    tick(office, &decree.record, REPORTS, 3);
    tick(office, &decree.record, PEOPLE, 3);
    desk_attach(office, PEOPLE, 3, "Daftar hadir");
    desk_attach(office, PEOPLE, 3, "Daftar hadir"); /* another document with the same title */
    desk_attach(office, PEOPLE, 2, "Triwulan lain");
    desk_attach(office, SECRETARIAT, 3, "Bidang lain");
    assert_documents(office, 3, 0, "1 SK bersama; 2 Daftar hadir; 3 Daftar hadir; ");
    assert_documents(office, 3, 1, "1 SK bersama; ");
    assert_documents(office, 1, 0, "");

    remove_evidence(office, &decree.record);
    assert_documents(office, 3, 0, "1 SK bersama; 2 Daftar hadir; 3 Daftar hadir; ");
    assert_evidence(office, PRODUCTS, 3, "");
}

static void the_same_document_again_changes_nothing(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome outcome = desk_attach(office, REPORTS, 3, "SK");
    struct request edit = {.operation = uuid_new(office_now(office)),
                           .change = {.kind = EVENT_EVIDENCE_SET,
                                      .key = outcome.record.key,
                                      .replaces = outcome.record.head,
                                      .evidence = outcome.record.evidence}};
    struct err err;
    assert_true(office_change(office, &edit, &outcome, &err));
    assert_true(outcome.repeated);
    snprintf(edit.change.evidence.place, PLACE_MAX + 1, "lemari 3");
    assert_true(office_change(office, &edit, &outcome, &err));
    assert_false(outcome.repeated);
    assert_string_equal(outcome.record.evidence.place, "lemari 3");

    remove_evidence(office, &outcome.record);
    edit.change.replaces = outcome.record.head;
    assert_false(office_change(office, &edit, &outcome, &err)); /* what was removed does not stand */
    assert_int_equal(err.kind, ERR_NOT_FOUND);
}

static void notes_are_blank_until_written(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    const struct indicator *indicator = small_office_indicator(REPORTS);
    struct record record;
    struct err err;
    assert_true(office_notes(office, indicator, desk_quarter(3), &record, &err));
    assert_int_equal(record.head.sequence, 0);
    for (int i = 0; i < NOTE_COUNT; i++)
        assert_string_equal(record.notes.text[i], "");

    struct request request = office_request(office, EVENT_NOTES_SET, indicator, desk_quarter(3));
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    struct outcome outcome;
    assert_true(office_change(office, &request, &outcome, &err));
    assert_true(office_notes(office, indicator, desk_quarter(3), &record, &err));
    assert_string_equal(record.notes.text[NOTE_REMARK], "hujan");
    assert_true(event_id_equal(&record.head, &outcome.record.head));
    assert_true(office_notes(office, indicator, desk_quarter(4), &record, &err));
    assert_string_equal(record.notes.text[NOTE_REMARK], "");
}

/* ---- files ---- */

static void write_file(const char *path, const char *text) {
    struct err err;
    if (!file_replace(path, text, strlen(text), &err))
        fail_msg("%s", err.text);
}

static struct evidence evidence_at(const char *place) {
    struct evidence evidence;
    memset(&evidence, 0, sizeof evidence);
    snprintf(evidence.place, sizeof evidence.place, "%s", place);
    return evidence;
}

static void assert_file(const char *place, const char *absolute) {
    struct evidence evidence = evidence_at(place);
    struct err err;
    if (!evidence_take_file(&evidence, &err))
        fail_msg("%s: %s", place, err.text);
    struct digest digest = digest_bytes("isi", 3);
    assert_true(evidence.file);
    assert_string_equal(evidence.place, absolute);
    assert_int_equal(evidence.size, 3);
    assert_true(digest_equal(&evidence.digest, &digest));
}

static void a_path_leads_to_a_file(void **state) {
    assert_int_equal(chdir(*state), 0);
    char *here = realpath(".", NULL);
    char path[PLACE_MAX + 1], linked[PLACE_MAX + 1];
    assert_non_null(here);
    snprintf(path, sizeof path, "%s/laporan TW3.pdf", here);
    write_file(path, "isi");
    snprintf(linked, sizeof linked, "%s/tautan.pdf", here);
    assert_int_equal(symlink("laporan TW3.pdf", linked), 0);
    assert_int_equal(setenv("HOME", here, 1), 0);

    assert_file(path, path);
    assert_file("~/laporan TW3.pdf", path);
    assert_file("./laporan TW3.pdf", path);
    assert_file("laporan TW3.pdf", path); /* a name with a file behind it */
    assert_file("tautan.pdf", path);

    assert_int_equal(file_make_directory("dalam", &(struct err){0}), true);
    assert_int_equal(chdir("dalam"), 0);
    assert_file("../laporan TW3.pdf", path);
    assert_int_equal(chdir("/"), 0);
    free(here);
}

static void words_stay_words(void **state) {
    static const char *const words[] = {"",    "lemari 3 map 7", "laporan.pdf", "~",
                                        "...", "arsip/2025",     "dalam"};
    struct err err;
    assert_int_equal(chdir(*state), 0);
    assert_true(file_make_directory("dalam", &err)); /* a folder of that name is no file */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct evidence evidence = evidence_at(words[i]);
        evidence.file = true; /* of what stood there before the edit */
        evidence.size = 9;
        evidence.digest = digest_bytes("x", 1);
        struct digest none = {{0}};
        assert_true(evidence_take_file(&evidence, &err));
        assert_false(evidence.file);
        assert_int_equal(evidence.size, 0);
        assert_true(digest_equal(&evidence.digest, &none));
        assert_string_equal(evidence.place, words[i]);
        assert_int_equal(evidence_verify(&evidence), FILE_NONE);
    }
    assert_int_equal(chdir("/"), 0);
}

static void a_path_to_nothing_is_told(void **state) {
    static const struct {
        const char *place;
        enum err_kind kind;
    } cases[] = {
        {"./tiada.pdf", ERR_NOT_FOUND},
        {"~/tiada.pdf", ERR_NOT_FOUND},
        {"/tiada/tiada.pdf", ERR_NOT_FOUND},
        {"../tiada.pdf", ERR_NOT_FOUND},
        {"./", ERR_INVALID},
    };
    assert_int_equal(chdir(*state), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct evidence evidence = evidence_at(cases[i].place);
        struct err err;
        assert_false(evidence_take_file(&evidence, &err));
        if (err.kind != cases[i].kind)
            fail_msg("%s: %s", cases[i].place, err.text);
        assert_false(evidence.file);
        assert_string_equal(evidence.place, cases[i].place);
    }
    write_file("./aneh\tnama.pdf", "isi");
    struct evidence evidence = evidence_at("aneh\tnama.pdf");
    struct err err;
    assert_false(evidence_take_file(&evidence, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_memory_equal(err.text, "nama berkas: ", 13);
    assert_int_equal(chdir("/"), 0);
}

static void a_file_is_whole_changed_or_missing(void **state) {
    char path[PLACE_MAX + 1];
    snprintf(path, sizeof path, "%s/laporan.pdf", (const char *)*state);
    write_file(path, "isi");
    struct evidence evidence = evidence_at(path);
    struct err err;
    assert_true(evidence_take_file(&evidence, &err));
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "UTUH");
    write_file(path, "isI");
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "BERUBAH");
    write_file(path, "isi");
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "UTUH");
    assert_int_equal(unlink(path), 0);
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "HILANG");
    assert_string_equal(file_state_word(FILE_NONE), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(evidence_is_numbered_and_removed_numbers_stay_away),
        AT_DESK(a_bidangs_documents_stand_once_each),
        AT_DESK(the_same_document_again_changes_nothing),
        AT_DESK(notes_are_blank_until_written),
        AT_DESK(a_path_leads_to_a_file),
        AT_DESK(words_stay_words),
        AT_DESK(a_path_to_nothing_is_told),
        AT_DESK(a_file_is_whole_changed_or_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
