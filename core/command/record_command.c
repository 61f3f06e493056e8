/* arahan, monev, rekomendasi, dokumen, penyampaian, anggaran: what is written of them */
#include "command/commands.h"
#include "command/step.h"
#include "view/record_fields.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A change to one record on its way. */
struct writing {
    struct context *context;
    struct request request;
    struct record standing;
};

/* Of a numbered kind without its number a new one is made: nothing stands there. */
static bool begin(struct writing *writing, struct context *context, enum event_kind kind,
                  const struct record_key *key, struct err *err) {
    const bool fresh = record_kind_numbered(key->kind) && !key->number;
    writing->context = context;
    writing->request = request_new(kind, key, office_facts(context->office).now);
    record_init(&writing->standing, key);
    if (!fresh && !context_standing(context, key, &writing->standing, err))
        return false;
    writing->request.change.replaces = writing->standing.head;
    fields_keep(&writing->request.change, &writing->standing);
    return true;
}

/* Every option that was given goes into its field; the others stay as they stand. */
static bool take_options(struct writing *writing, const struct args *args, struct err *err) {
    const struct record_fields *fields = event_fields(writing->request.change.kind);
    const struct date today = office_facts(writing->context->office).asker.today;
    for (int i = 0; i < fields->count; i++) {
        char option[32];
        snprintf(option, sizeof option, "--%s", fields->field[i].name);
        const char *text = args_value(args, option);
        if (text && !field_read(&fields->field[i], today, *text ? text : "ya", &writing->request.change, err))
            return false;
    }
    return true;
}

static bool finish(struct writing *writing, const char *subject, const char *what, struct err *err) {
    struct outcome outcome;
    char quarter[QUARTER_TEXT_MAX];
    if (!office_change(writing->context->office, &writing->request, &outcome, err))
        return false;
    quarter_print(outcome.record.key.quarter, quarter);
    printf("%s %s: ", subject, quarter);
    if (outcome.record.key.number)
        printf("%s %u tersimpan\n", what, (unsigned)outcome.record.key.number);
    else
        printf("%s tersimpan\n", what);
    return true;
}

static bool read_number(const char *text, uint32_t *number, struct err *err) {
    char *end = NULL;
    unsigned long read = text ? strtoul(text, &end, 10) : 0;
    *number = (uint32_t)read;
    return !text || (*text >= '1' && *text <= '9' && *end == '\0' && read <= UINT32_MAX) ||
           err_set(err, ERR_USAGE, "nomor \"%s\" tidak sah; lihat daftarnya", text);
}

/* ---- arahan ---- */

/* An indicator, or the bidang as its code names it. */
static bool instruct(struct context *context, const struct args *args, enum event_kind kind,
                     struct err *err) {
    const struct config *config = &context->config;
    const struct indicator *indicator = config_indicator(config, context->quarter, args_word(args, 0));
    const struct unit *unit = config_unit(config, args_word(args, 0));
    if (!indicator && !unit)
        return err_set(err, ERR_NOT_FOUND, "\"%s\" bukan kode indikator dan bukan bidang",
                       args_word(args, 0));
    const char *code = indicator ? indicator->code : unit->code;
    const struct record_key key = record_key(RECORD_INSTRUCTION, code, context->quarter);
    struct writing writing;
    return begin(&writing, context, kind, &key, err) && take_options(&writing, args, err) &&
           finish(&writing, code, event_kind_word(kind), err);
}

bool command_instruct(struct context *context, const struct args *args, struct err *err) {
    return instruct(context, args, EVENT_INSTRUCTED, err);
}

bool command_reply(struct context *context, const struct args *args, struct err *err) {
    return instruct(context, args, EVENT_REPLIED, err);
}

/* ---- monev ---- */

bool command_meet(struct context *context, const struct args *args, struct err *err) {
    bool jointly = args_value(args, "--gabungan");
    const struct unit *unit = jointly ? NULL : step_unit(context, err);
    if (!jointly && !unit)
        return false;
    struct record_key key = record_key(RECORD_MEETING, jointly ? RECORD_JOINT : unit->code, context->quarter);
    struct writing writing;
    return read_number(args_word(args, 0), &key.number, err) &&
           begin(&writing, context, EVENT_MEETING_SET, &key, err) && take_options(&writing, args, err) &&
           finish(&writing, jointly ? "Gabungan" : unit->name, "monev", err);
}

/* ---- rekomendasi ---- */

static struct record_key recommendation_key(const struct context *context) {
    const struct quarter year = {context->quarter.year, YEAR_PERIOD};
    return record_key(RECORD_RECOMMENDATION, RECORD_AGENCY, year);
}

static bool take_owner(struct writing *writing, struct err *err) {
    struct recommendation *recommendation = &writing->request.change.recommendation;
    const struct unit *unit = writing->context->unit;
    if (unit)
        snprintf(recommendation->unit, sizeof recommendation->unit, "%s", unit->code);
    return recommendation->unit[0] ||
           err_set(err, ERR_USAGE, "bidang yang menindaklanjuti belum disebut; tambahkan --bidang KODE");
}

