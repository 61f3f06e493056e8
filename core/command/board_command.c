/* status */
#include "command/commands.h"
#include "command/printout.h"
#include "model/review.h"
#include <stdio.h>
#include <stdlib.h>

/* A bidang's quarter, or the sum of them: that has neither state nor average, since bidang of unequal size are not thrown
 * together. */
struct board_line {
    const struct unit *unit; /* NULL: the sum */
    struct review review;
};

/* ---- cells ---- */

static void put_progress(struct cell *cell, const struct tally *tally) {
    buf_printf(&cell->text, "%d/%d (%d tidak diukur)", tally->filled, tally->takes_value, tally->unmeasured);
}

static void put_documents(struct cell *cell, const struct tally *tally) {
    buf_printf(&cell->text, "%d/%d", tally->required_attached, tally->required);
    if (tally->required_promised)
        buf_printf(&cell->text, " (%d menyusul)", tally->required_promised);
}

static void put_mean(struct cell *cell, const struct board_line *line) {
    int count;
    const struct figure average = average_all(&line->review.tally.average, &count);
    if (!line->unit)
        return;
    if (count)
        cell_figure(cell, average, 2);
    if (count && !cell->machine)
        buf_printf(&cell->text, " dari %d indikator", count);
    else if (!cell->machine)
        cell_text(cell, "-");
}

static int averaged(const struct board_line *line) {
    int count;
    average_all(&line->review.tally.average, &count);
    return count;
}

/* Absent while it was never handed in. */
static struct date first_day(const struct cell *cell, const struct board_line *line) {
    int64_t at = line->review.submission.first_at;
    return at ? clock_date(at, cell->context->config.zone) : (struct date){0};
}

static struct date deadline(const struct cell *cell) {
    return config_deadline(&cell->context->config, cell->context->quarter);
}

static void put_days_late(struct cell *cell, struct date first) {
    int left = first.year ? deadline_days_left(deadline(cell), first) : 0;
    if (first.year)
        cell_count(cell, left < 0 ? -left : 0);
}

#define LINE struct board_line *line
CELL(put_unit, LINE, cell_text(cell, line->unit ? line->unit->code : "Jumlah"))
CELL(put_quarter, LINE, ((void)line, cell_quarter(cell, cell->context->quarter)))
CELL(put_filled, LINE, cell_count(cell, line->review.tally.filled))
CELL(put_takes_value, LINE, cell_count(cell, line->review.tally.takes_value))
CELL(put_unmeasured, LINE, cell_count(cell, line->review.tally.unmeasured))
CELL(put_filling, LINE, put_progress(cell, &line->review.tally))
CELL(put_attached, LINE, cell_count(cell, line->review.tally.required_attached))
CELL(put_required, LINE, cell_count(cell, line->review.tally.required))
CELL(put_evidence, LINE, put_documents(cell, &line->review.tally))
CELL(put_state, LINE, line->unit ? cell_term(cell, &entry_state_words.term[line->review.state]) : (void)0)
CELL(put_average, LINE, put_mean(cell, line))
CELL(put_averaged, LINE, cell_count(cell, averaged(line)))
CELL(put_deadline, LINE, ((void)line, cell_day(cell, deadline(cell))))
CELL(put_first, LINE, cell_day(cell, first_day(cell, line)))
CELL(put_late, LINE, put_days_late(cell, first_day(cell, line)))

#define COUNT(function) .kind = COLUMN_WHOLE, .put = function

static const struct column columns[] = {
    {.name = "bidang", .title = "Bidang", .share = 1, .put = put_unit},
    {.name = "triwulan", .put = put_quarter},
    {.title = "Terisi", .put = put_filling},
    {.name = "terisi", COUNT(put_filled)},
    {.name = "wajib_diisi", COUNT(put_takes_value)},
    {.name = "tidak_diukur", COUNT(put_unmeasured)},
    {.title = "Bukti", .put = put_evidence},
    {.name = "bukti", COUNT(put_attached)},
    {.name = "bukti_wajib", COUNT(put_required)},
    {.name = "status", .title = "Status", .put = put_state},
    {.name = "rata_rata", .kind = COLUMN_DECIMAL, .title = "Rata-rata", .put = put_average},
    {.name = "dari_indikator", COUNT(put_averaged)},
    {.name = "batas_kirim", .put = put_deadline},
    {.name = "diajukan_pertama", .put = put_first},
    {.name = "terlambat_hari", .kind = COLUMN_DECIMAL, .put = put_late},
};

/* ---- the board ---- */

/* On its way: the sum counts the rows of the bidang that are shown. */
struct board {
    const struct context *context;
    const struct records *records;
    struct board_line sum;
    int shown;
};

static bool add_to_sum(void *data, const struct row *row, finding_set findings) {
    struct board *board = data;
    (void)findings;
    tally_add(&board->sum.review.tally, row, &board->context->config.rules);
    return true;
}

static void put_units(struct board *board, struct printout *printout) {
    const struct context *context = board->context;
    const struct review_call call = {.each = add_to_sum, .context = board};
    for (int i = 0; i < context->config.unit_count; i++) {
        struct board_line line = {.unit = &context->config.unit[i]};
        if (!context_shows(context, line.unit))
            continue;
        review_of(board->records, line.unit, context->quarter, &call, &line.review);
        printout_put(printout, &line);
        board->shown++;
    }
    if (!printout->machine && !context->unit && board->shown != 1)
        printout_put(printout, &board->sum);
}

static void print_deadline(const struct context *context) {
    char date[CLOCK_TEXT_MAX];
    struct date deadline = config_deadline(&context->config, context->quarter);
    struct date today = office_facts(context->office).asker.today;
    int left = deadline_days_left(deadline, today);
    date_print_long(deadline, date);
    printf("Batas kirim %s, ", date);
    if (date_compare(today, quarter_opens(context->quarter)) < 0)
        puts("belum waktunya");
    else if (left == 0)
        puts("hari terakhir");
    else
        printf("%s %d hari\n", left > 0 ? "sisa" : "terlambat", abs(left));
}

static void print_basis(const struct rules *rules) {
    char basis[ERR_TEXT_MAX];
    rules_print_basis(rules, basis, sizeof basis);
    printf("Rata-rata per tingkat, lalu antar tingkat; %s\n", basis);
}

static bool print_board(const struct context *context, const struct records *records, struct err *err) {
    struct board board = {.context = context, .records = records};
    struct printout printout;
    printout_begin(&printout, context, columns, sizeof columns / sizeof *columns, err);
    put_units(&board, &printout);
    bool table = !printout.machine;
    if (table) {
        context_print_heading(context, "STATUS");
        print_deadline(context);
    }
    bool done = printout_end(&printout);
    if (table)
        print_basis(&context->config.rules);
    context_print_orphans(records, table ? stdout : stderr);
    return done;
}

/* Whoever reads all is told of codes that are in no catalogue any more, of whatever year and kind. */
bool command_board(struct context *context, const struct args *args, struct err *err) {
    struct reading reading;
    bool all = !context->unit && person_reads_drafts(context_person(context), NULL);
    (void)args;
    bool done = (all ? context_read_all(context, KINDS_ALL, &reading, err)
                     : context_read(context, context->unit, KINDS_REVIEW, &reading, err)) &&
                print_board(context, &reading.records, err);
    reading_release(&reading);
    return done;
}
