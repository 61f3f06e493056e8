#include "edge/plan_sheet.h"
#include "base/csv.h"
#include "base/list.h"
#include "base/text.h"
#include <string.h>

enum { ABSENT = -1, HEADING_LINES_MAX = 40 };

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

/* ---- headings ---- */

#define X(id, name, headings) [id] = {name, headings},
static const struct {
    const char *name;
    const char *headings;
} columns[PLAN_COLUMN_COUNT] = {PLAN_COLUMNS(X)};
#undef X

const char *plan_column_name(enum plan_column column) {
    return columns[column].name;
}

static int column_of_words(const char *words) {
    static const char target[] = "target ";
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        if (words_among(words, columns[i].headings))
            return i;
    return strncmp(words, target, sizeof target - 1) == 0 ? column_of_words(words + sizeof target - 1)
                                                          : ABSENT;
}

/* As a whole, or the first known of its parts: "Indikator Kinerja/Uraian". */
static int column_of(const char *heading, struct named_year *year) {
    char words[WORDS_MAX];
    words_fold(heading, year, words);
    int found = column_of_words(words);
    while (found == ABSENT && *heading != '\0') {
        char part[WORDS_MAX] = {0};
        size_t length = strcspn(heading, "/(");
        memcpy(part, heading, length < sizeof part - 1 ? length : sizeof part - 1);
        words_fold(part, year, words);
        found = column_of_words(words);
        heading += length + (heading[length] != '\0');
    }
    return found;
}

static const char *cell_at(const struct plan_line *line, int at) {
    return at < line->count ? line->cell[at] : "";
}

/* The heading of a column: that of the first line, and what stands below it, if anything does, behind the
 * group it belongs to. */
static void put_heading(struct buf *out, const struct plan_line *lines, int count, int at) {
    const char *below = count > 1 ? cell_at(&lines[1], at) : "";
    int group = at;
    while (*below != '\0' && group > 0 && *cell_at(lines, group) == '\0')
        group--;
    buf_clear(out);
    buf_printf(out, "%s%s%s", cell_at(lines, group), *below == '\0' ? "" : " ", below);
}

struct plan_heading {
    int column[PLAN_COLUMN_COUNT];
    int twice[PLAN_COLUMN_COUNT]; /* a second one of that name, or ABSENT */
    int known;
    struct named_year year;
};

static struct plan_heading match(const struct plan_line *lines, int count) {
    struct plan_heading heading = {0};
    struct buf text = {0};
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        heading.column[i] = heading.twice[i] = ABSENT;
    int width = count > 1 && lines[1].count > lines->count ? lines[1].count : lines->count;
    for (int at = 0; at < width; at++) {
        struct named_year year = {0};
        put_heading(&text, lines, count, at);
        int found = column_of(buf_string(&text), &year);
        if (found == ABSENT)
            continue;
        int *place = heading.column[found] == ABSENT ? heading.column : heading.twice;
        heading.known += place == heading.column;
        place[found] = at;
        if (found == PLAN_TARGET)
            heading.year = year;
    }
    buf_release(&text);
    return heading;
}

static bool is_heading(const struct plan_heading *heading) {
    return heading->column[PLAN_DESCRIPTION] != ABSENT && heading->column[PLAN_TARGET] != ABSENT;
}

static void report_twice(const struct plan_sheet *sheet, const struct plan_heading *heading,
                         struct problems *problems) {
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        if (heading->twice[i] != ABSENT)
            plan_problem(problems, (struct place){sheet->line[sheet->heading].line, heading->twice[i] + 1},
                         "kolom %s sudah ada di kolom %d; hapus salah satu", columns[i].name,
                         heading->column[i] + 1);
}

static void look_for_year(struct plan_sheet *sheet, const struct plan_heading *heading) {
    char words[WORDS_MAX];
    sheet->year = heading->year;
    for (int i = 0; i < sheet->heading && heading->year.year == 0; i++)
        for (int at = 0; at < sheet->line[i].count; at++)
            words_fold(sheet->line[i].cell[at], &sheet->year, words);
}

static bool find_heading(struct plan_sheet *sheet, struct problems *problems) {
    for (int i = 0; i < sheet->count && i < HEADING_LINES_MAX; i++) {
        struct plan_heading heading = match(&sheet->line[i], 1);
        sheet->heading = i;
        sheet->body = i + 1;
        if (i + 1 < sheet->count) {
            struct plan_heading both = match(&sheet->line[i], 2);
            bool more = both.known > heading.known;
            heading = more ? both : heading;
            sheet->body += more;
        }
        if (!is_heading(&heading))
            continue;
        memcpy(sheet->column, heading.column, sizeof sheet->column);
        look_for_year(sheet, &heading);
        report_twice(sheet, &heading, problems);
        return true;
    }
    return false;
}

/* ---- the document ---- */

/* The reader's text begins with the line, which the problem names already. */
static void report_fault(int line, const struct err *err, struct problems *problems) {
    const char *text = strstr(err->text, ": ");
    plan_problem(problems, (struct place){line, 1}, "%s", text ? text + 2 : err->text);
}

bool plan_sheet_read(struct plan_sheet *sheet, const char *data, size_t length, struct problems *problems) {
    static const char separators[] = {'\0', ';', '\t', ','}; /* first what the first line suggests */
    bool found = false;
    struct err err = {0};
    int line = 1;
    for (size_t i = 0; i < sizeof separators && !found; i++) {
        struct csv_reader reader;
        plan_sheet_release(sheet);
        csv_reader_init(&reader, data, length);
        reader.separator = separators[i] ? separators[i] : reader.separator;
        read_lines(sheet, &reader, &err);
        line = reader.line;
        csv_reader_release(&reader);
        found = find_heading(sheet, problems);
    }
    if (!found)
        plan_problem(
            problems, (struct place){1, 1},
            "judul kolom tidak ditemukan; perlu sekurangnya Indikator dan Target, dipisah koma, titik "
            "koma atau tab");
    if (err.kind != ERR_NONE)
        report_fault(line, &err, problems);
    return found;
}

void plan_sheet_release(struct plan_sheet *sheet) {
    arena_release(&sheet->arena);
    *sheet = (struct plan_sheet){0};
}

const char *plan_cell(const struct plan_sheet *sheet, int line, enum plan_column column) {
    int at = sheet->column[column];
    return at == ABSENT ? "" : cell_at(&sheet->line[line], at);
}

static bool numbers_only(const struct plan_line *line) {
    for (int i = 0; i < line->count; i++)
        if (line->cell[i][strspn(line->cell[i], "0123456789()[]=+-x/:.* ")] != '\0')
            return false;
    return true;
}

bool plan_repeats_heading(const struct plan_sheet *sheet, int line) {
    struct named_year year = {0};
    return (column_of(plan_cell(sheet, line, PLAN_DESCRIPTION), &year) == PLAN_DESCRIPTION &&
            column_of(plan_cell(sheet, line, PLAN_TARGET), &year) == PLAN_TARGET) ||
           (numbers_only(&sheet->line[line]) && *plan_cell(sheet, line, PLAN_DESCRIPTION) != '\0');
}

void plan_put_skipped(const struct plan_sheet *sheet, struct buf *out) {
    const struct plan_line *line = &sheet->line[sheet->heading];
    for (int at = 0; at < line->count; at++) {
        bool used = *line->cell[at] == '\0';
        for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
            used |= sheet->column[i] == at;
        if (!used)
            buf_printf(out, "%s\"%s\"", out->length ? ", " : "", line->cell[at]);
    }
}
