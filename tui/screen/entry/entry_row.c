#include "screen/entry/entry_draw.h"
#include <stdio.h>

enum { COLUMNS_WIDE = 110, CODE_WIDTH_MIN = 6, CODE_WIDTH_MAX = 12 };

/* Widths, from the right edge to the left, with the gap before each; 0 where there is no room. */
struct entry_columns entry_columns_for(int columns, int code_width, bool corrected) {
    bool wide = columns >= COLUMNS_WIDE, measured = wide || !corrected;
    struct entry_columns at_columns = {0};
    struct {
        struct span *span;
        int width, gap;
    } right[] = {
        {&at_columns.state, 1, 1},
        {&at_columns.evidence, wide ? 5 : 2, 1},
        {&at_columns.to_date, wide ? 8 : 0, wide ? 1 : 0},
        {&at_columns.warning, 1, 0},
        {&at_columns.final, corrected ? 8 : 0, corrected ? 1 : 0},
        {&at_columns.achievement, 8, 2},
        {&at_columns.actual, 10, 2},
        {&at_columns.last, wide ? 10 : 0, wide ? 1 : 0},
        {&at_columns.target, 9, 1},
        {&at_columns.measure,
         !measured ? 0
         : wide    ? 14
                   : 8,
         measured ? 1 : 0},
    };
    int edge = columns;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        *right[i].span = at(0, edge - right[i].width, right[i].width);
        edge -= right[i].width + right[i].gap;
    }
    int code = code_width < CODE_WIDTH_MIN   ? CODE_WIDTH_MIN
               : code_width > CODE_WIDTH_MAX ? CODE_WIDTH_MAX
                                             : code_width;
    at_columns.code = at(0, 1, code);
    at_columns.mark = at(0, 1 + code, 1);
    at_columns.text = at(0, 3 + code, edge - 3 - code);
    return at_columns;
}

static struct span on(int line, struct span span) {
    span.row = line;
    return span;
}

void entry_header_draw(const struct entry_columns *columns, struct surface *surface, int line) {
    surface_put(surface, on(line, columns->code), STYLE_NORMAL, "Kode");
    surface_put(surface, on(line, columns->text), STYLE_NORMAL, "Indikator");
    surface_put(surface, on(line, columns->measure), STYLE_NORMAL, "Satuan");
    surface_put_right(surface, on(line, columns->target), STYLE_NORMAL, "Target");
    surface_put_right(surface, on(line, columns->last), STYLE_NORMAL, "TW lalu");
    surface_put_right(surface, on(line, columns->actual), STYLE_NORMAL, "Realisasi");
    surface_put_right(surface, on(line, columns->achievement), STYLE_NORMAL, "Capaian");
    surface_put_right(surface, on(line, columns->final), STYLE_NORMAL, "Akhir");
    surface_put_right(surface, on(line, columns->to_date), STYLE_NORMAL, "s.d.");
    surface_put_right(surface, on(line, columns->evidence), STYLE_NORMAL,
                      columns->evidence.width > 2 ? "Bukti" : "B");
    surface_put(surface, on(line, columns->state), STYLE_NORMAL, "S");
}

void entry_target_print(struct figure target, int places, char out[DECIMAL_TEXT_MAX]) {
    figure_print(target, places, out);
    if (target.kind == FIGURE_NOT_SET)
        snprintf(out, DECIMAL_TEXT_MAX, "belum");
}

struct figure entry_last(const struct row *row) {
    int number = row->quarter.number;
    if (number == YEAR_PERIOD)
        return indicator_year(row->indicator, row->year);
    return number > 1 ? row->year[number - 2] : (struct figure){.kind = FIGURE_BLANK};
}

const char *entry_wanted(const struct indicator *indicator, struct quarter quarter) {
    return quarter.number == YEAR_PERIOD ? "Isi hasil setahun."
                                         : aggregation_words.term[indicator->plan.aggregation].help;
}

static void put_figure(struct surface *surface, struct span span, struct figure figure, int places) {
    char text[DECIMAL_TEXT_MAX];
    figure_print(figure, places, text);
    surface_put_right(surface, span, STYLE_NORMAL, text);
}

static void put_evidence(struct surface *surface, struct span span, const struct row *row) {
    char text[24];
    bool ratio = span.width > 2 && row->required;
    if (row->state == ENTRY_WITHHELD)
        *text = '\0';
    else if (ratio)
        snprintf(text, sizeof text, "%d/%d", row->required_attached, row->required);
    else if (row->evidence || row->required)
        snprintf(text, sizeof text, "%d", row->evidence);
    else
        snprintf(text, sizeof text, "-");
    surface_put_right(surface, span, STYLE_NORMAL, text);
}

void entry_row_draw(const struct entry_columns *columns, struct surface *surface, int line,
                    const struct row *row) {
    const struct indicator *indicator = row->indicator;
    const struct figures *figures = &row->figures;
    int places = measure_places(&indicator->measure);
    char target[DECIMAL_TEXT_MAX];
    surface_put(surface, on(line, columns->code), STYLE_NORMAL, indicator->code);
    surface_put(surface, on(line, columns->text), STYLE_NORMAL, indicator->description);
    surface_put(surface, on(line, columns->measure), STYLE_NORMAL, indicator->measure.name);
    entry_target_print(figures->target, places, target);
    surface_put_right(surface, on(line, columns->target), STYLE_NORMAL, target);
    put_figure(surface, on(line, columns->last), entry_last(row), places);
    put_figure(surface, on(line, columns->actual), figures->actual, places);
    if (row->actual.provisional)
        surface_put(surface, at(line, columns->actual.column + columns->actual.width, 1), STYLE_NORMAL, "*");
    put_figure(surface, on(line, columns->achievement), figures->achievement, 2);
    if (row->verdict == VERDICT_CORRECTED)
        put_figure(surface, on(line, columns->final), row->final, 2);
    put_figure(surface, on(line, columns->to_date), figures->to_date_achievement, 2);
    surface_put(surface, on(line, columns->warning), STYLE_WARNING, row->warnings ? "!" : "");
    put_evidence(surface, on(line, columns->evidence), row);
    surface_put(surface, on(line, columns->state), STYLE_NORMAL, entry_state_words.term[row->state].help);
}

void entry_focus_draw(const struct entry_columns *columns, struct surface *surface, int line) {
    surface_put(surface, on(line, columns->mark), STYLE_NORMAL, ">");
    surface_cursor(surface, line, columns->actual.column + columns->actual.width - 1);
}

void entry_cell_draw(const struct entry_columns *columns, struct surface *surface, int line,
                     const struct line_edit *edit, bool provisional) {
    int column = columns->actual.column;
    int width = columns->actual.width;
    surface_printf(surface, at(line, column - 1, width + 2), STYLE_NORMAL, "[%*s%c", width, "",
                   provisional ? '*' : ']');
    line_edit_draw(edit, surface, on(line, columns->actual), STYLE_NORMAL);
}
