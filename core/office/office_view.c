/* DOMAIN.md, Who: a pembaca reads what is ratified. One place, below every reading of the office, so that no
 * list, history or sum can pass it by; what it does not know to be ratified, it does not show. */
#include "office/office_internal.h"

/* By what its code names; what is the whole office's is never ratified, and NULL. */
static const struct unit *unit_of(const struct office *office, const struct record_key *key) {
    if (record_kind_subject(key->kind) > SUBJECT_MEETING)
        return NULL;
    const struct indicator *indicator = config_indicator(office->config, key->quarter, key->code);
    return indicator ? indicator->unit : config_unit(office->config, key->code);
}

/* False with ERR_NONE when it is hidden. */
static bool visible(struct office *office, const struct record_key *key, struct err *err) {
    const struct unit *unit = unit_of(office, key);
    struct record submission;
    err->kind = ERR_NONE;
    if (person_reads_drafts(&office->person, unit))
        return true;
    if (!unit)
        return false;
    const struct record_key step = record_key(RECORD_SUBMISSION, unit->code, key->quarter);
    return store_find(office->store, &step, &submission, err) &&
           submission.submission.stage == STAGE_RATIFIED;
}

static bool find_visible(void *context, const struct record_key *key, struct record *record,
                         struct err *err) {
    struct office *office = context;
    return visible(office, key, err) && store_find(office->store, key, record, err);
}

struct viewing {
    struct office *office;
    record_each_fn *each;
    void *context;
    struct err *err;
    bool failed;
};

static bool hand_on(void *context, const struct record *record) {
    struct viewing *viewing = context;
    if (visible(viewing->office, &record->key, viewing->err))
        return viewing->each(viewing->context, record);
    viewing->failed = viewing->err->kind != ERR_NONE;
    return !viewing->failed;
}

static bool each_visible(void *context, const struct record_key *from, record_each_fn *each,
                         void *each_context, struct err *err) {
    struct viewing viewing = {.office = context, .each = each, .context = each_context, .err = err};
    return store_each(viewing.office->store, from, hand_on, &viewing, err) && !viewing.failed;
}

/* The others are stopped at the door of their bidang (office_reads) and see all that is behind it. */
bool office_withholds(const struct office *office) {
    return (office->person.roles & 1u << ROLE_READER) && !person_reads_drafts(&office->person, NULL);
}

struct records office_view(struct office *office) {
    if (!office_withholds(office))
        return store_records(office->store);
    return (struct records){.context = office, .find = find_visible, .each = each_visible};
}
