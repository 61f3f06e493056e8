#include "check.h"
#include "model/apply.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <string.h>

static const struct uuid device = {{0xd0}};

static struct event event_of(enum event_kind kind, uint64_t sequence) {
    struct event event;
    memset(&event, 0, sizeof event);
    event.id = (struct event_id){device, sequence};
    event.at = 1000 * (int64_t)sequence;
    snprintf(event.who, sizeof event.who, "orang%d", (int)sequence);
    event.change.kind = kind;
    event.change.key = (struct record_key){event_kind_record(kind), REPORTS, {SMALL_OFFICE_YEAR, 3}, 0};
    return event;
}

static struct event actual_event(uint64_t sequence, int whole) {
    struct event event = event_of(EVENT_ACTUAL_SET, sequence);
    event.change.actual.value = decimal_whole(whole);
    return event;
}

static struct event notes_event(uint64_t sequence, const char *remark) {
    struct event event = event_of(EVENT_NOTES_SET, sequence);
    snprintf(event.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "%s", remark);
    return event;
}

static struct event evidence_event(uint64_t sequence, const char *title) {
    struct event event = event_of(EVENT_EVIDENCE_SET, sequence);
    snprintf(event.change.evidence.title, TITLE_MAX + 1, "%s", title);
    return event;
}

/* The record after these events. */
static struct record replay(const struct event *event, size_t count) {
    struct record record;
    record_init(&record, &event->change.key);
    for (size_t i = 0; i < count; i++)
        apply(&record, &event[i]);
    return record;
}

static void an_actual_is_set_and_cleared(void **state) {
    (void)state;
    struct event events[] = {actual_event(1, 45), event_of(EVENT_ACTUAL_CLEARED, 2), actual_event(3, 0)};
    events[0].change.actual.provisional = true;
    events[0].change.actual.fraction = (struct fraction){decimal_whole(45), decimal_whole(100)};

    struct record record = replay(events, 1);
    assert_true(record.actual.filled && record.actual.provisional);
    assert_int_equal(record.actual.value.units, decimal_whole(45).units);
    assert_int_equal(record.actual.fraction.denominator.units, decimal_whole(100).units);

    record = replay(events, 2);
    assert_false(record.actual.filled || record.actual.provisional);
    assert_int_equal(record.actual.value.units, 0);
    assert_int_equal(record.actual.fraction.denominator.units, 0);

    record = replay(events, 3);
    assert_true(record.actual.filled); /* a real zero */
    assert_int_equal(record.actual.value.units, 0);
}

/* What was judged goes on being what stands: the value is the same. */
static void a_final_actual_remembers_who_set_its_value(void **state) {
    (void)state;
    struct event events[] = {actual_event(1, 45), event_of(EVENT_ACTUAL_FINALISED, 2), actual_event(3, 45)};
    events[0].change.actual.provisional = true;
    events[1].change.actual = events[0].change.actual;
    struct record record = replay(events, 2);
    assert_true(record.actual.filled && !record.actual.provisional);
    assert_int_equal(record.head.sequence, 2);
    assert_int_equal(record_valued(&record)->sequence, 1);
    record = replay(events, 3);
    assert_int_equal(record_valued(&record)->sequence, 3);

    struct change change;
    apply_inverse(&events[2], &events[1], &change);
    assert_int_equal(change.kind, EVENT_ACTUAL_SET); /* not final once more: it would not be what stands */
    assert_int_equal(change.actual.value.units, decimal_whole(45).units);
}

static void notes_replace_all_four(void **state) {
    (void)state;
    struct event events[] = {notes_event(1, "hujan"), notes_event(2, "")};
    snprintf(events[1].change.notes.text[NOTE_OBSTACLE], NOTE_MAX + 1, "jalan putus");
    struct record record = replay(events, 2);
    assert_string_equal(record.notes.text[NOTE_REMARK], "");
    assert_string_equal(record.notes.text[NOTE_OBSTACLE], "jalan putus");
}

static void removed_evidence_keeps_what_it_was(void **state) {
    (void)state;
    struct event events[] = {evidence_event(1, "SK"), event_of(EVENT_EVIDENCE_REMOVED, 2),
                             evidence_event(3, "SK baru")};
    assert_false(replay(events, 1).evidence.removed);
    struct record record = replay(events, 2);
    assert_true(record.evidence.removed);
    assert_string_equal(record.evidence.title, "SK");
    record = replay(events, 3);
    assert_false(record.evidence.removed);
    assert_string_equal(record.evidence.title, "SK baru");
}

