/* The CSV reader on any bytes, and the writer against the reader. */
#include "base/csv.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

static void check_row(const struct csv_reader *reader, const char *data, size_t size, int previous_line) {
    must(reader->count >= 1 && reader->count <= CSV_FIELDS_MAX);
    must(reader->line > previous_line && reader->next_line >= reader->line);
    must(reader->at >= data && reader->at + reader->left == data + size);
    const char *end = reader->text.data;
    for (int i = 0; i < reader->count; i++) {
        must(reader->field[i] == end);
        size_t length = strlen(reader->field[i]);
        must(length <= CSV_FIELD_BYTES_MAX);
        end += length + 1;
    }
    must(end == reader->text.data + reader->text.length);
}

/* What csv_put_text makes of a text: the same, with an apostrophe before a formula. */
static void check_same(const char *field, const char *text) {
    if (text[0] && strchr("=+-@\t\r", text[0]))
        must(*field++ == '\'');
    must(!strcmp(field, text));
}

/* A field stands before the first, since a row of one empty field is an empty line. */
static void check_written_row(const struct csv_reader *row) {
    if (row->count == CSV_FIELDS_MAX || row->text.length > CSV_FIELD_BYTES_MAX)
        return; /* no room for that field, or for an apostrophe */
    struct buf out = {0};
    struct csv_reader again;
    struct err err;
    buf_text(&out, "kode");
    for (int i = 0; i < row->count; i++) {
        buf_byte(&out, ',');
        csv_put_text(&out, row->field[i]);
    }
    buf_text(&out, "\r\n");
    csv_reader_init(&again, out.data, out.length);
    must(again.separator == ',');
    must(csv_reader_next(&again, &err));
    must(again.count == row->count + 1);
    for (int i = 0; i < row->count; i++)
        check_same(again.field[i + 1], row->field[i]);
    must(!csv_reader_next(&again, &err) && err.kind == ERR_NONE);
    csv_reader_release(&again);
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct csv_reader reader;
    struct err err;
    const char *text = (const char *)data;
    int previous_line = 0;
    csv_reader_init(&reader, text, size);
    must(reader.separator && strchr(",;\t", reader.separator));
    while (csv_reader_next(&reader, &err)) {
        check_row(&reader, text, size, previous_line);
        check_written_row(&reader);
        previous_line = reader.line;
    }
    must(err.kind == ERR_NONE || (err.kind == ERR_INVALID && strstr(err.text, "baris ")));
    must(reader.left == 0);
    csv_reader_release(&reader);
    return 0;
}
