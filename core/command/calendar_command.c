/* jadwal */
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include "view/calendar.h"
#include <string.h>

enum { COLUMNS = 5 };
static const struct export_column columns[COLUMNS] = {
    {"triwulan", EXPORT_TEXT}, {"acara", EXPORT_TEXT},   {"tanggal", EXPORT_TEXT},
    {"sisa", EXPORT_TEXT},     {"terjadi", EXPORT_TEXT},
};
static const struct sheet_column sheet_columns[COLUMNS] = {
    {.title = "Triwulan"},
    {.title = "Acara"},
    {.title = "Tanggal"},
    {.title = "Sisa"},
    {.title = "Terjadi", .share = 1},
};

struct calendar_listing {
    const struct context *context;
    bool exported;
    struct sheet sheet;
    struct export export;
};

static bool put_line(void *data, const struct calendar_line *line) {
    struct calendar_listing *listing = data;
    char quarter[QUARTER_TEXT_MAX], due[CLOCK_TEXT_MAX] = "", left[32];
    const char *const cell[COLUMNS] = {quarter, line->what, due, left, line->happened};
    quarter_print(line->quarter, quarter);
    if (line->due.year)
        (listing->exported ? date_print_iso : date_print_short)(line->due, due);
    calendar_left_print(line, office_today(listing->context->office), left, sizeof left);
    for (int i = 0; i < COLUMNS; i++)
        if (listing->exported)
            export_cell(&listing->export, cell[i]);
        else
            sheet_cell(&listing->sheet, cell[i]);
    return true;
}

bool command_calendar(struct context *context, const struct args *args, struct err *err) {
    const char *format = context_format(context, "tabel");
    struct calendar_listing listing = {.context = context, .exported = strcmp(format, "tabel") != 0};
    (void)args;
    if (listing.exported)
        export_begin(&listing.export, columns, COLUMNS, strcmp(format, "json") == 0, err);
    else
        sheet_init(&listing.sheet, sheet_columns, COLUMNS);
    bool done =
        office_calendar(context->office, context->unit, context->quarter.year, put_line, &listing, err);
    if (listing.exported)
        return export_end(&listing.export) && done;
    if (done)
        sheet_print(&listing.sheet);
    sheet_release(&listing.sheet);
    return done;
}