static void every_event_leaves_its_stamp(void **state) {
    (void)state;
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++) {
        struct event event = event_of((enum event_kind)kind, 9);
        struct record record = replay(&event, 1);
        assert_true(event_id_equal(&record.head, &event.id));
        assert_int_equal(record.changed_at, 9000);
        assert_string_equal(record.changed_by, "orang9");
        assert_string_equal(record.key.code, REPORTS);
    }
}

static void ids_are_equal_by_device_and_sequence(void **state) {
    (void)state;
    struct event_id none = {.sequence = 0}, other_none = {device, 0}, first = {device, 1},
                    second = {device, 2};
    struct event_id elsewhere = {{{0xee}}, 1};
    assert_true(event_id_equal(&none, &other_none));
    assert_true(event_id_equal(&first, &first));
    assert_false(event_id_equal(&first, &second));
    assert_false(event_id_equal(&first, &elsewhere));
    assert_false(event_id_equal(&none, &first));
}

/* The event that carries out the inverse of `event`. */
static struct event undo_of(const struct event *event, const struct event *before) {
    struct event undo = event_of(event->change.kind, event->id.sequence + 1);
    apply_inverse(event, before, &undo.change);
    assert_true(undo.change.undo);
    assert_true(event_id_equal(&undo.change.replaces, &event->id));
    assert_memory_equal(&undo.change.key, &event->change.key, sizeof undo.change.key);
    return undo;
}

static void same_content(const struct record *a, const struct record *b) {
    const size_t from = offsetof(struct record, actual);
    assert_memory_equal((const char *)a + from, (const char *)b + from, sizeof *a - from);
}

static void the_first_event_is_taken_back_to_nothing(void **state) {
    (void)state;
    struct event actual[2] = {actual_event(1, 45)}, notes[2] = {notes_event(1, "hujan")};
    struct event evidence[2] = {evidence_event(1, "SK")};
    actual[1] = undo_of(&actual[0], NULL);
    notes[1] = undo_of(&notes[0], NULL);
    evidence[1] = undo_of(&evidence[0], NULL);

    assert_int_equal(actual[1].change.kind, EVENT_ACTUAL_CLEARED);
    assert_false(replay(actual, 2).actual.filled);
    assert_int_equal(notes[1].change.kind, EVENT_NOTES_SET);
    assert_string_equal(replay(notes, 2).notes.text[NOTE_REMARK], "");
    assert_int_equal(evidence[1].change.kind, EVENT_EVIDENCE_REMOVED);
    assert_true(replay(evidence, 2).evidence.removed);
}

/* What stood before stands again, and the inverse of the inverse brings back what was taken away. */
static void undo_and_redo(const struct event *first, const struct event *second) {
    struct event events[4] = {*first, *second};
    events[2] = undo_of(&events[1], &events[0]);
    events[3] = undo_of(&events[2], &events[1]);
    struct record record[4];
    for (size_t i = 0; i < 4; i++)
        record[i] = replay(events, i + 1);
    same_content(&record[2], &record[0]);
    same_content(&record[3], &record[1]);
}

static void undo_brings_back_what_stood_before(void **state) {
    (void)state;
    struct event set = actual_event(1, 45), again = actual_event(2, 46);
    struct event cleared = event_of(EVENT_ACTUAL_CLEARED, 2);
    undo_and_redo(&set, &again);
    undo_and_redo(&set, &cleared);

    struct event rain = notes_event(1, "hujan"), flood = notes_event(2, "banjir");
    undo_and_redo(&rain, &flood);

    struct event decree = evidence_event(1, "SK"), mended = evidence_event(2, "SK tim penilai");
    struct event removed = event_of(EVENT_EVIDENCE_REMOVED, 2);
    undo_and_redo(&decree, &mended);
    undo_and_redo(&decree, &removed);
}

/* ---- around the figures ---- */

