#include "view/history.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "value/typed.h"
#include <limits.h>
#include <string.h>

typedef void print_fn(const struct change *change, const struct change *before,
                      const struct indicator *indicator, struct buf *out);

static int places_of(const struct indicator *indicator) {
    return indicator ? measure_places(&indicator->measure) : 0;
}

static void put_actual(const struct change *change, const struct indicator *indicator, struct buf *out) {
    if (!change || change->kind == EVENT_ACTUAL_CLEARED) {
        buf_text(out, "(kosong)");
        return;
    }
    const struct actual *actual = &change->actual;
    char value[DECIMAL_TEXT_MAX], above[DECIMAL_TEXT_MAX], below[DECIMAL_TEXT_MAX];
    decimal_print(actual->value, places_of(indicator), value);
    decimal_print(actual->fraction.numerator, 0, above);
    decimal_print(actual->fraction.denominator, 0, below);
    buf_text(out, value);
    if (actual->fraction.denominator.units != 0)
        buf_printf(out, " (%s/%s)", above, below);
    if (actual->provisional)
        buf_text(out, " sementara");
}

static void print_actual(const struct change *change, const struct change *before,
                         const struct indicator *indicator, struct buf *out) {
    put_actual(before, indicator, out);
    buf_text(out, " -> ");
    put_actual(change, indicator, out);
}

static void print_finalised(const struct change *change, const struct change *before,
                            const struct indicator *indicator, struct buf *out) {
    (void)change;
    put_actual(before, indicator, out);
    buf_text(out, " -> final");
}

static void put_part(struct buf *out, const char *separator, const char *text) {
    if (*text != '\0')
        buf_printf(out, "%s%s", separator, text);
}

/* Only the notes that changed. */
static void print_notes(const struct change *change, const struct change *before,
                        const struct indicator *indicator, struct buf *out) {
    (void)indicator;
    for (int i = 0; i < NOTE_COUNT; i++) {
        const char *text = change->notes.text[i];
        if (strcmp(text, before ? before->notes.text[i] : "") != 0)
            buf_printf(out, "%s%s: %s", out->length > 0 ? "; " : "", note_words.term[i].label,
                       *text != '\0' ? text : "(kosong)");
    }
}

static void print_evidence(const struct change *change, const struct change *before,
                           const struct indicator *indicator, struct buf *out) {
    (void)before;
    (void)indicator;
    const struct evidence *evidence = &change->evidence;
    char date[CLOCK_TEXT_MAX] = "";
    if (evidence->date.year != 0)
        date_print_short(evidence->date, date);
    buf_printf(out, "bukti %u%s: %s", change->key.number,
               change->kind == EVENT_EVIDENCE_FULFILLED ? " sudah ada" : "", evidence->title);
    put_part(out, ", ", evidence->number);
    put_part(out, evidence->promised ? ", menyusul " : ", ", date);
    put_part(out, ", ", evidence->place);
}

static void print_allowed(const struct change *change, const struct change *before,
                          const struct indicator *indicator, struct buf *out) {
    char date[CLOCK_TEXT_MAX];
    (void)before;
    (void)indicator;
    date_print_short(change->evidence.date, date);
    buf_printf(out, "bukti %u diizinkan menyusul, ditunggu %s: %s", change->key.number, date,
               change->evidence.title);
}

static void print_removal(const struct change *change, const struct change *before,
                          const struct indicator *indicator, struct buf *out) {
    (void)indicator;
    buf_printf(out, "bukti %u dihapus", change->key.number);
    if (before && before->kind != EVENT_EVIDENCE_REMOVED)
        put_part(out, ": ", before->evidence.title);
}

