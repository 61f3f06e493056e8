#include "model/apply.h"
#include "office/office_internal.h"
#include "store/codec.h"
#include <string.h>

static struct admission admission_of(const struct office *office) {
    return (struct admission){.config = office->config,
                              .person = &office->person,
                              .records = &office->records,
                              .today = office_today(office)};
}

/* ---- what would change nothing ---- */

typedef bool same_fn(const struct record *record, const struct change *change);

static bool same_fraction(const struct fraction *a, const struct fraction *b) {
    return a->denominator.units == b->denominator.units &&
           (a->denominator.units == 0 || a->numerator.units == b->numerator.units);
}

static bool same_actual(const struct record *record, const struct change *change) {
    const struct actual *a = &record->actual, *b = &change->actual;
    return a->filled && a->provisional == b->provisional && a->value.units == b->value.units &&
           same_fraction(&a->fraction, &b->fraction);
}

static bool same_notes(const struct record *record, const struct change *change) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (strncmp(record->notes.text[i], change->notes.text[i], NOTE_MAX + 1) != 0)
            return false;
    return true;
}

static bool same_evidence(const struct record *record, const struct change *change) {
    const struct evidence *a = &record->evidence, *b = &change->evidence;
    return a->file == b->file && a->promised == b->promised && a->kind == b->kind &&
           memcmp(&a->document, &b->document, sizeof a->document) == 0 &&
           date_compare(a->date, b->date) == 0 && digest_equal(&a->digest, &b->digest) &&
           strncmp(a->title, b->title, TITLE_MAX + 1) == 0 &&
           strncmp(a->number, b->number, NUMBER_MAX + 1) == 0 &&
           strncmp(a->place, b->place, PLACE_MAX + 1) == 0;
}

/* Where nearly everything is decided by the person, as the store would keep it. */
static bool same_content(const struct record *record, const struct change *change) {
    struct event event = {.id = record->head, .at = record->changed_at, .change = *change};
    struct record after = *record;
    struct buf now = {0}, then = {0};
    memcpy(event.who, record->changed_by, sizeof event.who);
    apply(&after, &event);
    record_encode(record, &now);
    record_encode(&after, &then);
    bool same = now.length == then.length && memcmp(now.data, then.data, now.length) == 0;
    buf_release(&now);
    buf_release(&then);
    return same;
}

/* What stands is never the same as a clearing or removal: those are refused where nothing stands. */
static same_fn *const same_kind[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = same_actual,     [EVENT_NOTES_SET] = same_notes,
    [EVENT_EVIDENCE_SET] = same_evidence, [EVENT_SPENDING_SET] = same_content,
    [EVENT_MEETING_SET] = same_content,   [EVENT_RECOMMENDED] = same_content,
    [EVENT_FOLLOWED_UP] = same_content,   [EVENT_DOCUMENT_MARKED] = same_content,
    [EVENT_HANDED_OVER] = same_content,
};

/* Whether the change would leave what stands in `record` as it is; asked of what stands now, whatever head
 * was seen. */
static bool changes_nothing(struct office *office, const struct change *change, struct record *record,
                            bool *nothing, struct err *err) {
    *nothing = false;
    if (!same_kind[change->kind])
        return true;
    if (!store_begin(office->store, err))
        return false;
    bool ok = office_record(office, &change->key, record, err);
    store_end(office->store);
    *nothing = ok && same_kind[change->kind](record, change);
    return ok;
}

bool office_rehearse(struct office *office, const struct request *request, const struct record *current,
                     struct err *err) {
    const struct admission admission = admission_of(office);
    struct event event;
    if (!store_begin(office->store, err))
        return false;
    bool ok = admit(&admission, request, current, &event, err);
    store_end(office->store);
    return ok;
}

/* A change to what stands already needs the same leave as any other. */
static bool admit_again(struct office *office, const struct request *request, const struct record *record,
                        struct err *err) {
    struct request again = *request;
    again.change.replaces = record->head;
    return office_rehearse(office, &again, record, err);
}

/* ---- changing ---- */

struct request office_request(const struct office *office, enum event_kind kind,
                              const struct indicator *indicator, struct quarter quarter) {
    struct request request;
    memset(&request, 0, sizeof request);
    request.operation = uuid_new(office_now(office));
    request.change.kind = kind;
    request.change.key = office_key(event_kind_record(kind), indicator, quarter);
    if (kind == EVENT_EVIDENCE_SET)
        request.change.evidence.document = uuid_new(office_now(office));
    return request;
}

