/* Reading: what a scope means in keys, and what of it a person may see. */
#include "base/list.h"
#include "base/text.h"
#include "model/workflow.h"
#include "office/office_internal.h"
#include "office/reading_internal.h"
#include <stdlib.h>
#include <string.h>

struct reader {
    struct office *office;
    struct asker asker;
    const struct scope *scope;
    struct reading *reading;
    struct list code;     /* const char *: where to look, in key order; count 0: everywhere */
    struct list ratified; /* struct ratified: asked so far, for a pembaca */
    struct err *err;
    bool failed;
};

/* ---- what a person may read ---- */

/* Whether a bidang's quarter is ratified. */
struct ratified {
    const struct unit *unit;
    struct quarter quarter;
    bool so;
};

static bool ask_ratified(struct reader *reader, const struct unit *unit, struct quarter quarter) {
    const struct record_key key = record_key(RECORD_SUBMISSION, unit->code, quarter);
    struct record submission;
    if (store_find(reader->office->store, &key, &submission, reader->err))
        return submission.submission.stage == STAGE_RATIFIED;
    reader->failed |= reader->err->kind != ERR_NONE;
    return false;
}

static bool is_ratified(struct reader *reader, const struct unit *unit, struct quarter quarter) {
    const struct ratified *known = reader->ratified.item;
    for (int i = 0; i < reader->ratified.count; i++)
        if (known[i].unit == unit && quarter_compare(known[i].quarter, quarter) == 0)
            return known[i].so;
    const struct ratified asked = {unit, quarter, ask_ratified(reader, unit, quarter)};
    list_add(&reader->ratified, &asked);
    return asked.so;
}

/* Whose a record is; NULL when that bidang, or the indicator, is in the configuration no more. */
static const struct unit *unit_of(const struct config *config, const struct record *record) {
    const struct record_key *key = &record->key;
    if (key->kind == RECORD_RECOMMENDATION)
        return config_unit(config, record->recommendation.unit);
    const struct indicator *indicator = config_indicator(config, key->quarter, key->code);
    return indicator ? indicator->unit : config_unit(config, key->code);
}

/* A revision may have moved an indicator in the middle of its year. Its figures to date are made of the quarters before,
 * too, so that whoever has it later reads these of them. */
static bool is_figure_of(const struct config *config, const struct record_key *key,
                         const struct person *person) {
    bool figure = key->kind == RECORD_ACTUAL || key->kind == RECORD_CHECK;
    for (int number = key->quarter.number; figure && number <= PERIODS; number++) {
        const struct quarter later = {.year = key->quarter.year, .number = number};
        const struct indicator *indicator = config_indicator(config, later, key->code);
        if (indicator && person_reads_drafts(person, indicator->unit))
            return true;
    }
    return false;
}

static bool is_for_all(const struct record_key *key) {
    enum key_subject subject = record_kind_subject(key->kind);
    return subject == SUBJECT_DOCUMENT || subject == SUBJECT_RECIPIENT ||
           (subject == SUBJECT_MEETING && strcmp(key->code, RECORD_JOINT) == 0);
}

/* The one rule (core/DOMAIN.md, Who). Whoever reads all drafts reads all, also what belongs to nobody any more; the
 * others what is their bidang's or the whole office's. A pembaca reads of every bidang what is ratified, and only that;
 * what is not known to be ratified is withheld. */
static bool may_read(struct reader *reader, const struct record *record) {
    const struct person *person = reader->asker.person;
    if (person_reads_drafts(person, NULL))
        return true;
    bool withholds = person->roles & 1u << ROLE_READER;
    const struct unit *unit = unit_of(reader->asker.config, record);
    if (is_for_all(&record->key))
        return !withholds;
    if ((unit && person_reads_drafts(person, unit)) ||
        is_figure_of(reader->asker.config, &record->key, person))
        return true;
    return unit && withholds && record_kind_subject(record->key.kind) <= SUBJECT_MEETING &&
           is_ratified(reader, unit, record->key.quarter);
}

/* ---- what may not be asked at all ---- */

/* Of the bidang itself; the others who read, read all. */
static const role_set of_unit = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;

static bool may_ask(const struct asker *asker, const struct unit *unit, struct err *err) {
    if (!unit || person_reads(asker->person, unit))
        return true;
    char holder[ERR_TEXT_MAX];
    holder_print(asker->config, of_unit, unit, holder, sizeof holder);
    return err_set(err, ERR_DENIED,
                   "isian %s hanya dibaca operator dan atasannya%s, verifikator, perencana, dan pimpinan",
                   unit->name, holder);
}

