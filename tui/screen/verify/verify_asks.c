#include "screen/verify/verify_asks.h"
#include "value/typed.h"
#include "view/wording.h"
#include <stdio.h>

enum { VALUE_MAX = 40 };

static const struct measure_unit percentage = {.name = "%", .decimals = true, .percent = true};

static struct row row_of(const struct ask *ask) {
    return row_at(&ask->reading.records, ask_indicator(ask), ask->seen.key.quarter);
}

/* Code and description, what was reported, and a correction that stands, with its reason. */
static void about(const struct ask *ask, char out[ASK_ABOUT_MAX]) {
    const struct indicator *indicator = ask_indicator(ask);
    const struct row row = row_of(ask);
    struct buf verdict = {0};
    char actual[DECIMAL_TEXT_MAX], target[DECIMAL_TEXT_MAX], achieved[DECIMAL_TEXT_MAX];
    if (row.verdict == VERDICT_CORRECTED)
        verdict_print(&ask->reading.records, &row, &verdict);
    int places = measure_places(&indicator->measure);
    figure_print(row.figures.actual, places, actual);
    figure_print(row.figures.target, places, target);
    figure_print(row.figures.achievement, 2, achieved);
    snprintf(out, ASK_ABOUT_MAX, "%s  %s. Dilaporkan %s dari %s %s, capaian %s%s%s", indicator->code,
             indicator->description, actual, target, indicator->measure.name, achieved,
             verdict.length ? ". " : "", buf_string(&verdict));
    buf_release(&verdict);
}

static bool take_value(const char *text, const struct measure_unit *measure, struct decimal *value,
                       struct err *err) {
    const struct typed_for what = {.unit = measure, .aggregation = AGGREGATION_POSITION};
    struct typed typed;
    if (!typed_read(text, what, &typed, err))
        return false;
    *value = typed.value;
    return true;
}

enum { CORRECT_VALUE, CORRECT_PERCENT, CORRECT_REASON };
static const struct record_field correct_fields[] = {
    {.name = "nilai", .label = "Nilai", .hint = "realisasi yang didukung bukti; atau:", .max = VALUE_MAX},
    {.name = "persen", .label = "Capaian %", .hint = "capaiannya saja, misalnya 91,67", .max = VALUE_MAX},
    {.name = "alasan",
     .label = "Alasan",
     .hint = "mengapa dikoreksi",
     .missing = "Alasan masih kosong; tulis alasannya",
     .max = NOTE_MAX,
     .rows = 3},
};

static bool make_correction(const struct ask *ask, const char *const text[], struct change *change,
                            int *wrong, struct err *err) {
    struct check *check = &change->check;
    bool value = *text[CORRECT_VALUE], percent = *text[CORRECT_PERCENT];
    *wrong = percent ? CORRECT_PERCENT : CORRECT_VALUE;
    if (value == percent)
        return err_set(err, ERR_INVALID, "Isi salah satu: nilai, atau capaian dalam persen");
    check->by_percent = percent;
    snprintf(check->reason, sizeof check->reason, "%s", text[CORRECT_REASON]);
    return take_value(text[*wrong], percent ? &percentage : &ask_indicator(ask)->measure, &check->value, err);
}

/* The achievement that would count. */
static void preview_correction(const struct ask *ask, const char *const text[], char out[ASK_PREVIEW_MAX]) {
    struct change change = {.kind = EVENT_CHECK_CORRECTED};
    int wrong = 0;
    char reported[DECIMAL_TEXT_MAX], final[DECIMAL_TEXT_MAX];
    struct err err = {0};
    if (!make_correction(ask, text, &change, &wrong, &err))
        return;
    const struct row row = row_of(ask);
    const struct figure target = row.figures.target;
    const enum polarity polarity = row.indicator->plan.polarity;
    const enum lower_formula formula = ask->session->config->rules.lower_formula;
    struct figure counts = {FIGURE_VALUE, change.check.value};
    if (!change.check.by_percent)
        counts = target.kind == FIGURE_VALUE
                     ? achievement(change.check.value, target.value, polarity, formula)
                     : row.figures.achievement;
    figure_print(row.figures.achievement, 2, reported);
    figure_print(counts, 2, final);
    snprintf(out, ASK_PREVIEW_MAX, "Capaian menjadi %s, dilaporkan %s. Enter lanjut, Ctrl-S menyimpan.",
             final, reported);
}