bool command_recommend(struct context *context, const struct args *args, struct err *err) {
    const struct record_key key = recommendation_key(context);
    struct writing writing;
    if (!begin(&writing, context, EVENT_RECOMMENDED, &key, err))
        return false;
    writing.request.change.recommendation.quarter = context->quarter.number;
    return take_options(&writing, args, err) && take_owner(&writing, err) &&
           finish(&writing, writing.request.change.recommendation.unit, "rekomendasi", err);
}

static bool asks_for(const struct args *args, enum event_kind kind) {
    const struct record_fields *fields = event_fields(kind);
    for (int i = 0; i < fields->count; i++) {
        char option[32];
        snprintf(option, sizeof option, "--%s", fields->field[i].name);
        if (args_value(args, option))
            return true;
    }
    return false;
}

/* What is recommended, what was done about it, or both. */
bool command_recommendation_edit(struct context *context, const struct args *args, struct err *err) {
    static const enum event_kind kinds[] = {EVENT_RECOMMENDED, EVENT_FOLLOWED_UP};
    struct record_key key = recommendation_key(context);
    bool any = false;
    if (!read_number(args_word(args, 0), &key.number, err))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct writing writing;
        bool asked = asks_for(args, kinds[i]) || (kinds[i] == EVENT_RECOMMENDED && context->unit);
        any |= asked;
        if (!asked)
            continue;
        if (!begin(&writing, context, kinds[i], &key, err))
            return false;
        if (!writing.standing.head.sequence)
            return err_set(err, ERR_NOT_FOUND,
                           "rekomendasi nomor %s tidak ada; lihat: triwulan rekomendasi lihat",
                           args_word(args, 0));
        if (!take_options(&writing, args, err) ||
            (kinds[i] == EVENT_RECOMMENDED && !take_owner(&writing, err)) ||
            !finish(&writing, writing.standing.recommendation.unit, event_kind_word(kinds[i]), err))
            return false;
    }
    return any ||
           err_set(err, ERR_USAGE, "belum disebut apa yang diubah; lihat: triwulan rekomendasi ubah --help");
}

/* ---- dokumen, penyampaian ---- */

static bool find_word(const struct vocabulary *words, const char *word, struct err *err) {
    char known[ERR_TEXT_MAX];
    vocabulary_list(words, known, sizeof known);
    return vocabulary_find(words, word) >= 0 ||
           err_set(err, ERR_USAGE, "%s \"%s\" tidak dikenal; pilih %s", words->name, word, known);
}

bool command_document_mark(struct context *context, const struct args *args, struct err *err) {
    const char *word = args_word(args, 0);
    const struct record_key key = record_key(RECORD_DOCUMENT, word, context->quarter);
    struct writing writing;
    if (!find_word(&document_words, word, err) ||
        !begin(&writing, context, EVENT_DOCUMENT_MARKED, &key, err) || !take_options(&writing, args, err))
        return false;
    writing.request.change.dossier.present = true;
    if (args_value(args, "--belum-ada"))
        memset(&writing.request.change.dossier, 0, sizeof writing.request.change.dossier);
    return finish(&writing, word, "dokumen", err);
}

bool command_hand_over(struct context *context, const struct args *args, struct err *err) {
    const char *word = args_word(args, 0);
    const struct record_key key = record_key(RECORD_HANDOVER, word, context->quarter);
    struct writing writing;
    if (!find_word(&recipient_words, word, err) || !begin(&writing, context, EVENT_HANDED_OVER, &key, err) ||
        !take_options(&writing, args, err))
        return false;
    if (args_value(args, "--belum"))
        memset(&writing.request.change.handover, 0, sizeof writing.request.change.handover);
    return finish(&writing, word, "penyampaian", err);
}

/* ---- anggaran ---- */

static bool spend(struct context *context, const char *code, const char *rupiah, struct err *err) {
    const struct indicator *indicator = context_indicator(context, code, err);
    struct writing writing;
    if (!indicator)
        return false;
    const struct record_key key = record_key(RECORD_SPENDING, indicator->code, context->quarter);
    return begin(&writing, context, EVENT_SPENDING_SET, &key, err) &&
           field_read(event_fields(EVENT_SPENDING_SET)->field, office_facts(context->office).asker.today,
                      rupiah, &writing.request.change, err) &&
           finish(&writing, indicator->code, *rupiah ? "anggaran" : "anggaran kosong,", err);
}

bool command_spend(struct context *context, const struct args *args, struct err *err) {
    return spend(context, args_word(args, 0), args_word(args, 1), err);
}

bool command_spending_clear(struct context *context, const struct args *args, struct err *err) {
    return spend(context, args_word(args, 0), "", err);
}
