#include "screen/entry/entry_rows.h"
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>

struct loading {
    struct entry_rows *rows;
    bool begun;
};

static bool take_row(void *context, const struct row *row) {
    struct loading *loading = context;
    struct entry_rows *rows = loading->rows;
    if (!loading->begun)
        rows->count = 0;
    loading->begun = true;
    if (rows->count == rows->capacity) {
        rows->capacity = rows->capacity ? rows->capacity * 2 : 64;
        rows->row = memory_resize(rows->row, (size_t)rows->capacity, sizeof *rows->row);
        rows->shown = memory_resize(rows->shown, (size_t)rows->capacity, sizeof *rows->shown);
    }
    rows->row[rows->count++] = *row;
    return true;
}

static void count(struct entry_rows *rows, const struct rules *rules) {
    rows->board = (struct board){0};
    for (int i = 0; i < rows->count; i++)
        board_add(&rows->board, &rows->row[i], rules);
}

/* The rows there are stay when nothing can be read any more: one of them may be open. */
bool entry_rows_load(struct entry_rows *rows, struct office *office, const struct unit *unit,
                     struct quarter quarter, struct err *err) {
    struct loading loading = {.rows = rows};
    bool ok = office_rows(office, unit, quarter, take_row, &loading, err);
    if (ok && !loading.begun)
        rows->count = 0;
    count(rows, &office_config(office)->rules);
    entry_rows_filter(rows, office_person(office));
    return ok;
}

static bool read_one(struct entry_rows *rows, struct office *office, const struct indicator *indicator,
                     struct err *err) {
    int i = 0;
    while (i < rows->count && rows->row[i].indicator != indicator)
        i++;
    if (i == rows->count)
        return true;
    struct row row;
    if (!office_row(office, indicator, rows->row[i].quarter, &row, err))
        return false;
    rows->row[i] = row;
    count(rows, &office_config(office)->rules);
    return true;
}

void entry_rows_refresh(struct entry_rows *rows, struct session *session, const struct indicator *indicator) {
    struct err err = {0};
    uint64_t version = office_version(session->office);
    if (!read_one(rows, session->office, indicator, &err))
        session_fail(session, &err);
    else if (version == session->version + 1)
        session->version = version;
}

static bool takes_value(const struct row *row) {
    return plan_takes_value(&row->indicator->plan, row->quarter.number);
}

static bool passes(const struct entry_rows *rows, const struct row *row, const struct person *person) {
    const char *officer = row->indicator->officer;
    if (row->indicator == rows->kept)
        return true;
    if (rows->blank_only && (row->actual.filled || !takes_value(row)))
        return false;
    if (rows->unjudged_only && !row_unjudged(row))
        return false;
    if (rows->picked && !rows->picked[row - rows->row])
        return false;
    return !rows->mine_only || (officer && strcmp(officer, person->login) == 0);
}

void entry_rows_filter(struct entry_rows *rows, const struct person *person) {
    rows->shown_count = 0;
    for (int i = 0; i < rows->count; i++)
        if (passes(rows, &rows->row[i], person))
            rows->shown[rows->shown_count++] = i;
}

void entry_rows_release(struct entry_rows *rows) {
    free(rows->row);
    free(rows->shown);
    *rows = (struct entry_rows){0};
}

static const struct row *shown_row(const struct entry_rows *rows, int place) {
    return &rows->row[rows->shown[place]];
}

const struct row *entry_rows_at(const struct entry_rows *rows, int place) {
    return place >= 0 && place < rows->shown_count ? shown_row(rows, place) : NULL;
}

int entry_rows_find(const struct entry_rows *rows, const struct indicator *indicator) {
    for (int i = 0; i < rows->shown_count; i++)
        if (shown_row(rows, i)->indicator == indicator)
            return i;
    return -1;
}

/* All stand in the catalogue's one array, in its order. */
int entry_rows_near(const struct entry_rows *rows, const struct indicator *indicator) {
    int place = 0;
    while (place < rows->shown_count - 1 && shown_row(rows, place)->indicator < indicator)
        place++;
    return place;
}

int entry_rows_next(const struct entry_rows *rows, int place) {
    for (int i = place + 1; i < rows->shown_count; i++)
        if (takes_value(shown_row(rows, i)))
            return i;
    return -1;
}
