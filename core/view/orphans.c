#include "view/orphans.h"
#include "base/list.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Codes are told whole, and no more of them than find room. */
enum { NAMED_MAX = 6 };

static bool is_spelt(const char *code, const char *found) {
    return found && strcmp(found, code) == 0;
}

/* Spelt as it is now: records are kept under the spelling of their time, and looked for under that of the catalogue. */
static bool names_something(const struct config *config, const struct record_key *key) {
    const struct unit *of_unit = config_unit(config, key->code);
    const struct indicator *of_indicator = config_indicator(config, key->quarter, key->code);
    bool unit = is_spelt(key->code, of_unit ? of_unit->code : NULL);
    bool indicator = is_spelt(key->code, of_indicator ? of_indicator->code : NULL);
    switch (record_kind_subject(key->kind)) {
    case SUBJECT_INDICATOR:
        return indicator;
    case SUBJECT_UNIT:
        return unit;
    case SUBJECT_EITHER:
        return indicator || unit;
    case SUBJECT_MEETING:
        return unit || strcmp(key->code, RECORD_JOINT) == 0;
    case SUBJECT_AGENCY:
    case SUBJECT_DOCUMENT:
    case SUBJECT_RECIPIENT:
        break;
    }
    return true;
}

struct gathering {
    const struct config *config;
    struct list *found;       /* of struct orphan */
    char named[CODE_MAX + 1]; /* the last code that the catalogue had */
    const struct catalogue *catalogue;
};

/* Of a kind they come code by code, so that most of them are answered by the one before. */
static bool is_named(struct gathering *gathering, const struct record_key *key) {
    const struct catalogue *catalogue = config_catalogue(gathering->config, key->quarter);
    bool again = catalogue == gathering->catalogue && strcmp(key->code, gathering->named) == 0;
    if (again || !names_something(gathering->config, key))
        return again;
    memcpy(gathering->named, key->code, sizeof gathering->named);
    gathering->catalogue = catalogue;
    return true;
}

static bool is_last(const struct orphans *orphans, const char *code) {
    return orphans->count && strcmp(orphans->orphan[orphans->count - 1].code, code) == 0;
}

static void add(struct orphan *orphan, const struct orphan *more) {
    orphan->records += more->records;
    if (quarter_compare(more->first, orphan->first) < 0)
        orphan->first = more->first;
    if (quarter_compare(more->last, orphan->last) > 0)
        orphan->last = more->last;
}

static bool take(void *context, const struct record *record) {
    struct gathering *gathering = context;
    struct list *found = gathering->found;
    struct orphan orphan = {.first = record->key.quarter, .last = record->key.quarter, .records = 1};
    memcpy(orphan.code, record->key.code, sizeof orphan.code);
    struct orphan *before = found->count ? (struct orphan *)found->item + found->count - 1 : NULL;
    if (is_named(gathering, &record->key))
        return true;
    if (before && strcmp(before->code, orphan.code) == 0)
        add(before, &orphan);
    else
        list_add(found, &orphan);
    return true;
}

static int by_code(const void *a, const void *b) {
    return strcmp(((const struct orphan *)a)->code, ((const struct orphan *)b)->code);
}

/* Several kinds of records may stand under one code. */
static void merge(struct list *found, struct orphans *orphans) {
    orphans->orphan = found->item;
    if (found->count)
        qsort(found->item, (size_t)found->count, found->size, by_code);
    for (int i = 0; i < found->count; i++) {
        const struct orphan orphan = orphans->orphan[i];
        if (is_last(orphans, orphan.code))
            add(&orphans->orphan[orphans->count - 1], &orphan);
        else
            orphans->orphan[orphans->count++] = orphan;
    }
}

void orphans_of(const struct records *records, struct orphans *orphans) {
    struct list found = {.size = sizeof(struct orphan)};
    struct gathering gathering = {.config = records->asker.config, .found = &found};
    *orphans = (struct orphans){0};
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key any = {.kind = (enum record_kind)kind};
        gathering.named[0] = '\0';
        records_each(records, &any, take, &gathering);
    }
    merge(&found, orphans);
}

void orphans_release(struct orphans *orphans) {
    free(orphans->orphan);
    *orphans = (struct orphans){0};
}

void orphans_print(const struct orphans *orphans, char *out, size_t size) {
    char codes[ERR_TEXT_MAX / 2] = "", more[32] = "";
    out[0] = '\0';
    if (!orphans->count)
        return;
    for (int i = 0; i < orphans->count && i < NAMED_MAX; i++)
        text_join(codes, sizeof codes, ", ", orphans->orphan[i].code);
    if (orphans->count > NAMED_MAX)
        snprintf(more, sizeof more, " dan %d lagi", orphans->count - NAMED_MAX);
    snprintf(out, size,
             "%d kode tidak ada lagi di katalog, datanya masih tersimpan (triwulan riwayat KODE): %s%s",
             orphans->count, codes, more);
}
