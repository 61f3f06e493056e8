#include "screen/entry/entry_notices.h"
#include "model/dossier.h"
#include <stdio.h>
#include <string.h>

struct notice {
    const char *code, *text; /* in the arena */
};

struct noticing {
    struct entry_notices *notices;
    const struct config *config;
    struct quarter quarter;
};

static void add(struct entry_notices *notices, const char *code, const char *text) {
    const struct notice notice = {arena_text(&notices->arena, code, strlen(code)),
                                  arena_text(&notices->arena, text, strlen(text))};
    list_add(&notices->line, &notice);
}

static bool add_instruction(void *context, const struct record *record) {
    struct noticing *noticing = context;
    char text[NOTE_MAX + 128];
    if (quarter_compare(record->key.quarter, noticing->quarter) != 0)
        return true;
    snprintf(text, sizeof text, "%s, %s: %s", record->instruction.reply ? "Jawaban" : "Arahan (H)",
             config_name(noticing->config, record->changed_by), record->instruction.text);
    add(noticing->notices, record->key.code, text);
    return true;
}

static bool add_recommendation(void *context, const struct record *record) {
    struct noticing *noticing = context;
    const struct recommendation *recommendation = &record->recommendation;
    char text[NOTE_MAX + 64];
    if (!*recommendation->indicator || !recommendation_open(record, noticing->quarter))
        return true;
    snprintf(text, sizeof text, "Rekomendasi %u, %s: %s", (unsigned)record->key.number,
             follow_up_words.term[recommendation->state].word, recommendation->text);
    add(noticing->notices, recommendation->indicator, text);
    return true;
}

void entry_notices_load(struct entry_notices *notices, const struct records *records,
                        struct quarter quarter) {
    static const struct record_key recommendations = {.kind = RECORD_RECOMMENDATION};
    static const struct record_key instructions = {.kind = RECORD_INSTRUCTION};
    struct noticing noticing = {notices, records->asker.config, quarter};
    entry_notices_release(notices);
    notices->line.size = sizeof(struct notice);
    records_each(records, &recommendations, add_recommendation, &noticing);
    records_each(records, &instructions, add_instruction, &noticing);
}

void entry_notices_release(struct entry_notices *notices) {
    list_release(&notices->line);
    arena_release(&notices->arena);
}

/* The last one is the newest of its kind, and arahan come behind recommendations. */
const char *entry_notices_find(const struct entry_notices *notices, const struct indicator *indicator) {
    const struct notice *notice = notices->line.item;
    for (int i = notices->line.count - 1; i >= 0; i--)
        if (strcmp(notice[i].code, indicator->code) == 0)
            return notice[i].text;
    return NULL;
}
