#include "model/event.h"
#include <string.h>

static const struct {
    enum record_kind record;
    const char *word;
} kinds[EVENT_KIND_COUNT] = {EVENT_KINDS(SET_ROW)};

enum record_kind event_kind_record(enum event_kind kind) {
    return kinds[kind].record;
}

const char *event_kind_word(enum event_kind kind) {
    return kinds[kind].word;
}

/* Zeros between the members, too: a change is compared byte by byte in tests. */
struct request request_new(enum event_kind kind, const struct record_key *key, int64_t now) {
    struct request request;
    memset(&request, 0, sizeof request);
    request.operation = uuid_new(now);
    request.change.kind = kind;
    request.change.key = *key;
    if (kind == EVENT_EVIDENCE_SET)
        request.change.evidence.document = uuid_new(now);
    return request;
}
