#include "model/sample.h"
#include <string.h>

static bool is_odd(const struct row *row) {
    return (row->warnings & (1u << WARNING_HIGH | 1u << WARNING_LOW)) != 0;
}

static struct digest rank_of(const struct row *row) {
    struct buf text = {0};
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(row->quarter, quarter);
    buf_printf(&text, "%s %s ", row->indicator->code, quarter);
    buf_put(&text, row->head.device.byte, UUID_SIZE);
    buf_u64(&text, row->head.sequence);
    struct digest digest = digest_bytes(text.data, text.length);
    buf_release(&text);
    return digest;
}

/* The one of lowest rank that is not picked yet; -1 when none is left. */
static int lowest(const struct row *row, int count, const bool *picked) {
    struct digest least = {{0}};
    int found = -1;
    for (int i = 0; i < count; i++) {
        if (picked[i] || !row[i].actual.filled)
            continue;
        struct digest rank = rank_of(&row[i]);
        if (found >= 0 && memcmp(rank.byte, least.byte, DIGEST_SIZE) >= 0)
            continue;
        least = rank;
        found = i;
    }
    return found;
}

void sample_pick(const struct row *row, int count, bool *picked) {
    int ordinary = 0;
    for (int i = 0; i < count; i++) {
        picked[i] = row[i].actual.filled && is_odd(&row[i]);
        ordinary += row[i].actual.filled && !picked[i];
    }
    int wanted = (ordinary * SAMPLE_PERCENT + 99) / 100;
    if (wanted < SAMPLE_MIN)
        wanted = SAMPLE_MIN;
    for (int found; wanted > 0 && (found = lowest(row, count, picked)) >= 0; wanted--)
        picked[found] = true;
}
