/* What an event changed, in words for lists. */
#include "check.h"
#include "unit/small_office.h"
#include "view/history.h"
#include <stdio.h>
#include <string.h>

static struct event event_of(enum event_kind kind) {
    struct event event;
    memset(&event, 0, sizeof event);
    event.change.kind = kind;
    event.change.key.number = 2;
    return event;
}

static void assert_words(const struct event *event, const struct event *before, const char *code,
                         const char *expected) {
    char words[200];
    event_print(event, before, small_office_indicator(code), words, sizeof words);
    assert_string_equal(words, expected);
}

static void events_are_told_in_words(void **state) {
    (void)state;
    struct event set = event_of(EVENT_ACTUAL_SET), cleared = event_of(EVENT_ACTUAL_CLEARED);
    set.change.actual.value = decimal_whole(75);
    assert_words(&set, NULL, REPORTS, "(kosong) -> 75");
    assert_words(&cleared, &set, REPORTS, "75 -> (kosong)");
    set.change.actual.fraction = (struct fraction){decimal_whole(45), decimal_whole(60)};
    set.change.actual.provisional = true;
    assert_words(&set, &cleared, SHARE, "(kosong) -> 75,00 (45/60) sementara");

    struct event notes = event_of(EVENT_NOTES_SET), before = event_of(EVENT_NOTES_SET);
    snprintf(before.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "sama");
    snprintf(before.change.notes.text[NOTE_DRIVER], NOTE_MAX + 1, "dana");
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "sama");
    snprintf(notes.change.notes.text[NOTE_FOLLOW_UP], NOTE_MAX + 1, "rapat");
    assert_words(&notes, &before, REPORTS, "Faktor pendorong: (kosong); Tindak lanjut: rapat");

    struct event evidence = event_of(EVENT_EVIDENCE_SET), removed = event_of(EVENT_EVIDENCE_REMOVED);
    snprintf(evidence.change.evidence.title, TITLE_MAX + 1, "SK tim penilai");
    assert_words(&evidence, NULL, REPORTS, "bukti 2: SK tim penilai");
    evidence.change.evidence.date = (struct date){2025, 8, 3};
    snprintf(evidence.change.evidence.number, NUMBER_MAX + 1, "421/118/2025");
    snprintf(evidence.change.evidence.place, PLACE_MAX + 1, "lemari 3 map 7");
    assert_words(&evidence, NULL, REPORTS,
                 "bukti 2: SK tim penilai, 421/118/2025, 03-08-2025, lemari 3 map 7");
    assert_words(&removed, &evidence, REPORTS, "bukti 2 dihapus: SK tim penilai");
    removed.change.undo = true;
    assert_words(&removed, NULL, REPORTS, "bukti 2 dihapus (diurungkan)");

    char small[12];
    event_print(&evidence, NULL, small_office_indicator(REPORTS), small, sizeof small);
    assert_string_equal(small, "bukti 2: S~");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