struct request office_request_for(const struct office *office, enum event_kind kind,
                                  const struct record_key *key) {
    struct request request;
    memset(&request, 0, sizeof request);
    request.operation = uuid_new(office_now(office));
    request.change.kind = kind;
    request.change.key = *key;
    return request;
}

struct request office_step(const struct office *office, enum event_kind kind, const struct unit *unit,
                           struct quarter quarter) {
    const struct record_key key = record_key(event_kind_record(kind), unit->code, quarter);
    return office_request_for(office, kind, &key);
}

bool office_may(struct office *office, enum event_kind kind, const char *code, struct quarter quarter,
                struct err *err) {
    const struct admission admission = admission_of(office);
    const struct record_key key = record_key(event_kind_record(kind), code, quarter);
    if (!store_begin(office->store, err))
        return false;
    bool ok = admit_may(&admission, kind, &key, err);
    store_end(office->store);
    return ok;
}

/* A stale head brings back what stands: whoever may not read all of it is refused before. */
static bool may_be_told(struct office *office, const struct change *change, struct err *err) {
    return !office_withholds(office) ||
           office_may(office, change->kind, change->key.code, change->key.quarter, err);
}

bool office_change(struct office *office, const struct request *request, struct outcome *outcome,
                   struct err *err) {
    const struct admission admission = admission_of(office);
    bool nothing;
    if (!may_be_told(office, &request->change, err) ||
        !changes_nothing(office, &request->change, &outcome->record, &nothing, err))
        return false;
    if (!nothing)
        return store_change(office->store, &admission, request, office_now(office), outcome, err);
    outcome->repeated = true;
    return admit_again(office, request, &outcome->record, err) && store_sync(office->store, err);
}

/* ---- undo ---- */

/* The event whose work stands under `head`: below undo events and what each of them took back, as brackets
 * match. */
static bool find_standing(struct office *office, struct event_id head, struct event_id *standing,
                          struct err *err) {
    struct event event;
    int undone = 0;
    for (*standing = head; standing->sequence != 0; *standing = event.change.replaces) {
        if (!store_event(office->store, standing, &event, err))
            return false;
        if (!event.change.undo && undone == 0)
            return true;
        undone += event.change.undo ? 1 : -1;
    }
    return true;
}

struct taken_back {
    struct event event;
    struct event before;  /* what it replaced, when event.change.replaces says that there is one */
    struct event_id head; /* to replace: what stands, while that is the event's work */
};

/* Inside a snapshot. */
static bool find_taken_back(struct office *office, const struct event_id *id, struct taken_back *found,
                            struct err *err) {
    const struct event_id *replaces = &found->event.change.replaces;
    struct record record;
    struct event_id standing;
    if (!store_event(office->store, id, &found->event, err) ||
        (replaces->sequence != 0 && !store_event(office->store, replaces, &found->before, err)) ||
        !office_record(office, &found->event.change.key, &record, err) ||
        !find_standing(office, record.head, &standing, err))
        return false;
    found->head = event_id_equal(&standing, id) ? record.head : *id;
    return true;
}

static bool may_take_back(const struct office *office, const struct event *event, struct err *err) {
    if (strcmp(event->who, office->login) != 0)
        return err_set(err, ERR_DENIED, "perubahan ini milik %s; hanya ia yang boleh mengurungkannya",
                       office_name(office, event->who));
    if (!apply_can_invert(event))
        return err_set(err, ERR_INVALID, "langkah ini tidak diurungkan; tarik atau kembalikan triwulannya");
    if (event->change.undo)
        return err_set(err, ERR_INVALID, "yang sudah diurungkan tidak dapat dipulihkan; isi lagi");
    return true;
}

bool office_undo(struct office *office, const struct event_id *id, struct outcome *outcome, struct err *err) {
    struct taken_back found;
    if (!store_begin(office->store, err))
        return false;
    bool ok = find_taken_back(office, id, &found, err);
    store_end(office->store);
    if (!ok || !may_take_back(office, &found.event, err))
        return false;

    struct request request = {.operation = uuid_new(office_now(office))};
    bool first = found.event.change.replaces.sequence == 0;
    apply_inverse(&found.event, first ? NULL : &found.before, &request.change);
    request.change.replaces = found.head;
    const struct admission admission = admission_of(office);
    return store_change(office->store, &admission, &request, office_now(office), outcome, err);
}
