/* Rows of indicators: read, sorted, grouped, with the mean of each group. */
#include "report/build_internal.h"
#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

static bool collect(void *context, const struct row *row) {
    list_add(context, row);
    return true;
}

static const struct row *row_at(const struct list *rows, int index) {
    return (const struct row *)rows->item + index;
}

/* By level, then bidang; within them the catalogue's order, which is that of the addresses. */
static int compare(const void *a, const void *b) {
    const struct indicator *of_a = ((const struct row *)a)->indicator;
    const struct indicator *of_b = ((const struct row *)b)->indicator;
    if (of_a->level != of_b->level)
        return of_a->level < of_b->level ? -1 : 1;
    if (of_a->unit != of_b->unit)
        return of_a->unit < of_b->unit ? -1 : 1;
    return of_a < of_b ? -1 : of_a > of_b;
}

bool builder_rows(const struct builder *builder, struct quarter quarter, struct list *rows) {
    *rows = (struct list){.size = sizeof(struct row)};
    bool ok = office_rows(builder->office, builder->request->unit, quarter, collect, rows, builder->err);
    if (rows->count)
        qsort(rows->item, (size_t)rows->count, rows->size, compare);
    return ok;
}

/* ---- the headings between them ---- */

static const char *level_heading(enum level level) {
    static const char *const headings[LEVEL_COUNT] = {
        [LEVEL_IKU] = "Eselon II: Indikator Kinerja Utama",
        [LEVEL_PROGRAM] = "Eselon III: Program",
        [LEVEL_ACTIVITY] = "Eselon III: Kegiatan",
        [LEVEL_SUBACTIVITY] = "Eselon IV: Sub Kegiatan",
    };
    return headings[level];
}

static void put_heading(const struct builder *builder, struct report_table *table, enum report_row_kind kind,
                        const char *text) {
    put_text(builder, report_add_row(builder->report, table, kind), text);
}

void builder_headings(const struct builder *builder, struct report_table *table, const struct indicator *last,
                      const struct indicator *next) {
    bool new_level = !last || last->level != next->level;
    if (new_level)
        put_heading(builder, table, REPORT_GROUP, level_heading(next->level));
    if (!builder->request->unit && (new_level || last->unit != next->unit))
        put_heading(builder, table, REPORT_SUBGROUP, next->unit->name);
}

/* ---- what goes with a row ---- */

static void put_note(struct buf *out, const char *text) {
    buf_printf(out, "%s%s", out->length && *text ? ". " : "", text);
}

static bool take_title(void *context, const struct record *record) {
    struct buf *out = context;
    buf_printf(out, "%s%s%s", out->length ? "; " : "", record->evidence.title,
               record->evidence.promised ? " (menyusul)" : "");
    return true;
}

static bool read_remark(struct report_line *line) {
    const struct builder *builder = line->builder;
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
    bool ok = row->verdict <= VERDICT_CONFORMS ||
              office_verdict_print(builder->office, row, &verdict, builder->err);
    put_note(&line->remark, buf_string(&verdict));
    buf_release(&verdict);
    return ok;
}

/* Only of those who may not read drafts it has to be asked. */
static bool read_partial(struct report_line *line) {
    const struct builder *builder = line->builder;
    const struct unit *unit = line->indicator->unit;
    struct buf open = {0};
    line->partial = false;
    bool ok = person_reads_drafts(office_person(builder->office), unit) ||
              builder_earlier(builder, unit, &open, &line->partial);
    buf_release(&open);
    return ok;
}

static bool read_line(struct report_line *line, const struct row *row) {
    const struct builder *builder = line->builder;
    line->row = row;
    line->indicator = row->indicator;
    buf_clear(&line->evidence);
    buf_clear(&line->remark);
    return office_notes(builder->office, row->indicator, row->quarter, &line->notes, builder->err) &&
           office_evidence(builder->office, row->indicator, row->quarter, take_title, &line->evidence,
                           builder->err) &&
           read_partial(line) && read_remark(line);
}

