/* Tables while they are made; and the table of indicators, grouped, with the mean of each group. */
#include "model/tally.h"
#include "report/build_internal.h"
#include "view/attachments.h"
#include "view/wording.h"

/* ---- any table ---- */

struct listing listing_begin(const struct builder *builder, const struct listing_column *column, int count) {
    struct report_column *columns = arena_alloc(&builder->report->arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < count; i++)
        columns[i] = column[i].column;
    return (struct listing){builder, column, count, report_new_table(builder->report, columns, count)};
}

void listing_end(const struct listing *listing) {
    report_put_table(listing->builder->report, listing->table);
}

int listing_index(const struct listing *listing, put_fn put) {
    for (int i = 0; i < listing->count; i++)
        if (listing->column[i].put == put)
            return i;
    return -1;
}

void listing_add(const struct listing *listing, enum report_row_kind kind, const void *of) {
    struct report_cell *cell = report_add_row(listing->builder->report, listing->table, kind);
    for (int i = 0; i < listing->count; i++)
        listing->column[i].put(listing->builder, of, listing->column[i].argument, &cell[i]);
}

struct report_cell *listing_say(const struct listing *listing, enum report_row_kind kind, const char *text) {
    struct report_cell *cell = report_add_row(listing->builder->report, listing->table, kind);
    put_text(listing->builder, &cell[0], text);
    return cell;
}

/* ---- the headings between indicators ---- */

static const char *level_heading(enum level level) {
    static const char *const headings[LEVEL_COUNT] = {
        [LEVEL_IKU] = "Eselon II: Indikator Kinerja Utama",
        [LEVEL_PROGRAM] = "Eselon III: Program",
        [LEVEL_ACTIVITY] = "Eselon III: Kegiatan",
        [LEVEL_SUBACTIVITY] = "Eselon IV: Sub Kegiatan",
    };
    return headings[level];
}

void listing_headings(const struct listing *listing, const struct indicator *last,
                      const struct indicator *next) {
    bool new_level = !last || last->level != next->level;
    if (new_level)
        listing_say(listing, REPORT_GROUP, level_heading(next->level));
    if (!listing->builder->request->unit && (new_level || last->unit != next->unit))
        listing_say(listing, REPORT_SUBGROUP, next->unit->name);
}

/* ---- what goes with a row ---- */

static void put_note(struct buf *out, const char *text) {
    buf_printf(out, "%s%s", out->length && *text ? ". " : "", text);
}

static void find_titles(const struct builder *builder, struct report_line *line) {
    struct attachments evidence;
    attachments_of(builder->records, line->indicator->code, line->row->quarter, &evidence);
    for (int i = 0; i < evidence.count; i++)
        buf_printf(&line->evidence, "%s%s%s", line->evidence.length ? "; " : "",
                   evidence.record[i].evidence.title,
                   evidence.record[i].evidence.promised ? " (menyusul)" : "");
    attachments_release(&evidence);
}

static void find_remark(const struct builder *builder, struct report_line *line) {
    const struct row *row = line->row;
    struct buf verdict = {0};
    put_note(&line->remark, line->notes.notes.text[NOTE_REMARK]);
    if (row->indicator->plan.polarity == POLARITY_LOWER)
        put_note(&line->remark, "Makin rendah makin baik");
    if (row->state == ENTRY_WITHHELD)
        put_note(&line->remark, "Belum disahkan");
    if (row->figures.out_of_plan)
        put_note(&line->remark, "Di luar rencana");
    if (row->actual.provisional)
        put_note(&line->remark, "Angka sementara");
    if (row->self && row->verdict == VERDICT_CONFORMS)
        put_note(&line->remark, "Diperiksa oleh pengisinya sendiri");
    if (row->verdict > VERDICT_CONFORMS)
        verdict_print(builder->records, row, &verdict);
    put_note(&line->remark, buf_string(&verdict));
    buf_release(&verdict);
}