static bool is_asked(const struct scope *scope, const struct catalogue *catalogue) {
    return !scope->last_year || (catalogue->year >= scope->first_year && catalogue->year <= scope->last_year);
}

/* A revision may have moved a code: who reads one of its bidang may ask for it, and is given what is that one's. */
static bool may_ask_code(const struct reader *reader, const char *code) {
    const struct config *config = reader->asker.config;
    const struct unit *unit = config_unit(config, code);
    for (int i = 0; i < config->catalogue_count; i++) {
        const struct catalogue *catalogue = &config->catalogue[i];
        const struct indicator *indicator =
            is_asked(reader->scope, catalogue) ? catalogue_find(catalogue, code) : NULL;
        if (indicator && person_reads(reader->asker.person, indicator->unit))
            return true;
        if (indicator)
            unit = indicator->unit;
    }
    return may_ask(&reader->asker, unit, reader->err);
}

static bool may_ask_scope(const struct reader *reader) {
    const struct scope *scope = reader->scope;
    bool may = may_ask(&reader->asker, scope->unit, reader->err) &&
               (!scope->code || may_ask_code(reader, scope->code));
    for (int i = 0; may && i < scope->code_count; i++)
        may = may_ask_code(reader, scope->codes[i]);
    return may;
}

/* ---- where to look ---- */

static int compare_codes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_code(struct list *codes, const char *code) {
    list_add(codes, &code);
}

/* What the bidang has in any catalogue of those years, and what stands under its own name or everybody's. */
static void codes_of_unit(struct reader *reader) {
    static const char joint[] = RECORD_JOINT;
    const struct config *config = reader->asker.config;
    const struct scope *scope = reader->scope;
    struct list *codes = &reader->code;
    for (int i = 0; i < config->catalogue_count; i++) {
        const struct catalogue *catalogue = &config->catalogue[i];
        for (int n = 0; is_asked(scope, catalogue) && n < catalogue->count; n++)
            if (catalogue->indicator[n].unit == scope->unit)
                add_code(codes, catalogue->indicator[n].code);
    }
    add_code(codes, scope->unit->code);
    add_code(codes, joint);
}

static void find_codes(struct reader *reader) {
    const struct scope *scope = reader->scope;
    for (int i = 0; i < scope->code_count; i++)
        add_code(&reader->code, scope->codes[i]);
    if (scope->code)
        add_code(&reader->code, scope->code);
    else if (scope->unit && !scope->code_count)
        codes_of_unit(reader);
    if (reader->code.count)
        qsort(reader->code.item, (size_t)reader->code.count, reader->code.size, compare_codes);
}

static bool names_codes(const struct scope *scope) {
    return scope->code || scope->code_count;
}

/* ---- reading ---- */

/* What goes on from year to year is read of the years before, too. */
static bool in_years(const struct scope *scope, const struct record_key *key) {
    bool goes_on = key->kind == RECORD_RECOMMENDATION || key->kind == RECORD_DOCUMENT;
    return !scope->last_year ||
           (key->quarter.year <= scope->last_year && (goes_on || key->quarter.year >= scope->first_year));
}

static bool take(void *context, const struct stored *stored) {
    struct reader *reader = context;
    if (in_years(reader->scope, &stored->record->key) && may_read(reader, stored->record))
        reading_add(reader->reading, stored);
    return !reader->failed;
}

static bool read_under(struct reader *reader, enum record_kind kind, const char *code) {
    const struct record_key from = record_key(kind, code, (struct quarter){0});
    return store_each(reader->office->store, &from, take, reader, reader->err) && !reader->failed;
}

static bool is_named(const struct reader *reader, const struct catalogue *catalogue,
                     const struct unit *unit) {
    const char *const *code = reader->code.item;
    for (int i = 0; i < reader->code.count; i++) {
        const struct indicator *indicator = catalogue_find(catalogue, code[i]);
        if (indicator ? indicator->unit == unit : text_compare_folded(code[i], unit->code) == 0)
            return true;
    }
    return false;
}