/* ---- the table ---- */

/* A table while it is made: the group at hand, and its mean. */
struct grouping {
    const struct builder *builder;
    const struct line_table *of;
    struct report_table *table;
    struct report_line line;
    bool by_unit; /* several bidang: they are groups of their own */
    struct board level, unit;
    int first_of_level, first_of_unit; /* rows of the table */
};

static void put_mean(struct grouping *grouping, const struct board *board, enum level level, int first,
                     const char *name) {
    int count;
    struct figure mean = average_level(&board->average, level, &count);
    if (grouping->of->mean < 0 || !count)
        return;
    struct report *report = grouping->builder->report;
    struct report_cell *cell = report_add_row(report, grouping->table, REPORT_TOTAL);
    put_text(grouping->builder, &cell[0],
             report_keepf(report, "Rata-rata %s dari %d indikator", name, count));
    put_figure(&cell[grouping->of->mean], mean, 2);
    report_last_row(grouping->table)->mean =
        (struct report_mean){.column = grouping->of->mean, .first = first};
}

static void close_unit(struct grouping *grouping, const struct indicator *last) {
    if (last && grouping->by_unit)
        put_mean(grouping, &grouping->unit, last->level, grouping->first_of_unit, last->unit->name);
}

static void close_level(struct grouping *grouping, const struct indicator *last) {
    if (last)
        put_mean(grouping, &grouping->level, last->level, grouping->first_of_level,
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
    builder_headings(grouping->builder, grouping->table, last, next);
    if (new_level) {
        grouping->level = (struct board){0};
        grouping->first_of_level = grouping->table->row.count;
    }
    if (new_unit) {
        grouping->unit = (struct board){0};
        grouping->first_of_unit = grouping->table->row.count;
    }
}

static int counted(const struct board *board, enum level level) {
    return board->average.count[level];
}

static void put_line(struct grouping *grouping) {
    const struct row *row = grouping->line.row;
    const struct rules *rules = &grouping->builder->config->rules;
    int before = counted(&grouping->unit, row->indicator->level);
    struct report_cell *cell = report_add_row(grouping->builder->report, grouping->table, REPORT_DATA);
    for (int i = 0; i < grouping->of->count; i++)
        grouping->of->column[i].put(&grouping->line, grouping->of->column[i].argument, &cell[i]);
    board_add(&grouping->unit, row, rules);
    board_add(&grouping->level, row, rules);
    report_last_row(grouping->table)->counts = counted(&grouping->unit, row->indicator->level) > before;
}

static struct report_table *begin_table(const struct builder *builder, const struct line_table *of) {
    struct report_column *column = arena_alloc(&builder->report->arena, (size_t)of->count, sizeof *column);
    for (int i = 0; i < of->count; i++)
        column[i] = of->column[i].column;
    struct report_table *table = report_add_table(builder->report, column, of->count);
    table->lines = of->lines ? of->lines : table->lines;
    return table;
}

bool builder_lines(const struct builder *builder, struct quarter quarter, const struct line_table *of) {
    struct grouping grouping = {.builder = builder,
                                .of = of,
                                .table = begin_table(builder, of),
                                .line = {.builder = builder},
                                .by_unit = !builder->request->unit};
    const struct indicator *last = NULL;
    struct list rows;
    bool ok = builder_rows(builder, quarter, &rows);
    for (int i = 0; ok && i < rows.count; i++) {
        const struct row *row = row_at(&rows, i);
        open_groups(&grouping, last, row->indicator);
        ok = read_line(&grouping.line, row);
        put_line(&grouping);
        last = row->indicator;
    }
    close_unit(&grouping, last);
    close_level(&grouping, last);
    buf_release(&grouping.line.evidence);
    buf_release(&grouping.line.remark);
    list_release(&rows);
    return ok;
}
