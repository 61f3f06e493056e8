#include "base/text.h"
#include "office/office_internal.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct place {
    const struct indicator *indicator;
    struct quarter quarter;
};

static bool one(struct office *office, enum record_kind kind, const struct place *place,
                struct record *record, struct err *err) {
    if (!office_reads(office, place->indicator->unit, err) || !store_begin(office->store, err))
        return false;
    const struct record_key key = record_key(kind, place->indicator->code, place->quarter);
    bool ok = office_record(office, &key, record, err);
    store_end(office->store);
    return ok;
}

bool office_notes(struct office *office, const struct indicator *indicator, struct quarter quarter,
                  struct record *record, struct err *err) {
    const struct place place = {indicator, quarter};
    return one(office, RECORD_NOTES, &place, record, err);
}

bool office_verdict(struct office *office, const struct indicator *indicator, struct quarter quarter,
                    struct record *record, struct err *err) {
    const struct place place = {indicator, quarter};
    return one(office, RECORD_CHECK, &place, record, err);
}

/* ---- lists ---- */

/* Hands on what is attached: each record, or with `seen` each document once. */
struct listing {
    record_each_fn *each;
    void *context;
    struct buf *seen; /* the documents handed on so far, one uuid after the other */
    bool stopped;
};

static bool first_time(struct buf *seen, const struct uuid *document) {
    for (size_t at = 0; at < seen->length; at += UUID_SIZE)
        if (memcmp(seen->data + at, document->byte, UUID_SIZE) == 0)
            return false;
    buf_put(seen, document->byte, UUID_SIZE);
    return true;
}

static bool hand_on(void *context, const struct record *record) {
    struct listing *listing = context;
    const struct evidence *evidence = &record->evidence;
    if (evidence->removed || (listing->seen && !first_time(listing->seen, &evidence->document)))
        return true;
    listing->stopped = !listing->each(listing->context, record);
    return !listing->stopped;
}

static bool list(struct office *office, const struct indicator *indicator, struct quarter quarter,
                 struct listing *listing, struct err *err) {
    const struct record_key key = office_key(RECORD_EVIDENCE, indicator, quarter);
    return records_each(&office->records, &key, hand_on, listing, err);
}

bool office_evidence(struct office *office, const struct indicator *indicator, struct quarter quarter,
                     record_each_fn *each, void *context, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !store_begin(office->store, err))
        return false;
    struct listing listing = {.each = each, .context = context};
    bool ok = list(office, indicator, quarter, &listing, err);
    store_end(office->store);
    return ok;
}

bool office_documents(struct office *office, const struct unit *unit, struct quarter quarter,
                      record_each_fn *each, void *context, struct err *err) {
    if (!office_reads(office, unit, err) || !store_begin(office->store, err))
        return false;
    struct buf seen = {0};
    struct listing listing = {.each = each, .context = context, .seen = &seen};
    const struct catalogue *catalogue = config_catalogue(office->config, quarter);
    bool ok = true;
    for (int i = 0; catalogue && i < catalogue->count && ok && !listing.stopped; i++)
        if (catalogue->indicator[i].unit == unit)
            ok = list(office, &catalogue->indicator[i], quarter, &listing, err);
    store_end(office->store);
    buf_release(&seen);
    return ok;
}

/* ---- promises ---- */

static const char *const promise_state_words[] = {
    [PROMISE_NONE] = "",
    [PROMISE_ASKED] = "BELUM DIIZINKAN",
    [PROMISE_WAITED] = "MENYUSUL",
    [PROMISE_OVERDUE] = "MENYUSUL LEWAT",
};

const char *promise_state_word(enum promise_state state) {
    return promise_state_words[state];
}

enum promise_state evidence_promise(const struct evidence *evidence, struct date today) {
    if (!evidence->promised)
        return PROMISE_NONE;
    if (!evidence->allowed)
        return PROMISE_ASKED;
    return date_compare(evidence->date, today) < 0 ? PROMISE_OVERDUE : PROMISE_WAITED;
}

static bool take_promise(void *context, const struct record *record) {
    struct change *change = context;
    if (!evidence_fulfils(&change->evidence, &record->evidence))
        return true;
    change->key.number = record->key.number;
    change->replaces = record->head;
    return false;
}

bool office_fulfil(struct office *office, const struct indicator *indicator, struct request *request,
                   struct err *err) {
    struct change *change = &request->change;
    return change->key.number != 0 ||
           office_evidence(office, indicator, change->key.quarter, take_promise, change, err);
}

/* ---- files ---- */

static const char *const file_state_words[] = {
    [FILE_NONE] = "", [FILE_INTACT] = "UTUH", [FILE_CHANGED] = "BERUBAH", [FILE_MISSING] = "HILANG"};

const char *file_state_word(enum file_state state) {
    return file_state_words[state];
}

enum file_state evidence_verify(const struct evidence *evidence) {
    if (!evidence->file)
        return FILE_NONE;
    struct digest digest;
    uint64_t size;
    struct err err;
    if (!digest_file(evidence->place, &digest, &size, &err))
        return FILE_MISSING;
    return digest_equal(&digest, &evidence->digest) ? FILE_INTACT : FILE_CHANGED;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static bool looks_like_path(const char *place) {
    return begins(place, "/") || begins(place, "~/") || begins(place, "./") || begins(place, "../");
}

static void expand_home(const char *place, struct buf *path) {
    const char *home = getenv("HOME");
    bool expands = home && begins(place, "~/");
    buf_printf(path, "%s%s", expands ? home : "", expands ? place + 1 : place);
}

/* Words that happen to name a folder stay words. */
static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool take_file(struct evidence *evidence, const char *path, struct err *err) {
    char absolute[PATH_MAX];
    if (!realpath(path, absolute))
        return err_system(err, errno, "berkas bukti \"%s\"", path);
    if (!text_accept(absolute, strlen(absolute), PLACE_MAX, err))
        return err_prefix(err, "nama berkas");
    if (!digest_file(absolute, &evidence->digest, &evidence->size, err))
        return false;
    memcpy(evidence->place, absolute, strlen(absolute) + 1);
    evidence->file = true;
    return true;
}

bool evidence_take_file(struct evidence *evidence, struct err *err) {
    evidence->file = false;
    evidence->size = 0;
    evidence->digest = (struct digest){0};
    struct buf path = {0};
    expand_home(evidence->place, &path);
    bool wanted = looks_like_path(evidence->place) || is_file(buf_string(&path));
    bool ok = !wanted || take_file(evidence, buf_string(&path), err);
    buf_release(&path);
    return ok;
}
