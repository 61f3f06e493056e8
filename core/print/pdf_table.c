#include "print/pdf_internal.h"
#include "report/shape.h"

#define EDGE_GREY 0.45f
#define BELOW 10.0f /* the table */
#define BAR_INDENT 6.0f
#define MARK_ROOM 4.0f /* between two marks of a scale, of the font's size */

enum { PROGRESS_ROWS = 64 };
enum { HEADINGS = 2 };                  /* of groups, above the tail of a table */
enum { TAIL_ROWS = 2, LINES_OVER = 3 }; /* rows that stay with the signatures, lines of one that is cut */

/* A table on its way to the page. */
struct pdf_grid {
    struct pdf *pdf;
    const struct report_table *table;
    struct pdf_columns columns;
    struct pdf_block title[REPORT_COLUMNS_MAX], cell[REPORT_COLUMNS_MAX];
    int title_lines;
    int set, lines; /* the row that stands in `cell`, and the lines of its highest cell */
    float foot;     /* to stay free below the last row */
    int tail;       /* the rows from here on stay together, and with the foot */
    struct decimal bar_end;
};

enum { PAPER = 0xFFFFFF, HEADER = 0xD9E3ED, GROUP = 0xE8E8E8, SUBGROUP = 0xF5F5F5, BAR = 0xBFBFBF };

static const struct decimal hundred = {100 * DECIMAL_SCALE};

static uint32_t band_colour(const struct report *report, const struct report_cell *cell, uint32_t otherwise) {
    int band = report_band(report, cell);
    return band < 0 ? otherwise : report_band_colour(&report->bands, band);
}

static enum pdf_align alignment(const struct report_column *column) {
    return report_column_is_figure(column) ? PDF_RIGHT : PDF_LEFT;
}

static float height_of(const struct pdf_grid *grid, int lines) {
    return (float)lines * grid->columns.size * PDF_LEADING + 2 * PDF_PADDING;
}

static float width_of(const struct pdf_grid *grid, int column, int span) {
    float width = 0;
    for (int i = column; i < column + span; i++)
        width += grid->columns.width[i];
    return width;
}

static void set_titles(struct pdf_grid *grid) {
    const struct pdf_style style = {PDF_BOLD, grid->columns.size, PDF_CENTRE};
    for (int i = 0; i < grid->table->column_count; i++) {
        pdf_block_set(grid->pdf, &grid->title[i], style, grid->table->column[i].title,
                      grid->columns.width[i] - 2 * PDF_PADDING);
        if (grid->title[i].line.count > grid->title_lines)
            grid->title_lines = grid->title[i].line.count;
    }
}

/* Breaks a row's cells into lines, unless it was the last one to be broken. */
static void set_row(struct pdf_grid *grid, int index) {
    const struct report_table *table = grid->table;
    const struct report_row *row = report_row_at(table, index);
    char number[REPORT_NUMBER_MAX];
    if (grid->set == index)
        return;
    grid->set = index;
    grid->lines = row->kind == REPORT_DATA ? table->lines : 1;
    for (int i = 0, span; i < table->column_count; i += span) {
        span = pdf_row_span(table, row, i);
        struct pdf_style style = {row->kind == REPORT_DATA ? PDF_PLAIN : PDF_BOLD, grid->columns.size,
                                  span > 1 ? PDF_LEFT : alignment(&table->column[i])};
        pdf_block_set(grid->pdf, &grid->cell[i], style, report_cell_text(&row->cell[i], number),
                      width_of(grid, i, span) - 2 * PDF_PADDING);
        if (grid->cell[i].line.count > grid->lines)
            grid->lines = grid->cell[i].line.count;
    }
}

/* All four, since the colour of a row covers half of the edge it shares with the row before. */
static void draw_edges(const struct pdf_grid *grid, struct pdf_box box) {
    HPDF_Page page = grid->pdf->page;
    HPDF_Page_SetGrayStroke(page, EDGE_GREY);
    HPDF_Page_Rectangle(page, box.x, box.y - box.height, box.width, box.height);
    HPDF_Page_Stroke(page);
    HPDF_Page_SetGrayStroke(page, 0);
}

