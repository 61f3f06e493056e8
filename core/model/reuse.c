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
    int first; /* of those with the same mark */
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

static struct evidence_use *use_at(const struct reuse *reuse, int index) {
    return (struct evidence_use *)reuse->use.item + index;
}

static bool alike(const struct reuse *reuse, int a, int b) {
    return memcmp(use_at(reuse, a)->mark, use_at(reuse, b)->mark, MARK_SIZE) == 0;
}

/* Where a use is, apart from what it is of. */
struct use_place {
    const struct indicator *indicator;
    int quarter;
    uint32_t number;
    int index;
};

static int compare_places(const void *a, const void *b) {
    const struct use_place *left = a, *right = b;
    int order = strcmp(left->indicator->code, right->indicator->code);
    if (!order)
        order = left->quarter - right->quarter;
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

static void sort(struct list *list, int (*by)(const void *a, const void *b)) {
    if (list->count > 0)
        qsort(list->item, (size_t)list->count, list->size, by);
}

static void index_uses(struct reuse *reuse) {
    sort(&reuse->use, compare);
    for (int i = 0; i < reuse->use.count; i++) {
        struct evidence_use *use = use_at(reuse, i);
        use->first = i > 0 && alike(reuse, i - 1, i) ? use_at(reuse, i - 1)->first : i;
        const struct use_place place = {use->indicator, use->quarter.number, use->number, i};
        list_add(&reuse->by_place, &place);
    }
    sort(&reuse->by_place, compare_places);
}

void reuse_read(const struct records *records, const struct unit *unit, struct quarter quarter,
                struct reuse *reuse) {
    const struct catalogue *catalogue = config_catalogue(records->asker.config, quarter);
    struct gathering gathering = {.use = &reuse->use, .year = quarter.year};
    *reuse = (struct reuse){.use = {.size = sizeof(struct evidence_use)},
                            .by_place = {.size = sizeof(struct use_place)}};
    for (int i = 0; catalogue && i < catalogue->count; i++) {
        const struct record_key key =
            record_key(RECORD_EVIDENCE, catalogue->indicator[i].code, (struct quarter){0});
        gathering.indicator = &catalogue->indicator[i];
        if (gathering.indicator->unit == unit)
            records_each(records, &key, gather, &gathering);
    }
    index_uses(reuse);
}

void reuse_release(struct reuse *reuse) {
    list_release(&reuse->use);
    list_release(&reuse->by_place);
}

/* ---- telling ---- */

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

/* All but the use at `index` itself that have its mark, until no more can be told. */
static void add_others(const struct reuse *reuse, int index, struct places *places) {
    int first = use_at(reuse, index)->first;
    for (int i = first; i < reuse->use.count && use_at(reuse, i)->first == first && !places->more; i++)
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

/* Before it in the order of places lie all that are of an earlier code, quarter or number. */
static int first_place(const struct reuse *reuse, const struct record_key *key) {
    const struct use_place *place = reuse->by_place.item;
    int low = 0, high = reuse->by_place.count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(place[middle].indicator->code, key->code);
        if (!order)
            order = place[middle].quarter - key->quarter.number;
        if (order < 0 || (order == 0 && place[middle].number < key->number))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Number 0: all that hang there. */
static void find(const struct reuse *reuse, const struct record_key *key, struct places *places) {
    const struct use_place *place = reuse->by_place.item;
    for (int i = first_place(reuse, key); i < reuse->by_place.count && !places->more; i++) {
        if (place[i].quarter != key->quarter.number || strcmp(place[i].indicator->code, key->code) != 0 ||
            (key->number != 0 && place[i].number != key->number))
            return;
        add_others(reuse, place[i].index, places);
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
