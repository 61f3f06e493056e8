#include "command/samples.h"
#include "base/csv.h"
#include "base/file.h"
#include "command/attach.h"
#include "command/import.h"
#include <string.h>

enum { EVIDENCE_BYTES_MAX = 4 * 1024 * 1024 };

/* The columns of bukti.csv. */
enum column {
    COLUMN_CODE,
    COLUMN_QUARTER,
    COLUMN_KIND,
    COLUMN_TITLE,
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_PLACE,
    COLUMN_COUNT
};

static bool attach_row(struct context *context, const struct csv_reader *reader, struct err *err) {
    const char *const *field = reader->field;
    struct attachment attachment = {
        .kind = field[COLUMN_KIND],
        .title = field[COLUMN_TITLE],
        .number = field[COLUMN_NUMBER],
        .date = field[COLUMN_DATE],
        .place = field[COLUMN_PLACE],
    };
    struct record added;
    if (!quarter_parse(field[COLUMN_QUARTER], &attachment.quarter))
        return err_set(err, ERR_INVALID, "triwulan \"%s\" tidak sah", field[COLUMN_QUARTER]);
    attachment.indicator = context_indicator_in(context, attachment.quarter, field[COLUMN_CODE], err);
    return attachment.indicator && attachment_add(context->office, &attachment, &added, err);
}

static bool attach_rows(struct context *context, const char *path, const struct buf *data, struct err *err) {
    struct csv_reader reader;
    csv_reader_init(&reader, buf_string(data), data->length);
    bool heading = csv_reader_next(&reader, err);
    bool good = true;
    while (heading && good && csv_reader_next(&reader, err))
        good = reader.count == COLUMN_COUNT ? attach_row(context, &reader, err)
                                            : err_set(err, ERR_INVALID, "perlu %d kolom", COLUMN_COUNT);
    good = good && err->kind == ERR_NONE;
    if (!good)
        err_prefix(err, "%s:%d", path, reader.line);
    csv_reader_release(&reader);
    return good;
}

bool samples_fill(struct context *context, const char *directory, struct err *err) {
    struct buf path = {0};
    struct buf data = {0};
    struct import_counts counts;
    struct context whole = *context; /* each row in its own quarter, whichever was asked for */
    whole.globals.quarter = NULL;
    buf_printf(&path, "%s/isian.csv", directory);
    bool filled = import_file(&whole, buf_string(&path), false, &counts, err);
    buf_clear(&path);
    buf_printf(&path, "%s/bukti.csv", directory);
    filled = filled && file_read(buf_string(&path), EVIDENCE_BYTES_MAX, &data, err) &&
             attach_rows(context, buf_string(&path), &data, err);
    buf_release(&data);
    buf_release(&path);
    return filled || err_prefix(err, "contoh tidak dapat dimuat");
}
