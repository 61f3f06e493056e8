#include "command/entry.h"
#include "command/context.h"
#include "model/admit.h"
#include "view/history.h"
#include <stdio.h>
#include <string.h>

/* A file without the mark holds no fraction either: lihat's columns, edited and brought back. */
static bool keeps(const struct entry *entry, const struct actual *now, const struct actual *wanted) {
    return entry->unmarked && now->filled && wanted->fraction.denominator.units == 0 &&
           decimal_compare(now->value, wanted->value) == 0;
}

static struct request request_on(const struct entry *entry, enum event_kind kind, struct event_id head,
                                 int64_t now) {
    const struct record_key key = record_key(event_kind_record(kind), entry->indicator->code, entry->quarter);
    struct request request = request_new(kind, &key, now);
    request.change.replaces = head;
    return request;
}

static bool prepare_actual(const struct records *records, int64_t now, const struct entry *entry,
                           struct entry_plan *plan, struct err *err) {
    const struct indicator *indicator = entry->indicator;
    struct row *row = &plan->row;
    for (int i = 0; i < entry->quarter.number - 1; i++)
        if (entry->earlier[i].kind == FIGURE_VALUE)
            row->year[i] = entry->earlier[i];
    const struct typed_for what = {
        .unit = &indicator->measure,
        .aggregation = indicator->plan.aggregation,
        .before = row_before(row),
    };
    if (!typed_read(entry->value, what, &plan->typed, err))
        return false;
    const struct actual wanted = {
        .filled = true,
        .provisional = entry->provisional,
        .value = plan->typed.value,
        .fraction = plan->typed.fraction,
    };
    struct record current;
    struct event event;
    plan->sets_actual = true;
    plan->actual = request_on(entry, EVENT_ACTUAL_SET, row->head, now);
    plan->actual.change.actual = keeps(entry, &row->actual, &wanted) ? row->actual : wanted;
    records_get(records, &plan->actual.change.key, &current);
    return admit(records, &plan->actual, &current, &event, err);
}

static bool put_note(char out[NOTE_MAX + 1], const char *text, enum note note, struct err *err) {
    if (!text)
        return true;
    int length = snprintf(out, NOTE_MAX + 1, "%s", text);
    return length <= NOTE_MAX ||
           err_set(err, ERR_INVALID, "%s terlalu panjang: %d byte, paling banyak %d; pendekkan",
                   note_words.term[note].label, length, NOTE_MAX);
}

static bool prepare_notes(const struct records *records, int64_t now, const struct entry *entry,
                          struct entry_plan *plan, struct err *err) {
    const struct record_key key = record_key(RECORD_NOTES, entry->indicator->code, entry->quarter);
    struct event event;
    records_get(records, &key, &plan->noted);
    plan->sets_notes = true;
    plan->notes = request_on(entry, EVENT_NOTES_SET, plan->noted.head, now);
    plan->notes.change.notes = plan->noted.notes;
    for (int i = 0; i < NOTE_COUNT; i++)
        if (!put_note(plan->notes.change.notes.text[i], entry->note[i], (enum note)i, err))
            return false;
    return admit(records, &plan->notes, &plan->noted, &event, err);
}

bool entry_has_notes(const struct entry *entry) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (entry->note[i])
            return true;
    return false;
}

bool entry_prepare(const struct records *records, int64_t now, const struct entry *entry,
                   struct entry_plan *plan, struct err *err) {
    *plan = (struct entry_plan){.row = row_at(records, entry->indicator, entry->quarter)};
    return (!entry->value || prepare_actual(records, now, entry, plan, err)) &&
           (!entry_has_notes(entry) || prepare_notes(records, now, entry, plan, err));
}

/* ---- what would be overwritten ---- */

static bool replaces_actual(const struct entry_plan *plan) {
    const struct actual *old = &plan->row.actual, *new = &plan->actual.change.actual;
    return plan->sets_actual && old->filled &&
           ((!old->provisional && new->provisional) || decimal_compare(old->value, new->value) != 0 ||
            decimal_compare(old->fraction.denominator, new->fraction.denominator) != 0 ||
            decimal_compare(old->fraction.numerator, new->fraction.numerator) != 0);
}

static void put_author(const struct config *config, const char *login, int64_t at, struct buf *out) {
    char time[CLOCK_TEXT_MAX];
    clock_print(at, config->zone, time);
    buf_printf(out, " (diisi %s, %s)\n", config_name(config, login), time);
}

static void put_actual(const struct entry_plan *plan, struct buf *out) {
    const struct event after = {.change = plan->actual.change};
    const struct event before = {
        .change = {.kind = EVENT_ACTUAL_SET, .key = after.change.key, .actual = plan->row.actual}};
    char change[ERR_TEXT_MAX];
    event_print(&after, &before, plan->row.indicator, change, sizeof change);
    buf_text(out, change);
}

bool entry_print_replaced(const struct entry_plan *plan, const struct config *config, const char *prefix,
                          struct buf *out) {
    const size_t before = out->length;
    char subject[SUBJECT_MAX];
    subject_print(plan->row.indicator->code, plan->row.quarter, subject);
    if (replaces_actual(plan)) {
        buf_printf(out, "%s%s: ", prefix, subject);
        put_actual(plan, out);
        put_author(config, plan->row.changed_by, plan->row.changed_at, out);
    }
    for (int i = 0; plan->sets_notes && i < NOTE_COUNT; i++) {
        const char *old = plan->noted.notes.text[i], *new = plan->notes.change.notes.text[i];
        if (*old == '\0' || strcmp(old, new) == 0)
            continue;
        buf_printf(out, "%s%s: %s: %s -> %s", prefix, subject, note_words.term[i].label, old, new);
        put_author(config, plan->noted.changed_by, plan->noted.changed_at, out);
    }
    return out->length > before;
}

/* ---- making them ---- */

static bool commit(struct office *office, const struct request *request, struct reading *reading,
                   bool *changed, struct err *err) {
    struct outcome outcome;
    if (!office_change(office, request, &outcome, err))
        return false;
    *changed = *changed || !outcome.repeated;
    if (reading)
        reading_put(reading, &outcome.record);
    return true;
}

bool entry_commit(struct office *office, const struct entry_plan *plan, struct reading *reading,
                  bool *changed, struct err *err) {
    *changed = false;
    if (plan->sets_actual && !commit(office, &plan->actual, reading, changed, err))
        return false;
    if (!plan->sets_notes || commit(office, &plan->notes, reading, changed, err))
        return true;
    return plan->sets_actual && err_prefix(err, "realisasi sudah tersimpan, catatannya belum");
}
