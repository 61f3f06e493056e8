#include "plan/plan_sheet.h"
#include "base/csv.h"
#include "base/list.h"
#include "base/text.h"
#include <string.h>

enum { ABSENT = -1, HEADING_LINES_MAX = 40, SHOWN_MAX = 64 };

void plan_problem(struct problems *problems, struct place at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    problems_add(problems, at, format, args);
    va_end(args);
}

/* ---- lines ---- */

/* White space with a line break in it is one space. */
static const char *join_lines(char *text) {
    char *to = text;
    for (const char *from = text; *from != '\0';) {
        size_t blank = strspn(from, " \n\r\t\v\f");
        bool broken = strcspn(from, "\n\r\t\v\f") < blank;
        size_t length = blank ? blank : 1;
        size_t kept = broken ? 1 : length;
        memmove(to, broken ? " " : from, kept);
        to += kept;
        from += length;
    }
    *to = '\0';
    return text;
}

static const char *clean(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    text = text_trim(text, &length);
    bool neutralised = length > 1 && *text == '\'' && strchr("=+-@", text[1]);
    return join_lines(arena_text(arena, text + neutralised, length - neutralised));
}

static void add_line(struct plan_sheet *sheet, struct list *lines, const struct csv_reader *reader) {
    struct plan_line line = {.line = reader->line, .count = reader->count};
    bool blank = true;
    line.cell = arena_alloc(&sheet->arena, (size_t)reader->count, sizeof *line.cell);
    for (int i = 0; i < reader->count; i++) {
        line.cell[i] = clean(&sheet->arena, reader->field[i]);
        blank = blank && *line.cell[i] == '\0';
    }
    if (!blank)
        list_add(lines, &line);
}

/* What stands before a fault is read. */
static void read_lines(struct plan_sheet *sheet, struct csv_reader *reader, struct err *err) {
    struct list lines = {.size = sizeof(struct plan_line)};
    while (csv_reader_next(reader, err))
        add_line(sheet, &lines, reader);
    sheet->count = lines.count;
    sheet->line = list_keep(&lines, &sheet->arena);
}

static void report_twice(const struct plan_sheet *sheet, const struct plan_heading *heading,
                         struct problems *problems) {
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        if (heading->twice[i] != ABSENT)
            plan_problem(problems, (struct place){sheet->line[sheet->heading].line, heading->twice[i] + 1},
                         "kolom %s sudah ada di kolom %d; hapus salah satu",
                         plan_column_name((enum plan_column)i), heading->column[i] + 1);
}

static void look_for_year(struct plan_sheet *sheet, const struct plan_heading *heading) {
    char words[WORDS_MAX];
    sheet->year = heading->year;
    for (int i = 0; i < sheet->heading && heading->year.year == 0; i++)
        for (int at = 0; at < sheet->line[i].count; at++)
            words_fold(sheet->line[i].cell[at], &sheet->year, words);
}

/* ---- the lines below the headings ---- */

const char *plan_cell(const struct plan_sheet *sheet, int line, enum plan_column column) {
    int at = sheet->column[column];
    return at == ABSENT ? "" : plan_line_cell(&sheet->line[line], at);
}

static bool numbers_only(const struct plan_line *line) {
    for (int i = 0; i < line->count; i++)
        if (line->cell[i][strspn(line->cell[i], "0123456789()[]=+-x/:.* ")] != '\0')
            return false;
    return true;
}

static bool same_cells(const struct plan_line *line, const struct plan_line *other) {
    for (int at = 0; at < line->count || at < other->count; at++)
        if (strcmp(plan_line_cell(line, at), plan_line_cell(other, at)) != 0)
            return false;
    return true;
}

bool plan_repeats_heading(const struct plan_sheet *sheet, int line) {
    struct named_year year = {0};
    return (plan_column_of(plan_cell(sheet, line, PLAN_DESCRIPTION), &year) == PLAN_DESCRIPTION &&
            plan_column_of(plan_cell(sheet, line, PLAN_TARGET), &year) == PLAN_TARGET) ||
           same_cells(&sheet->line[line], &sheet->line[sheet->body - 1]) ||
           (numbers_only(&sheet->line[line]) && *plan_cell(sheet, line, PLAN_DESCRIPTION) != '\0');
}

