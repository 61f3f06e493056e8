#include "model/event.h"

static const struct {
    enum record_kind record;
    const char *word;
} kinds[EVENT_KIND_COUNT] = {
#define X(id, record, word) [id] = {record, word},
    EVENT_KINDS(X)
#undef X
};

enum record_kind event_kind_record(enum event_kind kind) {
    return kinds[kind].record;
}

const char *event_kind_word(enum event_kind kind) {
    return kinds[kind].word;
}
