#include "command/entry.h"
#include <stdio.h>

/* A file without the mark holds no fraction either: lihat's columns, edited and brought back. */
static bool keeps(const struct entry *entry, const struct actual *now, const struct actual *wanted) {
    return entry->unmarked && now->filled && wanted->fraction.denominator.units == 0 &&
           decimal_compare(now->value, wanted->value) == 0;
}

static bool prepare_actual(struct office *office, const struct entry *entry, struct entry_plan *plan,
                           struct err *err) {
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
    plan->sets_actual = true;
    plan->actual = office_request(office, EVENT_ACTUAL_SET, indicator, entry->quarter);
    plan->actual.change.replaces = row->head;
    plan->actual.change.actual = keeps(entry, &row->actual, &wanted) ? row->actual : wanted;

    struct record current;
    record_init(&current, &plan->actual.change.key);
    current.head = row->head;
    current.actual = row->actual;
    return office_rehearse(office, &plan->actual, &current, err);
}

static bool put_note(char out[NOTE_MAX + 1], const char *text, enum note note, struct err *err) {
    if (!text)
        return true;
    int length = snprintf(out, NOTE_MAX + 1, "%s", text);
    return length <= NOTE_MAX ||
           err_set(err, ERR_INVALID, "%s terlalu panjang: %d byte, paling banyak %d; pendekkan",
                   note_words.term[note].label, length, NOTE_MAX);
}

static bool prepare_notes(struct office *office, const struct entry *entry, struct entry_plan *plan,
                          struct err *err) {
    struct record current;
    if (!office_notes(office, entry->indicator, entry->quarter, &current, err))
        return false;
    plan->sets_notes = true;
    plan->notes = office_request(office, EVENT_NOTES_SET, entry->indicator, entry->quarter);
    plan->notes.change.replaces = current.head;
    plan->notes.change.notes = current.notes;
    for (int i = 0; i < NOTE_COUNT; i++)
        if (!put_note(plan->notes.change.notes.text[i], entry->note[i], (enum note)i, err))
            return false;
    return office_rehearse(office, &plan->notes, &current, err);
}

bool entry_has_notes(const struct entry *entry) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (entry->note[i])
            return true;
    return false;
}

bool entry_prepare(struct office *office, const struct entry *entry, struct entry_plan *plan,
                   struct err *err) {
    *plan = (struct entry_plan){0};
    return office_row(office, entry->indicator, entry->quarter, &plan->row, err) &&
           (!entry->value || prepare_actual(office, entry, plan, err)) &&
           (!entry_has_notes(entry) || prepare_notes(office, entry, plan, err));
}

bool entry_commit(struct office *office, const struct entry_plan *plan, bool *changed, struct err *err) {
    struct outcome outcome;
    *changed = false;
    if (plan->sets_actual && !office_change(office, &plan->actual, &outcome, err))
        return false;
    *changed = plan->sets_actual && !outcome.repeated;
    if (!plan->sets_notes)
        return true;
    if (!office_change(office, &plan->notes, &outcome, err))
        return plan->sets_actual ? err_prefix(err, "realisasi sudah tersimpan, catatannya belum") : false;
    *changed = *changed || !outcome.repeated;
    return true;
}
