#include "print/pdf_internal.h"
#include "report/shape.h"

#define EDGE_GREY 0.45f
#define BELOW 10.0f /* the table */
#define BAR_INDENT 6.0f

enum { PROGRESS_ROWS = 64 };

/* A table on its way to the page. */
struct pdf_grid {
    struct pdf *pdf;
    const struct report_table *table;
    struct pdf_columns columns;
    struct pdf_block title[REPORT_COLUMNS_MAX], cell[REPORT_COLUMNS_MAX];
    int title_lines;
    int set, lines; /* the row that stands in `cell`, and the lines of its highest cell */
};

enum { PAPER = 0xFFFFFF, HEADER = 0xD9E3ED, GROUP = 0xE8E8E8, SUBGROUP = 0xF5F5F5, BAR = 0xBFBFBF };

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
    grid->lines = 1;
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

/* 0 to 100 as a frame, filled as far as the value goes. */
static void draw_bar(const struct pdf_grid *grid, const struct report_cell *cell, struct pdf_box box) {
    const struct pdf *pdf = grid->pdf;
    float percent = (float)cell->value.units / (float)DECIMAL_SCALE;
    struct pdf_box bar = {box.x + BAR_INDENT, box.y - PDF_PADDING, box.width - 2 * BAR_INDENT,
                          grid->columns.size * PDF_LEADING};
    struct pdf_box filled = bar;
    filled.width *= percent < 0 ? 0 : percent > 100 ? 1 : percent / 100;
    pdf_fill(pdf, filled, band_colour(pdf->report, cell, BAR));
    HPDF_Page_Rectangle(pdf->page, bar.x, bar.y - bar.height, bar.width, bar.height);
    HPDF_Page_Stroke(pdf->page);
}

static void draw_bar_scale(struct pdf_grid *grid, struct pdf_box box) {
    static const char *const mark[] = {"0", "50", "100"};
    struct pdf_block block = PDF_BLOCK;
    for (int i = 0; i < 3; i++) {
        struct pdf_style style = {PDF_BOLD, grid->columns.size, (enum pdf_align)i};
        pdf_block_set(grid->pdf, &block, style, mark[i], box.width - 2 * BAR_INDENT);
        pdf_block_draw(grid->pdf, &block, box.x + BAR_INDENT, box.y - PDF_PADDING, pdf_block_whole(&block));
    }
    pdf_block_release(&block);
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

/* Headings stay with what they head, a TOTAL with the row before it. */
static bool stays_with_next(const struct report_table *table, int index) {
    enum report_row_kind kind = report_row_at(table, index)->kind;
    return index + 1 < table->row.count && (kind == REPORT_GROUP || kind == REPORT_SUBGROUP ||
                                            report_row_at(table, index + 1)->kind == REPORT_TOTAL);
}

/* The height of the rows from `index` that stay together; no more of them are asked than `room` holds. */
static float together(struct pdf_grid *grid, int index, float room) {
    float height = 0;
    for (int i = index;; i++) {
        set_row(grid, i);
        height += height_of(grid, grid->lines);
        if (height > room || !stays_with_next(grid->table, i))
            return height;
    }
}

static void next_page(struct pdf_grid *grid) {
    pdf_page_begin(grid->pdf);
    draw_titles(grid);
}

static void put_row(struct pdf_grid *grid, int index) {
    float room = pdf_page_room(grid->pdf);
    if (index > 0 && together(grid, index, room) > room)
        next_page(grid);
    set_row(grid, index);
    for (struct pdf_span lines = {0}; lines.first < grid->lines; lines.first += lines.count) {
        if (lines.first > 0)
            next_page(grid);
        int left = grid->lines - lines.first;
        int fit = (int)((pdf_page_room(grid->pdf) - 2 * PDF_PADDING) / (grid->columns.size * PDF_LEADING));
        lines.count = left <= fit ? left : fit > 1 ? fit : 1;
        draw_row(grid, lines);
    }
}

static void tell(struct pdf *pdf) {
    pdf->done++;
    if (pdf->progress && (pdf->done % PROGRESS_ROWS == 0 || pdf->done == pdf->of))
        pdf->progress->tell(pdf->progress->context, pdf->done, pdf->of);
}

static void begin(struct pdf_grid *grid, const char *heading) {
    const float page = PDF_HEIGHT - PDF_MARGIN - PDF_BOTTOM;
    float height = height_of(grid, grid->title_lines) + pdf_page_heading_height(grid->pdf, heading);
    height += grid->table->row.count ? together(grid, 0, page) : height_of(grid, 1);
    pdf_page_need(grid->pdf, height);
    pdf_page_heading(grid->pdf, heading);
    draw_titles(grid);
}

static void draw_nothing(struct pdf_grid *grid) {
    struct pdf *pdf = grid->pdf;
    struct pdf_box box = {PDF_MARGIN, pdf->y, 0, height_of(grid, 1)};
    box.width = width_of(grid, 0, grid->table->column_count) + grid->columns.bars;
    struct pdf_style style = {PDF_PLAIN, grid->columns.size, PDF_CENTRE};
    pdf_block_set(pdf, &grid->cell[0], style, "Nihil", box.width - 2 * PDF_PADDING);
    draw_cell(grid, 0, box, (struct pdf_span){0, 1});
    pdf->y -= box.height;
}

void pdf_table(struct pdf *pdf, const struct report_table *table, const char *heading) {
    struct pdf_grid grid = {.pdf = pdf, .table = table, .columns = pdf_columns_share(pdf, table), .set = -1};
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