/* Every word is one of those, and the first says what is made: not "Jumlah laporan". */
static bool sums_up(const char *text) {
    static const char makes[] = "jumlah|total|subtotal|sub|grand|rata|rerata";
    static const char of[] =
        "capaian|kinerja|keseluruhan|seluruh|seluruhnya|semua|indikator|target|realisasi|"
        "anggaran|pagu|a|b|c|d|i|ii|iii|iv|v|1|2|3|4|5";
    char folded[WORDS_MAX];
    const char *words = folded;
    words_fold(text, NULL, folded);
    if (!words_begin(words, makes))
        return false;
    while (words_begin(words, makes) || words_begin(words, of))
        words = words_next(words);
    return *words == '\0';
}

const char *plan_total(const struct plan_sheet *sheet, int line) {
    const char *text = plan_cell(sheet, line, PLAN_DESCRIPTION);
    for (int at = sheet->column[PLAN_DESCRIPTION] - 1; at >= 0 && *text == '\0'; at--)
        text = plan_line_cell(&sheet->line[line], at);
    return sums_up(text) ? text : NULL;
}

static bool is_row(const struct plan_sheet *sheet, int line) {
    return plan_only_cell(&sheet->line[line]) == ABSENT && !plan_repeats_heading(sheet, line) &&
           !plan_total(sheet, line);
}

/* What first stands in a column, NULL when nothing does. */
static const char *content_of(const struct plan_sheet *sheet, int at) {
    for (int i = sheet->body; i < sheet->count; i++)
        if (*plan_line_cell(&sheet->line[i], at) != '\0' && is_row(sheet, i))
            return plan_line_cell(&sheet->line[i], at);
    return NULL;
}

static bool is_read(const struct plan_sheet *sheet, int at) {
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        if (sheet->column[i] == at)
            return true;
    return false;
}

/* Target merged over a number and its unit leaves the unit's column without a heading. */
static void look_for_measure(struct plan_sheet *sheet) {
    struct buf heading = {0};
    int beside = sheet->column[PLAN_TARGET] + 1;
    plan_heading_put(&heading, &sheet->line[sheet->heading], sheet->body - sheet->heading, beside);
    bool good = sheet->column[PLAN_MEASURE] == ABSENT && heading.length == 0 && content_of(sheet, beside);
    for (int i = sheet->body; i < sheet->count && good; i++)
        good = !is_row(sheet, i) || *plan_cell(sheet, i, PLAN_TARGET) == '\0' ||
               words_name_unit(plan_line_cell(&sheet->line[i], beside));
    sheet->measure_beside = good;
    sheet->column[PLAN_MEASURE] = good ? beside : sheet->column[PLAN_MEASURE];
    buf_release(&heading);
}

static void put_quoted(struct buf *out, const char *text) {
    char shown[SHOWN_MAX];
    text_printable(text, shown, sizeof shown);
    buf_printf(out, "\"%s\"", shown);
}

/* ---- finding the headings ---- */

/* Of lines that are no headings the one that most looks like them. */
struct nearest {
    int score;
    int line;            /* of the file */
    int last;            /* looked at */
    struct buf headings; /* "Sasaran", "Uraian" */
};

static void keep_nearest(struct nearest *nearest, const struct plan_line *lines,
                         const struct plan_heading *heading) {
    struct buf text = {0};
    struct buf headings = {0};
    int score = heading->known * CSV_FIELDS_MAX;
    for (int at = 0; at < CSV_FIELDS_MAX; at++) {
        plan_heading_put(&text, lines, heading->lines, at);
        if (text.length == 0)
            continue;
        buf_text(&headings, headings.length ? ", " : "");
        put_quoted(&headings, buf_string(&text));
        score++;
    }
    nearest->last = lines->line > nearest->last ? lines->line : nearest->last;
    if (score > nearest->score) {
        nearest->score = score;
        nearest->line = lines->line;
        buf_clear(&nearest->headings);
        buf_text(&nearest->headings, buf_string(&headings));
    }
    buf_release(&headings);
    buf_release(&text);
}

