#include "screen/entry/entry_rows.h"
#include "base/memory.h"
#include "model/sample.h"
#include <stdlib.h>
#include <string.h>

/* So many rows are made around those in view; an office that has no more of them reads only when it loads. */
enum { WINDOW = 64 };

struct entry_summary {
    const struct indicator *indicator;
    bool takes_value, filled, unjudged, sampled;
};

static void summarise(struct entry_summary *summary, const struct row *row) {
    summary->indicator = row->indicator;
    summary->takes_value = plan_takes_value(&row->indicator->plan, row->quarter.number);
    summary->filled = row->actual.filled;
    summary->unjudged = row_unjudged(row);
}

/* ---- loading ---- */

struct loading {
    struct entry_rows *rows;
    const struct rules *rules;
    int room;
    struct list mark; /* struct sample_mark */
};

static bool take_row(void *context, const struct row *row) {
    struct loading *loading = context;
    struct entry_rows *rows = loading->rows;
    if (rows->count == loading->room) {
        loading->room = loading->room ? loading->room * 2 : 64;
        rows->summary = memory_resize(rows->summary, (size_t)loading->room, sizeof *rows->summary);
    }
    struct entry_summary *summary = &rows->summary[rows->count++];
    *summary = (struct entry_summary){.indicator = NULL};
    summarise(summary, row);
    tally_add(&rows->tally, row, loading->rules);
    int width = (int)strlen(row->indicator->code);
    rows->code_width = width > rows->code_width ? width : rows->code_width;
    const struct sample_mark mark =
        rows->sampled ? sample_mark_of(row) : (struct sample_mark){.filled = false};
    if (rows->sampled)
        list_add(&loading->mark, &mark);
    return true;
}

static void pick_sample(struct loading *loading) {
    struct entry_rows *rows = loading->rows;
    bool *picked = memory_alloc((size_t)rows->count + 1, sizeof *picked);
    sample_pick(loading->mark.item, loading->mark.count, picked);
    for (int i = 0; i < loading->mark.count; i++)
        rows->summary[i].sampled = picked[i];
    free(picked);
    list_release(&loading->mark);
}

static void forget(struct entry_rows *rows) {
    free(rows->summary);
    free(rows->shown);
    free(rows->row);
    reading_release(&rows->reading);
    rows->summary = NULL;
    rows->shown = NULL;
    rows->row = NULL;
    rows->count = rows->shown_count = rows->made = rows->code_width = 0;
    rows->tally = (struct tally){0};
}

bool entry_rows_load(struct entry_rows *rows, struct session *session, const struct unit *unit,
                     unsigned kinds) {
    struct scope scope = session_scope(session, unit, KINDS_ROW | kinds);
    struct reading reading;
    scope.first_year--;
    bool ok = session_read(session, &scope, &reading);
    if (!ok && rows->summary) {
        reading_release(&reading);
        return false;
    }
    forget(rows);
    rows->reading = reading;
    rows->whole = true;
    rows->quarter = session->quarter;
    rows->kinds = scope.kinds;
    struct loading loading = {
        .rows = rows, .rules = &session->config->rules, .mark = {.size = sizeof(struct sample_mark)}};
    if (ok)
        row_each(&rows->reading.records, unit, rows->quarter, take_row, &loading);
    pick_sample(&loading);
    rows->shown = memory_alloc((size_t)rows->count + 1, sizeof *rows->shown);
    entry_rows_filter(rows, session->person);
    return ok;
}

void entry_rows_release(struct entry_rows *rows) {
    forget(rows);
    *rows = (struct entry_rows){0};
}

/* ---- filters ---- */

static bool passes(const struct entry_rows *rows, const struct entry_summary *summary,
                   const struct person *person) {
    const char *officer = summary->indicator->officer;
    if (summary->indicator == rows->kept)
        return true;
    if (rows->blank_only && (summary->filled || !summary->takes_value))
        return false;
    if ((rows->unjudged_only && !summary->unjudged) || (rows->sample_only && !summary->sampled))
        return false;
    return !rows->mine_only || (officer && strcmp(officer, person->login) == 0);
}

void entry_rows_filter(struct entry_rows *rows, const struct person *person) {
    rows->shown_count = 0;
    for (int i = 0; i < rows->count; i++)
        if (passes(rows, &rows->summary[i], person))
            rows->shown[rows->shown_count++] = i;
}

/* ---- the rows made ---- */

/* They stand in the catalogue's one array, so that their addresses are in its order. */
static struct row *made_row(const struct entry_rows *rows, const struct indicator *indicator) {
    int low = 0, high = rows->made;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (rows->row[middle].indicator < indicator)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows->made && rows->row[low].indicator == indicator ? &rows->row[low] : NULL;
}

static bool in_list(const struct entry_rows *rows, int place) {
    return place >= 0 && place < rows->shown_count;
}

static const struct indicator *indicator_at(const struct entry_rows *rows, int place) {
    return rows->summary[rows->shown[place]].indicator;
}

static bool all_made(const struct entry_rows *rows, int first, int count) {
    for (int place = first; place < first + count; place++)
        if (in_list(rows, place) && !made_row(rows, indicator_at(rows, place)))
            return false;
    return true;
}