static float part_of_bar(const struct pdf_grid *grid, struct decimal percent) {
    float part = (float)percent.units / (float)grid->bar_end.units;
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

/* The scale as a frame, with a line at 100; filled as far as the value goes. */
static void draw_bar(const struct pdf_grid *grid, const struct report_cell *cell, struct pdf_box box) {
    const struct pdf *pdf = grid->pdf;
    struct pdf_box bar = {box.x + BAR_INDENT, box.y - PDF_PADDING, box.width - 2 * BAR_INDENT,
                          grid->columns.size * PDF_LEADING};
    struct pdf_box filled = bar;
    filled.width *= part_of_bar(grid, cell->value);
    pdf_fill(pdf, filled, band_colour(pdf->report, cell, BAR));
    HPDF_Page_Rectangle(pdf->page, bar.x, bar.y - bar.height, bar.width, bar.height);
    HPDF_Page_Rectangle(pdf->page, bar.x, bar.y - bar.height, bar.width * part_of_bar(grid, hundred),
                        bar.height);
    HPDF_Page_Stroke(pdf->page);
}

/* A mark of the scale; those at its ends stay within it. */
static void draw_mark(const struct pdf_grid *grid, struct pdf_box box, struct decimal percent) {
    char number[DECIMAL_TEXT_MAX];
    struct pdf_block block = PDF_BLOCK;
    struct pdf_style style = {PDF_BOLD, grid->columns.size, PDF_LEFT};
    float length = box.width - 2 * BAR_INDENT, part = part_of_bar(grid, percent);
    decimal_print(percent, 0, number);
    pdf_block_set(grid->pdf, &block, style, number, length);
    float width = pdf_text_width(grid->pdf, PDF_BOLD, number) * style.size;
    float left = part < 1 ? length * part - width / 2 : length - width;
    pdf_block_draw(grid->pdf, &block, box.x + BAR_INDENT + (part > 0 ? left : 0), box.y - PDF_PADDING,
                   pdf_block_whole(&block));
    pdf_block_release(&block);
}

static void draw_bar_scale(const struct pdf_grid *grid, struct pdf_box box) {
    float part = part_of_bar(grid, hundred), nearest = part < 0.5f ? part : 1 - part;
    draw_mark(grid, box, (struct decimal){0});
    if (nearest * box.width > MARK_ROOM * grid->columns.size)
        draw_mark(grid, box, hundred);
    draw_mark(grid, box, grid->bar_end);
}

static void draw_titles(struct pdf_grid *grid) {
    struct pdf *pdf = grid->pdf;
    float all = width_of(grid, 0, grid->table->column_count) + grid->columns.bars;
    struct pdf_box box = {PDF_MARGIN, pdf->y, all, height_of(grid, grid->title_lines)};
    pdf_fill(pdf, box, HEADER);
    HPDF_Page_SetLineWidth(pdf->page, PDF_HAIR);
    for (int i = 0; i < grid->table->column_count; i++) {
        const struct pdf_block *title = &grid->title[i];
        float above = (box.height - pdf_block_height(title)) / 2;
        box.width = grid->columns.width[i];
        pdf_block_draw(pdf, title, box.x + PDF_PADDING, box.y - above, pdf_block_whole(title));
        draw_edges(grid, box);
        box.x += box.width;
    }
    box.width = grid->columns.bars;
    if (box.width > 0) {
        draw_bar_scale(grid, box);
        draw_edges(grid, box);
    }
    pdf->y -= box.height;
}

static void draw_cell(const struct pdf_grid *grid, int column, struct pdf_box box, struct pdf_span lines) {
    const struct pdf_block *block = &grid->cell[column];
    int left = block->line.count - lines.first;
    lines.count = left < lines.count ? left : lines.count;
    if (lines.count > 0)
        pdf_block_draw(grid->pdf, block, box.x + PDF_PADDING, box.y - PDF_PADDING, lines);
    draw_edges(grid, box);
}

static const uint32_t row_colour[] = {
    [REPORT_DATA] = PAPER, [REPORT_GROUP] = GROUP, [REPORT_SUBGROUP] = SUBGROUP, [REPORT_TOTAL] = SUBGROUP};

/* Some lines of the row that was set: all of them, unless it is higher than a page. */
static void draw_row(struct pdf_grid *grid, struct pdf_span lines) {
    const struct report_table *table = grid->table;
    const struct report_row *row = report_row_at(table, grid->set);
    struct pdf *pdf = grid->pdf;
    struct pdf_box box = {PDF_MARGIN, pdf->y, 0, height_of(grid, lines.count)};
    bool heads = row->kind == REPORT_GROUP || row->kind == REPORT_SUBGROUP;
    for (int i = 0, span; i < table->column_count; i += span) {
        uint32_t colour = row_colour[row->kind];
        span = pdf_row_span(table, row, i);
        box.width = width_of(grid, i, span) + (heads ? grid->columns.bars : 0);
        if (!heads && table->column[i].content == CONTENT_PERCENT)
            colour = band_colour(pdf->report, &row->cell[i], colour);
        if (colour != PAPER)
            pdf_fill(pdf, box, colour);
        draw_cell(grid, i, box, lines);
        box.x += box.width;
    }
    box.width = grid->columns.bars;
    if (box.width > 0 && !heads) {
        if (!lines.first && row->cell[table->chart].kind == CELL_NUMBER)
            draw_bar(grid, &row->cell[table->chart], box);
        draw_edges(grid, box);
    }
    pdf->y -= box.height;
}

static bool is_heading(const struct pdf_grid *grid, int index) {
    enum report_row_kind kind = report_row_at(grid->table, index)->kind;
    return kind == REPORT_GROUP || kind == REPORT_SUBGROUP;
}

/* Headings stay with what they head, a TOTAL with the row before it, the tail whole. */
static bool stays_with_next(const struct pdf_grid *grid, int index) {
    return index + 1 < grid->table->row.count &&
           (is_heading(grid, index) || index >= grid->tail ||
            report_row_at(grid->table, index + 1)->kind == REPORT_TOTAL);
}

static float foot_of(const struct pdf_grid *grid, int index) {
    return index + 1 >= grid->table->row.count ? grid->foot : 0;
}

/* The height of the rows from `index` that stay together; no more of them are asked than `room` holds. */
static float together(struct pdf_grid *grid, int index, float room) {
    float height = 0;
    for (int i = index;; i++) {
        set_row(grid, i);
        height += height_of(grid, grid->lines) + foot_of(grid, i);
        if (height > room || !stays_with_next(grid, i))
            return height;
    }
}

/* Two rows, headings not counted, as far as `room` holds them and the foot. */
static int find_tail(struct pdf_grid *grid, float room) {
    int index = grid->table->row.count;
    room -= grid->foot;
    for (int rows = 0; grid->foot > 0 && index > 0 && rows < TAIL_ROWS; index--) {
        set_row(grid, index - 1);
        room -= height_of(grid, grid->lines);
        if (room < 0)
            return index;
        rows += !is_heading(grid, index - 1);
    }
    return index;
}

static void next_page(struct pdf_grid *grid) {
    pdf_page_begin(grid->pdf);
    draw_titles(grid);
}

/* How many of `left` lines of a row this page takes: all, or so few that some go over to the foot. */
static int lines_here(const struct pdf_grid *grid, int index, int left) {
    float room = pdf_page_room(grid->pdf);
    int fit = (int)((room - 2 * PDF_PADDING) / (grid->columns.size * PDF_LEADING));
    if (left > LINES_OVER && height_of(grid, left) + foot_of(grid, index) > room)
        left -= LINES_OVER;
    return left <= fit ? left : fit > 1 ? fit : 1;
}

static void put_row(struct pdf_grid *grid, int index) {
    float room = pdf_page_room(grid->pdf);
    if (index > 0 && together(grid, index, room) > room)
        next_page(grid);
    set_row(grid, index);
    for (struct pdf_span lines = {0}; lines.first < grid->lines; lines.first += lines.count) {
        if (lines.first > 0)
            next_page(grid);
        lines.count = lines_here(grid, index, grid->lines - lines.first);
        draw_row(grid, lines);
    }
}

static void tell(struct pdf *pdf) {
    pdf->done++;
    if (pdf->progress && (pdf->done % PROGRESS_ROWS == 0 || pdf->done == pdf->of))
        pdf->progress->tell(pdf->progress->context, pdf->done, pdf->of);
}

static void begin(struct pdf_grid *grid, const char *heading) {
    const float page = pdf_page_whole(grid->pdf);
    float height = height_of(grid, grid->title_lines) + pdf_page_heading_height(grid->pdf, heading);
    bool rows = grid->table->row.count > 0;
    if (height + height_of(grid, rows ? LINES_OVER : 1) + grid->foot > page)
        grid->foot = 0; /* too high to stand below anything */
    grid->tail = find_tail(grid, page - height - HEADINGS * height_of(grid, 1));
    height += rows ? together(grid, 0, page) : height_of(grid, 1) + grid->foot;
    pdf_page_need(grid->pdf, height);
    pdf_page_heading(grid->pdf, heading);
    draw_titles(grid);
}

static void draw_nothing(struct pdf_grid *grid) {
    struct pdf *pdf = grid->pdf;
    struct pdf_box box = {PDF_MARGIN, pdf->y, 0, height_of(grid, 1)};
    box.width = width_of(grid, 0, grid->table->column_count) + grid->columns.bars;
    struct pdf_style style = {PDF_PLAIN, grid->columns.size, PDF_CENTRE};
    pdf_block_set(pdf, &grid->cell[0], style, REPORT_NO_ROWS, box.width - 2 * PDF_PADDING);
    draw_cell(grid, 0, box, (struct pdf_span){0, 1});
    pdf->y -= box.height;
}

void pdf_table(struct pdf *pdf, const struct report_table *table, const char *heading, float foot) {
    struct pdf_grid grid = {.pdf = pdf,
                            .table = table,
                            .columns = pdf_columns_share(pdf, table),
                            .set = -1,
                            .foot = foot > 0 ? foot + BELOW : 0,
                            .bar_end = report_bar_end(pdf->report, table)};
    for (int i = 0; i < table->column_count; i++)
        grid.title[i] = grid.cell[i] = (struct pdf_block)PDF_BLOCK;
    set_titles(&grid);
    begin(&grid, heading);
    for (int i = 0; i < table->row.count; i++) {
        put_row(&grid, i);
        tell(pdf);
    }
    if (!table->row.count)
        draw_nothing(&grid);
    pdf->y -= BELOW;
    for (int i = 0; i < table->column_count; i++) {
        pdf_block_release(&grid.title[i]);
        pdf_block_release(&grid.cell[i]);
    }
}