/* With indicators go the steps of their bidang's quarters; a revision may have moved one. */
static bool read_submissions(struct reader *reader) {
    const struct config *config = reader->asker.config;
    for (int i = 0; i < config->unit_count; i++) {
        bool named = false;
        for (int n = 0; n < config->catalogue_count && !named; n++)
            named = is_named(reader, &config->catalogue[n], &config->unit[i]);
        if (named && !read_under(reader, RECORD_SUBMISSION, config->unit[i].code))
            return false;
    }
    return true;
}

static bool read_kind(struct reader *reader, enum record_kind kind) {
    const char *const *code = reader->code.item;
    bool everywhere =
        !reader->code.count || (!names_codes(reader->scope) && record_kind_subject(kind) > SUBJECT_MEETING);
    if (everywhere)
        return read_under(reader, kind, "");
    if (names_codes(reader->scope) && kind == RECORD_SUBMISSION)
        return read_submissions(reader);
    for (int i = 0; i < reader->code.count; i++)
        if ((i == 0 || strcmp(code[i], code[i - 1]) != 0) && !read_under(reader, kind, code[i]))
            return false;
    return true;
}

static bool read_all(struct reader *reader) {
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++)
        if ((reader->scope->kinds & 1u << kind) && !read_kind(reader, (enum record_kind)kind))
            return false;
    return store_trail(reader->office->store, &reader->reading->trail, reader->err);
}

static void reader_init(struct reader *reader, struct office *office, const struct scope *scope,
                        struct err *err) {
    *reader = (struct reader){.office = office,
                              .asker = office_asker(office),
                              .scope = scope,
                              .code = {.size = sizeof(const char *)},
                              .ratified = {.size = sizeof(struct ratified)},
                              .err = err};
}

static void reader_release(struct reader *reader) {
    list_release(&reader->code);
    list_release(&reader->ratified);
}

bool office_read(struct office *office, const struct scope *scope, struct reading *reading, struct err *err) {
    struct reader reader;
    reader_init(&reader, office, scope, err);
    reader.reading = reading;
    reading_begin(reading, &reader.asker);
    reading->version = office_version(office);
    bool ok = may_ask_scope(&reader) && store_begin(office->store, err);
    if (ok) {
        find_codes(&reader);
        ok = read_all(&reader);
        store_end(office->store);
    }
    if (!ok) {
        reading_release(reading);
        reading_begin(reading, &reader.asker);
    }
    reading_end(reading);
    reader_release(&reader);
    return ok;
}

/* ---- history ---- */

struct tracing {
    struct reader reader;
    struct events *events;
    int year;
};

/* From the record's head back to its first event. */
static bool trace(struct tracing *tracing, struct event_id id) {
    struct store *store = tracing->reader.office->store;
    struct event event, replaced;
    uint64_t position, before;
    if (!store_event(store, &id, &event, &position, tracing->reader.err))
        return false;
    while (event.change.replaces.sequence != 0) {
        if (!store_event(store, &event.change.replaces, &replaced, &before, tracing->reader.err))
            return false;
        events_add(tracing->events, &event, position, before);
        event = replaced;
        position = before;
    }
    events_add(tracing->events, &event, position, 0);
    return true;
}

static bool take_history(void *context, const struct stored *stored) {
    struct tracing *tracing = context;
    const struct record *record = stored->record;
    bool of_year = !tracing->year || record->key.quarter.year == tracing->year;
    bool asked = of_year && may_read(&tracing->reader, record);
    tracing->reader.failed |= asked && !trace(tracing, record->head);
    return !tracing->reader.failed;
}

static bool trace_all(struct tracing *tracing, const char *code, struct quarter quarter) {
    struct reader *reader = &tracing->reader;
    const struct quarter of = quarter.number ? quarter : (struct quarter){0};
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key from = record_key((enum record_kind)kind, code, of);
        if (!store_each(reader->office->store, &from, take_history, tracing, reader->err) || reader->failed)
            return false;
    }
    return true;
}

bool office_events(struct office *office, const char *code, struct quarter quarter, struct events *events,
                   struct err *err) {
    const struct scope scope = {.code = code, .first_year = quarter.year, .last_year = quarter.year};
    struct tracing tracing = {.events = events, .year = quarter.year};
    *events = (struct events){0};
    reader_init(&tracing.reader, office, &scope, err);
    bool ok = may_ask_scope(&tracing.reader) && store_begin(office->store, err);
    if (ok) {
        ok = trace_all(&tracing, code, quarter);
        store_end(office->store);
    }
    if (!ok)
        events_release(events);
    events_end(events);
    reader_release(&tracing.reader);
    return ok;
}