static void print_verdict(const struct change *change, const struct change *before,
                          const struct indicator *indicator, struct buf *out) {
    const struct check *check = &change->check;
    char value[DECIMAL_TEXT_MAX];
    (void)before;
    buf_text(out, event_kind_word(change->kind));
    decimal_print(check->value, check->by_percent ? 2 : places_of(indicator), value);
    if (change->kind == EVENT_CHECK_CORRECTED)
        buf_printf(out, " %s%s", check->by_percent ? "capaian " : "", value);
    put_part(out, ": ", check->reason);
}

static void print_answer(const struct change *change, const struct change *before,
                         const struct indicator *indicator, struct buf *out) {
    (void)before;
    (void)indicator;
    buf_printf(out, "tanggapan koreksi: %s", answer_words.term[change->check.answer].label);
    put_part(out, ": ", change->check.answer_reason);
}

static void put_spending(const struct change *change, struct buf *out) {
    char rupiah[DECIMAL_TEXT_MAX] = "(kosong)";
    if (change && change->spending.filled)
        decimal_print(change->spending.rupiah, 0, rupiah);
    buf_text(out, rupiah);
}

static void print_spending(const struct change *change, const struct change *before,
                           const struct indicator *indicator, struct buf *out) {
    (void)indicator;
    buf_text(out, "anggaran ");
    put_spending(before, out);
    buf_text(out, " -> ");
    put_spending(change, out);
}

static void print_message(const struct change *change, const struct change *before,
                          const struct indicator *indicator, struct buf *out) {
    (void)before;
    (void)indicator;
    buf_printf(out, "%s: %s", event_kind_word(change->kind), change->instruction.text);
}

/* The figure itself is told by Periksa alone, and only where the two differ. */
static void print_rekey(const struct change *change, const struct change *before,
                        const struct indicator *indicator, struct buf *out) {
    (void)before;
    (void)indicator;
    bool taken_back = change->kind == EVENT_REKEY_ASKED && !change->rekey.asked;
    buf_printf(out, "%s%s", event_kind_word(change->kind), taken_back ? " dibatalkan" : "");
}

/* What is no part of an indicator's history, but may be asked for all the same. */
static void print_word(const struct change *change, const struct change *before,
                       const struct indicator *indicator, struct buf *out) {
    (void)before;
    (void)indicator;
    buf_text(out, event_kind_word(change->kind));
    if (change->key.kind == RECORD_SUBMISSION)
        put_part(out, ": ", change->step.reason);
}

static print_fn *const print_kind[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = print_actual,
    [EVENT_ACTUAL_CLEARED] = print_actual,
    [EVENT_NOTES_SET] = print_notes,
    [EVENT_EVIDENCE_SET] = print_evidence,
    [EVENT_EVIDENCE_REMOVED] = print_removal,
    [EVENT_CHECK_PASSED] = print_verdict,
    [EVENT_CHECK_CORRECTED] = print_verdict,
    [EVENT_CHECK_RETURNED] = print_verdict,
    [EVENT_CHECK_CLEARED] = print_verdict,
    [EVENT_CHECK_ANSWERED] = print_answer,
    [EVENT_SPENDING_SET] = print_spending,
    [EVENT_INSTRUCTED] = print_message,
    [EVENT_REPLIED] = print_message,
    [EVENT_REKEY_ASKED] = print_rekey,
    [EVENT_REKEYED] = print_rekey,
    [EVENT_ACTUAL_FINALISED] = print_finalised,
    [EVENT_EVIDENCE_ALLOWED] = print_allowed,
    [EVENT_EVIDENCE_FULFILLED] = print_evidence,
};

void event_print(const struct event *event, const struct event *before, const struct indicator *indicator,
                 char *out, size_t size) {
    struct buf text = {0};
    print_fn *print = print_kind[event->change.kind] ? print_kind[event->change.kind] : print_word;
    print(&event->change, before ? &before->change : NULL, indicator, &text);
    if (event->change.undo)
        buf_text(&text, " (diurungkan)");
    utf8_truncate(buf_string(&text), INT_MAX, out, size);
    buf_release(&text);
}