/* It is the same for all rows of a bidang, which stand together. */
static void find_partial(const struct builder *builder, struct report_line *line, const struct unit *unit) {
    struct buf open = {0};
    if (line->indicator && line->indicator->unit == unit)
        return;
    line->partial = !builder_earlier(builder, unit, &open);
    buf_release(&open);
}

static void find_line(const struct builder *builder, struct report_line *line, const struct row *row) {
    const struct record_key key = record_key(RECORD_NOTES, row->indicator->code, row->quarter);
    find_partial(builder, line, row->indicator->unit);
    line->row = row;
    line->indicator = row->indicator;
    buf_clear(&line->evidence);
    buf_clear(&line->remark);
    records_get(builder->records, &key, &line->notes);
    find_titles(builder, line);
    find_remark(builder, line);
}

/* ---- the table of indicators ---- */

/* The group at hand, and its mean. */
struct grouping {
    const struct listing *listing;
    int mean;
    struct tally level, unit;
    int first_of_level, first_of_unit; /* rows of the table */
};

static void add_mean(const struct grouping *grouping, const struct tally *tally, enum level level, int first,
                     const char *name) {
    struct report *report = grouping->listing->builder->report;
    int count;
    struct figure mean = average_level(&tally->average, level, &count);
    if (grouping->mean < 0 || !count)
        return;
    const char *text = report_keepf(report, "Rata-rata %s dari %d indikator", name, count);
    put_mean(&listing_say(grouping->listing, REPORT_TOTAL, text)[grouping->mean], mean);
    report_last_row(grouping->listing->table)->mean =
        (struct report_mean){.column = grouping->mean, .first = first};
}

/* Several bidang are groups of their own. */
static void close_unit(const struct grouping *grouping, const struct indicator *last) {
    if (last && !grouping->listing->builder->request->unit)
        add_mean(grouping, &grouping->unit, last->level, grouping->first_of_unit, last->unit->name);
}

static void close_level(const struct grouping *grouping, const struct indicator *last) {
    if (last)
        add_mean(grouping, &grouping->level, last->level, grouping->first_of_level,
                 level_words.term[last->level].label);
}

static void open_groups(struct grouping *grouping, const struct indicator *last,
                        const struct indicator *next) {
    bool new_level = !last || last->level != next->level;
    bool new_unit = new_level || last->unit != next->unit;
    if (new_unit)
        close_unit(grouping, last);
    if (new_level)
        close_level(grouping, last);
    listing_headings(grouping->listing, last, next);
    if (new_level) {
        grouping->level = (struct tally){0};
        grouping->first_of_level = grouping->listing->table->row.count;
    }
    if (new_unit) {
        grouping->unit = (struct tally){0};
        grouping->first_of_unit = grouping->listing->table->row.count;
    }
}

static void add_line(struct grouping *grouping, const struct report_line *line) {
    const struct row *row = line->row;
    const struct rules *rules = &grouping->listing->builder->config->rules;
    const int *counted = &grouping->unit.average.count[row->indicator->level];
    int before = *counted;
    listing_add(grouping->listing, REPORT_DATA, line);
    tally_add(&grouping->unit, row, rules);
    tally_add(&grouping->level, row, rules);
    report_last_row(grouping->listing->table)->counts = *counted > before;
}

void listing_lines(const struct listing *listing, int mean) {
    const struct builder *builder = listing->builder;
    struct grouping grouping = {.listing = listing, .mean = mean};
    struct report_line line = {0};
    const struct indicator *last = NULL;
    for (int i = 0; i < builder->row_count; i++) {
        open_groups(&grouping, last, builder->row[i].indicator);
        find_line(builder, &line, &builder->row[i]);
        add_line(&grouping, &line);
        last = line.indicator;
    }
    close_unit(&grouping, last);
    close_level(&grouping, last);
    buf_release(&line.evidence);
    buf_release(&line.remark);
}
