#include "model/reuse.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document by its uuid, a file by its digest. */
enum { MARK_SIZE = 1 + DIGEST_SIZE, PLACES_MAX = 12 };

struct evidence_use {
    uint8_t mark[MARK_SIZE];
    const struct indicator *indicator;
    struct quarter quarter;
    uint32_t number;
};

/* ---- reading ---- */

struct gathering {
    struct list *use;
    const struct indicator *indicator;
    int year;
};

static void add(struct gathering *gathering, const struct record *record, char kind, const void *bytes,
                size_t length) {
    struct evidence_use use = {.mark = {(uint8_t)kind},
                               .indicator = gathering->indicator,
                               .quarter = record->key.quarter,
                               .number = record->key.number};
    memcpy(use.mark + 1, bytes, length);
    list_add(gathering->use, &use);
}

static bool gather(void *context, const struct record *record) {
    struct gathering *gathering = context;
    const struct evidence *evidence = &record->evidence;
    if (record->key.quarter.year != gathering->year || evidence->removed || evidence->promised)
        return true;
    add(gathering, record, 'd', evidence->document.byte, UUID_SIZE);
    if (evidence->file)
        add(gathering, record, 'f', evidence->digest.byte, DIGEST_SIZE);
    return true;
}

/* The same together, and then in the order of the catalogue, quarter and number. */
static int compare(const void *a, const void *b) {
    const struct evidence_use *left = a, *right = b;
    int order = memcmp(left->mark, right->mark, MARK_SIZE);
    if (!order)
        order = (left->indicator > right->indicator) - (left->indicator < right->indicator);
    if (!order)
        order = left->quarter.number - right->quarter.number;
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

bool reuse_read(const struct records *records, const struct config *config, const struct unit *unit,
                struct quarter quarter, struct reuse *reuse, struct err *err) {
    const struct catalogue *catalogue = config_catalogue(config, quarter);
    struct gathering gathering = {.use = &reuse->use, .year = quarter.year};
    reuse->use = (struct list){.size = sizeof(struct evidence_use)};
    for (int i = 0; catalogue && i < catalogue->count; i++) {
        const struct record_key key =
            record_key(RECORD_EVIDENCE, catalogue->indicator[i].code, (struct quarter){0});
        gathering.indicator = &catalogue->indicator[i];
        if (gathering.indicator->unit == unit && !records_each(records, &key, gather, &gathering, err))
            return reuse_release(reuse), false;
    }
    if (reuse->use.count > 0)
        qsort(reuse->use.item, (size_t)reuse->use.count, sizeof(struct evidence_use), compare);
    return true;
}

void reuse_release(struct reuse *reuse) {
    list_release(&reuse->use);
}

/* ---- telling ---- */

static const struct evidence_use *use_at(const struct reuse *reuse, int index) {
    return (const struct evidence_use *)reuse->use.item + index;
}

/* Places, each once. */
struct places {
    const struct evidence_use *use[PLACES_MAX];
    int count;
    bool more;
};

static void place_add(struct places *places, const struct evidence_use *use) {
    for (int i = 0; i < places->count; i++)
        if (places->use[i]->indicator == use->indicator &&
            places->use[i]->quarter.number == use->quarter.number)
            return;
    places->more = places->count == PLACES_MAX;
    if (!places->more)
        places->use[places->count++] = use;
}

static bool alike(const struct reuse *reuse, int a, int b) {
    return memcmp(use_at(reuse, a)->mark, use_at(reuse, b)->mark, MARK_SIZE) == 0;
}

/* All but the use at `index` itself that have its mark: they stand on both sides of it. */
static void add_others(const struct reuse *reuse, int index, struct places *places) {
    int first = index, count = reuse->use.count;
    while (first > 0 && alike(reuse, first - 1, index))
        first--;
    for (int i = first; i < count && alike(reuse, i, index); i++)
        if (i != index)
            place_add(places, use_at(reuse, i));
}

static void print(const struct places *places, struct quarter quarter, char *out, size_t size) {
    out[0] = '\0';
    for (int i = 0; i < places->count; i++) {
        const struct evidence_use *use = places->use[i];
        bool here = use->quarter.number == quarter.number;
        char text[CODE_MAX + 16];
        snprintf(text, sizeof text, "%s%s%s", use->indicator->code, here ? "" : " ",
                 here ? "" : quarter_name(use->quarter.number));
        text_join(out, size, ", ", text);
    }
    if (places->more)
        text_join(out, size, " ", "dan lainnya");
}

/* Number 0: all that hang there. */
static void find(const struct reuse *reuse, const struct record_key *key, struct places *places) {
    for (int i = 0; i < reuse->use.count; i++) {
        const struct evidence_use *use = use_at(reuse, i);
        bool there =
            use->quarter.number == key->quarter.number && strcmp(use->indicator->code, key->code) == 0;
        if (there && (key->number == 0 || use->number == key->number))
            add_others(reuse, i, places);
    }
}

void reuse_print(const struct reuse *reuse, const struct record *record, char *out, size_t size) {
    struct places places = {.count = 0};
    find(reuse, &record->key, &places);
    print(&places, record->key.quarter, out, size);
}

bool reuse_print_all(const struct reuse *reuse, const char *code, struct quarter quarter, char *out,
                     size_t size) {
    const struct record_key key = record_key(RECORD_EVIDENCE, code, quarter);
    struct places places = {.count = 0};
    find(reuse, &key, &places);
    print(&places, quarter, out, size);
    return places.count > 0;
}
