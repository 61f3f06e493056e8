#include "model/sample.h"
#include "base/buf.h"
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>

struct sample_mark sample_mark_of(const struct row *row) {
    struct sample_mark mark = {.filled = row->actual.filled};
    struct buf text = {0};
    char quarter[QUARTER_TEXT_MAX];
    mark.odd = (row->warnings & (1u << WARNING_HIGH | 1u << WARNING_LOW)) != 0;
    quarter_print(row->quarter, quarter);
    buf_printf(&text, "%s %s ", row->indicator->code, quarter);
    buf_put(&text, row->head.device.byte, UUID_SIZE);
    buf_u64(&text, row->head.sequence);
    mark.rank = digest_bytes(text.data, text.length);
    buf_release(&text);
    return mark;
}

struct ranked {
    struct digest rank;
    int index;
};

static int compare(const void *a, const void *b) {
    const struct ranked *left = a, *right = b;
    int order = memcmp(left->rank.byte, right->rank.byte, DIGEST_SIZE);
    return order ? order : left->index - right->index;
}

static int wanted_of(int ordinary) {
    int wanted = (ordinary * SAMPLE_PERCENT + 99) / 100;
    wanted = wanted < SAMPLE_MIN ? SAMPLE_MIN : wanted;
    return wanted < ordinary ? wanted : ordinary;
}

void sample_pick(const struct sample_mark *mark, int count, bool *picked) {
    struct ranked *ordinary = memory_alloc((size_t)count + 1, sizeof *ordinary);
    int ordinaries = 0;
    for (int i = 0; i < count; i++) {
        picked[i] = mark[i].filled && mark[i].odd;
        if (mark[i].filled && !mark[i].odd)
            ordinary[ordinaries++] = (struct ranked){mark[i].rank, i};
    }
    qsort(ordinary, (size_t)ordinaries, sizeof *ordinary, compare);
    for (int i = 0; i < wanted_of(ordinaries); i++)
        picked[ordinary[i].index] = true;
    free(ordinary);
}