static bool find_heading(struct plan_sheet *sheet, struct nearest *nearest, struct problems *problems) {
    for (int i = 0; i < sheet->count && i < HEADING_LINES_MAX; i++) {
        struct plan_heading heading = plan_heading_read(&sheet->line[i], sheet->count - i);
        if (!plan_heading_is_good(&heading)) {
            keep_nearest(nearest, &sheet->line[i], &heading);
            continue;
        }
        sheet->heading = i;
        sheet->body = i + heading.lines;
        memcpy(sheet->column, heading.column, sizeof sheet->column);
        look_for_year(sheet, &heading);
        look_for_measure(sheet);
        report_twice(sheet, &heading, problems);
        return true;
    }
    return false;
}

/* ---- the document ---- */

/* Where the text cannot be read to its end, and why. */
struct csv_fault {
    struct place at;
    struct err err;
};

/* The reader's text begins with the line, which the problem names already. */
static void report_fault(const struct csv_fault *fault, struct problems *problems) {
    const char *text = strstr(fault->err.text, ": ");
    plan_problem(problems, fault->at, "%s", text ? text + 2 : fault->err.text);
}

static void report_no_heading(const struct nearest *nearest, struct problems *problems) {
    static const char wanted[] = "perlu sekurangnya Indikator dan Target, dipisah koma, titik koma atau tab";
    if (nearest->score)
        plan_problem(problems, (struct place){nearest->line, 1},
                     "judul kolom tidak ditemukan sampai baris %d; %s. Di baris %d terbaca %s", nearest->last,
                     wanted, nearest->line, buf_string(&nearest->headings));
    else
        plan_problem(problems, (struct place){1, 1}, "judul kolom tidak ditemukan; %s", wanted);
}

static struct csv_fault read_separated(struct plan_sheet *sheet, const char *data, size_t length,
                                       char separator) {
    struct csv_reader reader;
    struct csv_fault fault = {0};
    plan_sheet_release(sheet);
    csv_reader_init(&reader, data, length);
    reader.separator = separator ? separator : reader.separator;
    read_lines(sheet, &reader, &fault.err);
    fault.at = (struct place){reader.line, reader.fault};
    csv_reader_release(&reader);
    return fault;
}

/* A fault leaves nothing to say about headings that were not reached. */
bool plan_sheet_read(struct plan_sheet *sheet, const char *data, size_t length, struct problems *problems) {
    static const char separators[] = {'\0', ';', '\t', ','}; /* first what the first line suggests */
    struct csv_fault fault = {0};
    struct nearest nearest = {0};
    bool found = false;
    for (size_t i = 0; i < sizeof separators && !found; i++) {
        struct csv_fault met = read_separated(sheet, data, length, separators[i]);
        found = find_heading(sheet, &nearest, problems);
        fault = found || i == 0 ? met : fault;
    }
    if (fault.err.kind != ERR_NONE)
        report_fault(&fault, problems);
    else if (!found)
        report_no_heading(&nearest, problems);
    buf_release(&nearest.headings);
    return found;
}

void plan_sheet_release(struct plan_sheet *sheet) {
    arena_release(&sheet->arena);
    *sheet = (struct plan_sheet){0};
}

void plan_put_skipped(const struct plan_sheet *sheet, struct buf *out) {
    struct buf heading = {0};
    for (int at = 0; at < CSV_FIELDS_MAX; at++) {
        const char *content = content_of(sheet, at);
        plan_heading_put(&heading, &sheet->line[sheet->heading], sheet->body - sheet->heading, at);
        if (is_read(sheet, at) || (heading.length == 0 && !content))
            continue;
        buf_text(out, out->length ? ", " : "");
        if (heading.length == 0)
            buf_printf(out, "%d tanpa judul, berisi ", at + 1);
        put_quoted(out, heading.length ? buf_string(&heading) : content);
    }
    buf_release(&heading);
}
