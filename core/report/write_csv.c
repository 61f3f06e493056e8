#include "base/csv.h"
#include "report/formats.h"
#include "report/shape.h"
#include <string.h>

/* The rows of one kind before the row being written. */
struct csv_group {
    const char *title;
    bool used; /* the table has any */
    int at;    /* of the last, -1: none yet */
    const char *text;
};

struct csv_writer {
    struct buf *out;
    bool excel;
    bool begun; /* the line has a field */
    struct csv_group group, subgroup;
};

static void begin_field(struct csv_writer *writer) {
    if (writer->begun)
        buf_byte(writer->out, writer->excel ? ';' : ',');
    writer->begun = true;
}

static void end_line(struct csv_writer *writer) {
    buf_text(writer->out, "\r\n");
    writer->begun = false;
}

/* A dash alone says "not measured", and is no formula to any spreadsheet. */
static void put_text(struct csv_writer *writer, const char *text) {
    begin_field(writer);
    if (strcmp(text, "-") == 0)
        buf_text(writer->out, text);
    else
        csv_put_text(writer->out, text);
}

static void put_number(struct csv_writer *writer, const struct report_cell *cell) {
    char number[DECIMAL_TEXT_MAX];
    decimal_print_plain(cell->value, cell->places, number);
    char *point = strchr(number, '.');
    if (writer->excel && point)
        *point = ',';
    begin_field(writer);
    buf_text(writer->out, number);
}

static struct csv_group groups_of(const struct report_table *table, enum report_row_kind kind,
                                  const char *title) {
    struct csv_group group = {.title = title, .at = -1, .text = ""};
    for (int i = 0; i < table->row.count; i++)
        group.used |= report_row_at(table, i)->kind == kind;
    return group;
}

static void put_group(struct csv_writer *writer, const struct csv_group *group,
                      const struct report_row *row) {
    bool stands_in = row->kind != REPORT_TOTAL || row->mean.first >= group->at;
    if (group->used)
        put_text(writer, stands_in ? group->text : "");
}

static void put_row(struct csv_writer *writer, const struct report_table *table,
                    const struct report_row *row) {
    put_group(writer, &writer->group, row);
    put_group(writer, &writer->subgroup, row);
    for (int i = 0; i < table->column_count; i++)
        if (row->cell[i].kind == CELL_NUMBER)
            put_number(writer, &row->cell[i]);
        else
            put_text(writer, row->cell[i].text);
    end_line(writer);
}

static void put_titles(struct csv_writer *writer, const struct report_table *table) {
    if (writer->group.used)
        put_text(writer, writer->group.title);
    if (writer->subgroup.used)
        put_text(writer, writer->subgroup.title);
    for (int i = 0; i < table->column_count; i++)
        put_text(writer, table->column[i].title);
    end_line(writer);
}

static void put_table(struct csv_writer *writer, const struct report_table *table) {
    writer->group = groups_of(table, REPORT_GROUP, "kelompok");
    writer->subgroup = groups_of(table, REPORT_SUBGROUP, "subkelompok");
    put_titles(writer, table);
    for (int i = 0; i < table->row.count; i++) {
        const struct report_row *row = report_row_at(table, i);
        if (row->kind == REPORT_DATA || row->kind == REPORT_TOTAL) {
            put_row(writer, table, row);
            continue;
        }
        struct csv_group *group = row->kind == REPORT_GROUP ? &writer->group : &writer->subgroup;
        group->at = i;
        group->text = row->cell[0].text;
        if (row->kind == REPORT_GROUP)
            writer->subgroup.text = "";
    }
}

/* ---- what people read beside the tables ---- */

/* A line of one cell. */
static void put_line(struct csv_writer *writer, const char *text) {
    put_text(writer, text);
    end_line(writer);
}

static void put_head(struct csv_writer *writer, const struct report *report) {
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        put_line(writer, report->title[i]);
    for (int i = 0; i < report->fact_count; i++) {
        struct buf fact = {0};
        buf_printf(&fact, "%s: %s", report->fact[i].label, report->fact[i].value);
        put_line(writer, fact.data);
        buf_release(&fact);
    }
    if (*report->draft)
        put_line(writer, report->draft);
    if (*report->marks)
        put_line(writer, report->marks);
}

/* "Mengetahui, Kepala Dinas: Nama Kepala, Pembina, NIP 19680101", one line for each. */
static void put_signatures(struct csv_writer *writer, const struct report *report) {
    static const char *const before[SIGNATURE_LINES] = {"", " ", ": ", ", ", ", "};
    for (int i = 0; i < report->signature_count; i++) {
        struct buf line = {0};
        for (int which = 0; which < SIGNATURE_LINES; which++) {
            buf_text(&line, line.length ? before[which] : "");
            report_signature_line(&report->signature[i], (enum signature_line)which, &line);
        }
        put_line(writer, buf_string(&line));
        buf_release(&line);
    }
}

static void put_part(struct csv_writer *writer, const struct report *report, const struct report_part *part) {
    if (part->kind == PART_SIGNATURES)
        put_signatures(writer, report);
    else if (part->kind != PART_TABLE)
        put_line(writer, part->text);
    else
        put_table(writer, part->table);
    if (part->kind == PART_TABLE && !part->table->row.count && writer->excel)
        put_line(writer, REPORT_NO_ROWS);
}

/* What is headed stands under its heading, notes with notes. */
static bool stands_apart(const struct report_part *before, const struct report_part *part) {
    bool alike = before->kind == part->kind && part->kind != PART_TABLE;
    return before->kind != PART_HEADING && before->kind != PART_ANNEX && !alike;
}

void report_write_csv(const struct report *report, bool excel, struct buf *out) {
    struct csv_writer writer = {.out = out, .excel = excel};
    static const struct report_part head = {.kind = PART_TABLE};
    const struct report_part *before = excel ? &head : NULL;
    if (excel) {
        buf_text(out, "\xEF\xBB\xBF");
        put_head(&writer, report);
    }
    for (int i = 0; i < report->part.count; i++) {
        const struct report_part *part = report_part_at(report, i);
        if (!excel && part->kind != PART_TABLE)
            continue;
        if (before && stands_apart(before, part))
            end_line(&writer);
        put_part(&writer, report, part);
        before = part;
    }
}
