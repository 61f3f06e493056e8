#include "view/attachments.h"
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>

const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title) {
    for (int i = 0; i < indicator->requirement_count; i++)
        if (requirement_filled(&indicator->requirement[i], number, title))
            return &indicator->requirement[i];
    return NULL;
}

/* ---- gathering ---- */

static void add(struct attachments *attachments, const struct record *record) {
    size_t count = (size_t)attachments->count + 1;
    attachments->record = memory_resize(attachments->record, count, sizeof *attachments->record);
    attachments->record[attachments->count++] = *record;
}

static bool take(void *context, const struct record *record) {
    if (!record->evidence.removed)
        add(context, record);
    return true;
}

void attachments_of(const struct records *records, const char *code, struct quarter quarter,
                    struct attachments *attachments) {
    const struct record_key from = record_key(RECORD_EVIDENCE, code, quarter);
    *attachments = (struct attachments){0};
    records_each(records, &from, take, attachments);
}

static bool has_document(const struct attachments *attachments, const struct uuid *document) {
    for (int i = 0; i < attachments->count; i++)
        if (memcmp(&attachments->record[i].evidence.document, document, sizeof *document) == 0)
            return true;
    return false;
}

static bool take_once(void *context, const struct record *record) {
    if (!record->evidence.removed && !has_document(context, &record->evidence.document))
        add(context, record);
    return true;
}

void attachments_of_unit(const struct records *records, const struct unit *unit, struct quarter quarter,
                         struct attachments *attachments) {
    const struct catalogue *catalogue = config_catalogue(records->asker.config, quarter);
    *attachments = (struct attachments){0};
    for (int i = 0; catalogue && i < catalogue->count; i++) {
        const struct record_key from = record_key(RECORD_EVIDENCE, catalogue->indicator[i].code, quarter);
        if (catalogue->indicator[i].unit == unit)
            records_each(records, &from, take_once, attachments);
    }
}

void attachments_release(struct attachments *attachments) {
    free(attachments->record);
    *attachments = (struct attachments){0};
}

/* ---- beside what is required ---- */

const struct record *attachments_find(const struct attachments *attachments,
                                      const struct requirement *requirement) {
    const struct record *found = NULL;
    for (int i = 0; i < attachments->count; i++) {
        const struct record *record = &attachments->record[i];
        if (requirement_filled(requirement, record->key.quarter.number, record->evidence.title) &&
            (!found || found->evidence.promised))
            found = record;
    }
    return found;
}

/* ---- promises ---- */

void attachments_fulfil(const struct attachments *attachments, struct change *change) {
    for (int i = 0; i < attachments->count && change->key.number == 0; i++) {
        const struct record *record = &attachments->record[i];
        if (!evidence_fulfils(&change->evidence, &record->evidence))
            continue;
        change->key.number = record->key.number;
        change->replaces = record->head;
    }
}

enum promise_state evidence_promise(const struct evidence *evidence, struct date today) {
    if (!evidence->promised)
        return PROMISE_NONE;
    if (!evidence->allowed)
        return PROMISE_ASKED;
    return date_compare(evidence->date, today) < 0 ? PROMISE_OVERDUE : PROMISE_WAITED;
}

const char *promise_state_word(enum promise_state state) {
    static const char *const words[] = {
        [PROMISE_NONE] = "",
        [PROMISE_ASKED] = "BELUM DIIZINKAN",
        [PROMISE_WAITED] = "MENYUSUL",
        [PROMISE_OVERDUE] = "MENYUSUL LEWAT",
    };
    return words[state];
}
