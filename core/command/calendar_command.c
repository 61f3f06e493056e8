/* jadwal */
#include "command/commands.h"
#include "command/printout.h"
#include "view/calendar.h"

static void put_days_left(struct cell *cell, const struct calendar_line *line) {
    char text[32];
    calendar_left_print(line, office_facts(cell->context->office).asker.today, text, sizeof text);
    cell_text(cell, text);
}

CELL(put_quarter, struct calendar_line *line, cell_quarter(cell, line->quarter))
CELL(put_what, struct calendar_line *line, cell_text(cell, line->what))
CELL(put_due, struct calendar_line *line, cell_day(cell, line->due))
CELL(put_left, struct calendar_line *line, put_days_left(cell, line))
CELL(put_happened, struct calendar_line *line, cell_text(cell, line->happened))

static const struct column columns[] = {
    {.name = "triwulan", .title = "Triwulan", .put = put_quarter},
    {.name = "acara", .title = "Acara", .put = put_what},
    {.name = "tanggal", .title = "Tanggal", .put = put_due},
    {.name = "sisa", .title = "Sisa", .put = put_left},
    {.name = "terjadi", .title = "Terjadi", .share = 1, .put = put_happened},
};

static bool put_line(void *data, const struct calendar_line *line) {
    return printout_put(data, line);
}

bool command_calendar(struct context *context, const struct args *args, struct err *err) {
    const unsigned kinds =
        1u << RECORD_SUBMISSION | 1u << RECORD_MEETING | 1u << RECORD_DOCUMENT | 1u << RECORD_HANDOVER;
    struct reading reading;
    struct printout printout;
    (void)args;
    bool done = context_read(context, context->unit, kinds, &reading, err);
    if (done) {
        printout_begin(&printout, context, columns, sizeof columns / sizeof *columns, err);
        calendar_each(&reading.records, context->unit, context->quarter.year, put_line, &printout);
        done = printout_end(&printout);
    }
    reading_release(&reading);
    return done;
}