static const struct record_field mend_fields[] = {{
    .name = "alasan",
    .label = "Yang diminta",
    .hint = "apa yang harus diperbaiki",
    .missing = "Alasan masih kosong; tulis apa yang harus diperbaiki",
    .max = NOTE_MAX,
    .rows = 3,
}};

static bool make_mend(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                      struct err *err) {
    (void)ask, (void)wrong, (void)err;
    snprintf(change->check.reason, sizeof change->check.reason, "%s", text[0]);
    return true;
}

static const struct record_field answer_fields[] = {
    {.name = "jawaban",
     .label = "Jawaban",
     .missing = "Jawaban belum dipilih: 1 diterima, 2 keberatan",
     .type = FIELD_CHOICE,
     .choices = &answer_words,
     .first = ANSWER_ACCEPTED},
    {.name = "alasan", .label = "Alasan", .hint = "wajib bila keberatan", .max = NOTE_MAX, .rows = 3},
};

static bool make_answer(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                        struct err *err) {
    (void)ask, (void)err;
    change->check.answer = (enum answer)vocabulary_find(&answer_words, text[0]);
    snprintf(change->check.answer_reason, sizeof change->check.answer_reason, "%s", text[1]);
    *wrong = 1;
    return true;
}

#define FIELDS(fields) .field = (fields), .field_count = sizeof(fields) / sizeof *(fields), .reads = KINDS_ROW
const struct ask_kind ask_correct = {
    .name = "koreksi",
    .heading = "KOREKSI",
    .event = EVENT_CHECK_CORRECTED,
    FIELDS(correct_fields),
    .about = about,
    .make = make_correction,
    .preview = preview_correction,
    .done = "Koreksi tersimpan",
};
const struct ask_kind ask_mend = {
    .name = "minta-perbaikan",
    .heading = "MINTA PERBAIKAN",
    .event = EVENT_CHECK_RETURNED,
    FIELDS(mend_fields),
    .about = about,
    .make = make_mend,
    .done = "Permintaan perbaikan tersimpan",
};
const struct ask_kind ask_answer = {
    .name = "tanggapan",
    .heading = "TANGGAPAN",
    .event = EVENT_CHECK_ANSWERED,
    FIELDS(answer_fields),
    .about = about,
    .make = make_answer,
    .done = "Tanggapan tersimpan",
};
#undef FIELDS

/* Over the verification that stands. */
static bool see(struct ask *ask, const struct indicator *indicator) {
    struct session *session = ask->session;
    const struct record_key key = record_key(RECORD_CHECK, indicator->code, session->quarter);
    if (!session_may(session, &ask->reading.records, ask->kind->event, indicator))
        return false;
    records_get(&ask->reading.records, &key, &ask->seen);
    if (ask->kind->event != EVENT_CHECK_ANSWERED || ask->seen.check.verdict == VERDICT_CORRECTED)
        return true;
    session_say(session, STYLE_NORMAL, "%s tidak dikoreksi; tidak ada yang ditanggapi", indicator->code);
    return false;
}

enum next verify_ask(struct session *session, const struct ask_kind *kind,
                     const struct indicator *indicator) {
    const struct scope scope = session_scope_of(session, indicator->code, kind->reads);
    struct ask ask = {.session = session, .kind = kind};
    if (session_read(session, &scope, &ask.reading) && see(&ask, indicator))
        return screen_open(session, ask_new(&ask));
    reading_release(&ask.reading);
    return NEXT_STAY;
}