static void a_message_is_of_the_kind_of_its_event(void **state) {
    (void)state;
    struct event said = event_of(EVENT_INSTRUCTED, 1), answered = event_of(EVENT_REPLIED, 1);
    said.change.instruction = (struct instruction){true, "Lengkapi"};
    answered.change.instruction = (struct instruction){false, "Besok"};
    assert_false(replay(&said, 1).instruction.reply);
    assert_true(replay(&answered, 1).instruction.reply);
    assert_string_equal(replay(&answered, 1).instruction.text, "Besok");
    assert_false(apply_can_invert(&said) || apply_can_invert(&answered));
}

/* What is recommended and what was done about it are set by different people, each leaving the other. */
static void a_follow_up_leaves_the_recommendation(void **state) {
    (void)state;
    struct event events[] = {event_of(EVENT_RECOMMENDED, 1), event_of(EVENT_FOLLOWED_UP, 2),
                             event_of(EVENT_RECOMMENDED, 3)};
    events[0].change.recommendation =
        (struct recommendation){.state = FOLLOW_UP_DONE, .text = "SOP", .follow_up = "x", .unit = "koperasi"};
    events[1].change.recommendation =
        (struct recommendation){.state = FOLLOW_UP_TAKEN, .text = "lain", .follow_up = "disusun"};
    events[2].change.recommendation = (struct recommendation){.text = "SOP penilaian", .unit = "koperasi"};

    struct record record = replay(events, 1);
    assert_int_equal(record.recommendation.state, FOLLOW_UP_OPEN);
    assert_string_equal(record.recommendation.follow_up, "");
    record = replay(events, 2);
    assert_int_equal(record.recommendation.state, FOLLOW_UP_TAKEN);
    assert_string_equal(record.recommendation.text, "SOP");
    assert_string_equal(record.recommendation.unit, "koperasi");
    record = replay(events, 3);
    assert_int_equal(record.recommendation.state, FOLLOW_UP_TAKEN);
    assert_string_equal(record.recommendation.follow_up, "disusun");
    assert_string_equal(record.recommendation.text, "SOP penilaian");
    assert_false(apply_can_invert(&events[0]) || apply_can_invert(&events[1]));
}

static void spending_documents_and_handing_over_are_taken_back(void **state) {
    (void)state;
    struct event spent[2] = {event_of(EVENT_SPENDING_SET, 1)};
    struct event marked[2] = {event_of(EVENT_DOCUMENT_MARKED, 1)};
    struct event handed[2] = {event_of(EVENT_HANDED_OVER, 1)};
    spent[0].change.spending = (struct spending){true, decimal_whole(25)};
    marked[0].change.dossier = (struct dossier){.present = true, .date = {2025, 3, 1}, .place = "lemari 3"};
    handed[0].change.handover = (struct handover){{2025, 10, 3}, "700/12"};
    spent[1] = undo_of(&spent[0], NULL);
    marked[1] = undo_of(&marked[0], NULL);
    handed[1] = undo_of(&handed[0], NULL);
    assert_int_equal(spent[1].change.kind, EVENT_SPENDING_SET);
    assert_int_equal(marked[1].change.kind, EVENT_DOCUMENT_MARKED);
    assert_int_equal(handed[1].change.kind, EVENT_HANDED_OVER);
    assert_false(replay(spent, 2).spending.filled);
    assert_false(replay(marked, 2).dossier.present);
    assert_int_equal(replay(handed, 2).handover.date.year, 0);

    struct event more = spent[0], valid = marked[0], later = handed[0];
    more.id.sequence = valid.id.sequence = later.id.sequence = 2;
    more.change.spending.rupiah = decimal_whole(50);
    valid.change.dossier.still_valid = true;
    later.change.handover.date.day = 4;
    undo_and_redo(&spent[0], &more);
    undo_and_redo(&marked[0], &valid);
    undo_and_redo(&handed[0], &later);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_actual_is_set_and_cleared),
        cmocka_unit_test(a_final_actual_remembers_who_set_its_value),
        cmocka_unit_test(notes_replace_all_four),
        cmocka_unit_test(removed_evidence_keeps_what_it_was),
        cmocka_unit_test(every_event_leaves_its_stamp),
        cmocka_unit_test(ids_are_equal_by_device_and_sequence),
        cmocka_unit_test(the_first_event_is_taken_back_to_nothing),
        cmocka_unit_test(undo_brings_back_what_stood_before),
        cmocka_unit_test(a_message_is_of_the_kind_of_its_event),
        cmocka_unit_test(a_follow_up_leaves_the_recommendation),
        cmocka_unit_test(spending_documents_and_handing_over_are_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