/* Codes of rows, and of the bidang whose steps they stand at. */
static void add_codes(const struct config *config, const struct indicator *const *indicator, int count,
                      const char **code) {
    for (int i = 0; i < count; i++)
        code[i] = indicator[i]->code;
    for (int i = 0; i < config->unit_count; i++)
        code[count + i] = config->unit[i].code;
}

static bool gather(struct entry_rows *rows, struct session *session, const char *const *code, int count) {
    struct scope scope = session_scope(session, NULL, rows->kinds);
    struct reading reading;
    if (rows->whole) {
        reading_narrow(&rows->reading, code, count + session->config->unit_count);
        return true;
    }
    scope.first_year--;
    scope.codes = code;
    scope.code_count = count;
    bool ok = session_read(session, &scope, &reading);
    if (ok) {
        reading_release(&rows->reading);
        rows->reading = reading;
    } else
        reading_release(&reading);
    return ok;
}

static void make(struct entry_rows *rows, struct session *session, const struct indicator *const *indicator,
                 int count) {
    const struct config *config = session->config;
    struct row_reader reader = {.records = &rows->reading.records};
    const char **code = memory_alloc((size_t)count + (size_t)config->unit_count, sizeof *code);
    add_codes(config, indicator, count, code);
    if (gather(rows, session, code, count)) {
        rows->whole = false;
        rows->row = memory_resize(rows->row, (size_t)count, sizeof *rows->row);
        rows->made = count;
        for (int i = 0; i < count; i++)
            row_read(&reader, indicator[i], rows->quarter, 1, &rows->row[i]);
    }
    row_reader_release(&reader);
    free(code);
}

void entry_rows_show(struct entry_rows *rows, struct session *session, int first, int count) {
    int window = count > WINDOW ? count : WINDOW, chosen = 0;
    bool all = rows->count <= window;
    if (all_made(rows, first, count) && !rows->whole)
        return;
    const struct indicator **indicator = memory_alloc((size_t)window, sizeof(const struct indicator *));
    first -= (window - count) / 2;
    first = first + window > rows->shown_count ? rows->shown_count - window : first;
    for (int i = first < 0 ? 0 : first; !all && i < rows->shown_count && chosen < window; i++)
        indicator[chosen++] = indicator_at(rows, i);
    for (int i = 0; all && i < rows->count; i++)
        indicator[chosen++] = rows->summary[i].indicator;
    if (chosen)
        make(rows, session, indicator, chosen);
    free(indicator);
}

/* ---- a change of one's own ---- */

static int index_of(const struct entry_rows *rows, const struct indicator *indicator) {
    int i = 0;
    while (i < rows->count && rows->summary[i].indicator != indicator)
        i++;
    return i;
}

static void make_anew(struct entry_rows *rows, const struct rules *rules, struct row *row) {
    tally_remove(&rows->tally, row, rules);
    *row = row_at(&rows->reading.records, row->indicator, row->quarter);
    tally_add(&rows->tally, row, rules);
    summarise(&rows->summary[index_of(rows, row->indicator)], row);
}

void entry_rows_put(struct entry_rows *rows, struct session *session, const struct outcome *outcome) {
    const struct record *record = &outcome->record;
    uint64_t version = office_version(session->office);
    struct row *row = NULL;
    for (int i = 0; i < rows->made && !row; i++)
        if (strcmp(rows->row[i].indicator->code, record->key.code) == 0)
            row = &rows->row[i];
    if (!row)
        return;
    reading_put(&rows->reading, record);
    make_anew(rows, &session->config->rules, row);
    if (!outcome->repeated && version == session->version + 1)
        session->version = version;
}

/* ---- places ---- */

const struct row *entry_rows_at(const struct entry_rows *rows, int place) {
    return in_list(rows, place) ? made_row(rows, indicator_at(rows, place)) : NULL;
}

const char *entry_rows_code(const struct entry_rows *rows, int place) {
    return in_list(rows, place) ? indicator_at(rows, place)->code : "";
}

bool entry_rows_sampled(const struct entry_rows *rows, int place) {
    return in_list(rows, place) && rows->summary[rows->shown[place]].sampled;
}

const struct records *entry_rows_records(const struct entry_rows *rows) {
    return &rows->reading.records;
}

int entry_rows_find(const struct entry_rows *rows, const struct indicator *indicator) {
    for (int i = 0; i < rows->shown_count; i++)
        if (indicator_at(rows, i) == indicator)
            return i;
    return -1;
}

int entry_rows_near(const struct entry_rows *rows, const struct indicator *indicator) {
    int place = 0;
    while (place < rows->shown_count - 1 && indicator_at(rows, place) < indicator)
        place++;
    return place;
}

int entry_rows_next(const struct entry_rows *rows, int place) {
    for (int i = place + 1; i < rows->shown_count; i++)
        if (rows->summary[rows->shown[i]].takes_value)
            return i;
    return -1;
}

int entry_rows_next_unjudged(const struct entry_rows *rows, int place) {
    for (int i = 1; i <= rows->shown_count; i++) {
        int at = (place + i) % rows->shown_count;
        if (rows->summary[rows->shown[at]].unjudged)
            return at;
    }
    return -1;
}
