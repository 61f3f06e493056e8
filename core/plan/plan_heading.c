#include "plan/plan_heading.h"
#include "base/text.h"
#include <ctype.h>
#include <string.h>

enum { ABSENT = -1 };

static const struct {
    const char *name;
    const char *headings;
} columns[PLAN_COLUMN_COUNT] = {PLAN_COLUMNS(SET_ROW)};

const char *plan_column_name(enum plan_column column) {
    return columns[column].name;
}

static const char amount_words[] = "target|rencana|volume|vol|fisik|kuantitas";

static int known_column(const char *words) {
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        if (words_among(words, columns[i].headings))
            return i;
    return ABSENT;
}

/* The quarter of "TW I Target", where the other column of the quarter is "TW I Realisasi". */
static int quarter_of(const char *words) {
    const char *last = strrchr(words, ' ');
    if (!last || !words_among(last + 1, amount_words))
        return ABSENT;
    char quarter[WORDS_MAX] = {0};
    memcpy(quarter, words, (size_t)(last - words));
    int found = known_column(quarter);
    return found >= PLAN_FIRST && found <= PLAN_FOURTH ? found : ABSENT;
}

/* Behind "Target" may stand what it is the target of: "Target Triwulan I", "Target Kinerja Satuan". */
static int column_of_words(const char *words) {
    int found = known_column(words);
    if (found == ABSENT)
        found = quarter_of(words);
    if (found != ABSENT || !words_begin(words, "target"))
        return found;
    for (words = words_next(words); words_begin(words, "kinerja|tahun|tahunan");)
        words = words_next(words);
    return words_among(words, amount_words) ? PLAN_TARGET : column_of_words(words);
}

/* As a whole, or the first known of its parts: "Indikator Kinerja/Uraian". */
int plan_column_of(const char *heading, struct named_year *year) {
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

const char *plan_line_cell(const struct plan_line *line, int at) {
    return at < line->count ? line->cell[at] : "";
}

int plan_only_cell(const struct plan_line *line) {
    int only = ABSENT;
    for (int at = 0; at < line->count; at++) {
        if (*line->cell[at] == '\0')
            continue;
        if (only != ABSENT)
            return ABSENT;
        only = at;
    }
    return only;
}

void plan_heading_put(struct buf *out, const struct plan_line *lines, int count, int at) {
    const char *below = count > 1 ? plan_line_cell(&lines[1], at) : "";
    int group = at;
    while (*below != '\0' && group > 0 && *plan_line_cell(lines, group) == '\0')
        group--;
    buf_clear(out);
    buf_printf(out, "%s%s%s", plan_line_cell(lines, group), *below == '\0' ? "" : " ", below);
}

/* "Bidang" itself, not another word for it; "Target" beside "Target 2026" stays two of a kind. */
static bool is_name(const struct buf *heading, int column) {
    const char *name = columns[column].name;
    return column != PLAN_TARGET &&
           text_equal_folded(buf_string(heading), heading->length, name, strlen(name));
}

/* Of two headings for a column the one that is its name is read. */
static void take_column(struct plan_heading *heading, int column, int at, bool named) {
    bool first = heading->column[column] == ABSENT;
    if (!first && heading->named[column] == named)
        heading->twice[column] = at;
    else if (first || named)
        heading->column[column] = at;
    heading->named[column] = heading->named[column] || named;
    heading->known += first;
}

static struct plan_heading match(const struct plan_line *lines, int count) {
    struct plan_heading heading = {.lines = count};
    struct buf text = {0};
    for (int i = 0; i < PLAN_COLUMN_COUNT; i++)
        heading.column[i] = heading.twice[i] = ABSENT;
    int width = count > 1 && lines[1].count > lines->count ? lines[1].count : lines->count;
    for (int at = 0; at < width; at++) {
        struct named_year year = {0};
        plan_heading_put(&text, lines, count, at);
        int found = plan_column_of(buf_string(&text), &year);
        if (found == ABSENT)
            continue;
        take_column(&heading, found, at, is_name(&text, found));
        if (found == PLAN_TARGET)
            heading.year = year;
    }
    buf_release(&text);
    return heading;
}

bool plan_heading_is_good(const struct plan_heading *heading) {
    return heading->column[PLAN_DESCRIPTION] != ABSENT && heading->column[PLAN_TARGET] != ABSENT;
}

/* Whether the second of two lines is nothing but words below merged cells of the first. */
static bool subdivides(const struct plan_line *lines, const struct plan_heading *heading) {
    const struct plan_line *below = &lines[1];
    for (int at = 0; at < below->count; at++) {
        bool merged = *plan_line_cell(lines, at) == '\0' || *plan_line_cell(lines, at + 1) == '\0';
        if (*below->cell[at] != '\0' && (!merged || !isalpha((unsigned char)*below->cell[at])))
            return false;
    }
    return plan_heading_is_good(heading) && plan_only_cell(below) < 0 &&
           *plan_line_cell(below, heading->column[PLAN_DESCRIPTION]) == '\0';
}

struct plan_heading plan_heading_read(const struct plan_line *lines, int left) {
    struct plan_heading first = match(lines, 1);
    if (left < 2)
        return first;
    struct plan_heading both = match(lines, 2);
    return both.known > first.known || subdivides(lines, &first) ? both : first;
}
