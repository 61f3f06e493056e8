#include "print/pdf_internal.h"
#include "report/shape.h"

#define SIZE_MOST 9.0f
#define SIZE_LEAST 7.0f
#define SIZE_STEP 0.3f   /* smaller for each column more than EASY_COLUMNS */
#define WORD_MOST 9.0f   /* ems a column of running text is widened for its longest word */
#define WHOLE_MOST 11.0f /* ems for what should not break: the longest number */
#define WORDS_KEEP 0.6f  /* of what they need, where numbers need the rest */
#define TIGHT_FROM 0.6f  /* of its width a table needs, in the smallest letters */
#define BARS_LEAST 0.4f  /* of the page's width */

enum {
    LINE = 132,
    FILLS_FROM = 88, /* characters of a line: a table this wide is stretched over the page */
    EASY_COLUMNS = 6
};

static float more(float a, float b) {
    return a > b ? a : b;
}

int pdf_row_span(const struct report_table *table, const struct report_row *row, int column) {
    if (column > 0 || row->kind == REPORT_DATA)
        return 1;
    return row->kind == REPORT_TOTAL ? report_label_span(table, row) : table->column_count;
}

/* In ems, what each column must have so that no number breaks, nor a word of common length. */
static void measure(const struct pdf *pdf, const struct report_table *table, float need[]) {
    char number[REPORT_NUMBER_MAX];
    for (int i = 0; i < table->column_count; i++)
        need[i] = pdf_word_width(pdf, PDF_BOLD, table->column[i].title);
    for (int r = 0; r < table->row.count; r++) {
        const struct report_row *row = report_row_at(table, r);
        enum pdf_weight weight = row->kind == REPORT_TOTAL ? PDF_BOLD : PDF_PLAIN;
        for (int i = 0, span; i < table->column_count; i += span) {
            bool words = table->column[i].content == CONTENT_TEXT;
            float most = words ? WORD_MOST : WHOLE_MOST;
            span = pdf_row_span(table, row, i);
            if (span > 1 || need[i] >= most)
                continue;
            const char *text = report_cell_text(&row->cell[i], number);
            float width = words ? pdf_word_width(pdf, weight, text) : pdf_text_width(pdf, weight, text);
            need[i] = more(need[i], width < most ? width : most);
        }
    }
}

/* What the table takes of the page: all of it from FILLS_FROM on; less where it is narrow, so that words and
 * figures of a row do not stand far apart; beside bars, what they leave. */
static float table_width(const struct report_table *table, float needed) {
    int shares = 0;
    for (int i = 0; i < table->column_count; i++)
        shares += table->column[i].width;
    float natural = PDF_INSIDE * (float)shares / LINE;
    float most = table->chart < 0 ? PDF_INSIDE : PDF_INSIDE * (1 - BARS_LEAST);
    bool fills = natural > most || (table->chart < 0 && shares >= FILLS_FROM);
    float width = more(natural, needed);
    return fills || width > most ? most : width;
}

static bool has_words(const struct report_table *table) {
    for (int i = 0; i < table->column_count; i++)
        if (table->column[i].content == CONTENT_TEXT)
            return true;
    return false;
}

/* Where room is scarce, only running text has more than it needs. */
static float share_of(const struct report_table *table, int index, bool tight) {
    const struct report_column *column = &table->column[index];
    return tight && column->content != CONTENT_TEXT ? 0 : more((float)column->width, 1);
}

/* Gives every column its share of `room`, but none less than it needs. */
static void share(const struct report_table *table, const float need[], float room, bool tight,
                  float width[]) {
    float shares = 0;
    bool settled[REPORT_COLUMNS_MAX] = {false};
    for (int i = 0; i < table->column_count; i++)
        shares += share_of(table, i, tight);
    for (int i = 0; i < table->column_count;) {
        float part = share_of(table, i, tight);
        width[i] = settled[i] ? need[i] : room * part / shares;
        if (width[i] >= need[i]) {
            i++;
            continue;
        }
        settled[i] = true;
        room -= need[i];
        shares -= part;
        i = 0; /* less is left for those before it, too */
    }
}

static void scale(const struct report_table *table, float need[], float by, bool words_only) {
    for (int i = 0; i < table->column_count && by < 1; i++)
        if (!words_only || table->column[i].content == CONTENT_TEXT)
            need[i] *= by;
}

/* Where the page is too narrow for what is needed, words break before numbers do. */
static void squeeze(const struct report_table *table, float need[], float width) {
    enum { REST, WORDS, KINDS };
    float sum[KINDS] = {0}, part = 1;
    for (int i = 0; i < table->column_count; i++)
        sum[table->column[i].content == CONTENT_TEXT ? WORDS : REST] += need[i];
    if (sum[REST] + sum[WORDS] > width && sum[WORDS] > 0)
        part = more((width - sum[REST]) / sum[WORDS], WORDS_KEEP);
    scale(table, need, part, true);
    scale(table, need, width / (sum[REST] + part * sum[WORDS]), false);
}

struct pdf_columns pdf_columns_share(const struct pdf *pdf, const struct report_table *table) {
    struct pdf_columns columns = {.size = SIZE_MOST};
    float need[REPORT_COLUMNS_MAX] = {0}, ems = 0;
    float room = PDF_INSIDE * (table->chart < 0 ? 1 : 1 - BARS_LEAST);
    float padding = 2 * PDF_PADDING * (float)table->column_count;
    measure(pdf, table, need);
    for (int i = 0; i < table->column_count; i++)
        ems += need[i];
    if (table->column_count > EASY_COLUMNS)
        columns.size -= SIZE_STEP * (float)(table->column_count - EASY_COLUMNS);
    if (columns.size * ems > room - padding)
        columns.size = (room - padding) / ems;
    columns.size = more(columns.size, SIZE_LEAST);
    for (int i = 0; i < table->column_count; i++)
        need[i] = need[i] * columns.size + 2 * PDF_PADDING;
    float needed = columns.size * ems + padding, width = table_width(table, needed);
    bool tight = columns.size <= SIZE_LEAST && needed > TIGHT_FROM * width && has_words(table);
    squeeze(table, need, width);
    share(table, need, width, tight, columns.width);
    columns.bars = table->chart < 0 ? 0 : PDF_INSIDE - width;
    return columns;
}
