#include "command/export.h"
#include "base/csv.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

static void flush(struct export *export) {
    if (!export->failed && fwrite(export->out.data, 1, export->out.length, stdout) < export->out.length) {
        export->failed = true;
        err_system(export->err, errno, "keluaran tidak tertulis seluruhnya");
    }
    buf_clear(&export->out);
}

static void json_put_text(struct buf *out, const char *text) {
    buf_byte(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buf_byte(out, '\\');
        buf_byte(out, (uint8_t)*text);
    }
    buf_byte(out, '"');
}

static void put_json(struct export *export, const char *text) {
    const struct export_column *column = &export->column[export->at];
    if (export->at > 0)
        buf_byte(&export->out, ',');
    else
        buf_text(&export->out, export->another ? ",\n{" : "\n{");
    json_put_text(&export->out, column->name);
    buf_byte(&export->out, ':');
    if (*text == '\0')
        buf_text(&export->out, "null");
    else if (column->kind == EXPORT_COUNT)
        buf_text(&export->out, text);
    else
        json_put_text(&export->out, text);
}

static void put_csv(struct export *export, const char *text) {
    if (export->at > 0)
        buf_byte(&export->out, ',');
    if (export->column[export->at].kind == EXPORT_TEXT)
        csv_put_text(&export->out, text);
    else
        buf_text(&export->out, text);
}

void export_begin(struct export *export, const struct export_column *column, int count, bool json,
                  struct err *err) {
    *export = (struct export){.column = column, .count = count, .json = json, .err = err};
    if (json)
        buf_byte(&export->out, '[');
    for (int i = 0; !json && i < count; i++)
        buf_printf(&export->out, "%s%s", column[i].name, i < count - 1 ? "," : "\r\n");
}

void export_cell(struct export *export, const char *text) {
    if (export->json)
        put_json(export, text);
    else
        put_csv(export, text);
    if (++export->at < export->count)
        return;
    buf_text(&export->out, export->json ? "}" : "\r\n");
    export->at = 0;
    export->another = true;
    if (export->out.length >= BLOCK)
        flush(export);
}

void export_count(struct export *export, int count) {
    char text[16];
    snprintf(text, sizeof text, "%d", count);
    export_cell(export, text);
}

bool export_going(const struct export *export) {
    return !export->failed;
}

bool export_end(struct export *export) {
    if (export->json)
        buf_text(&export->out, "\n]\n");
    flush(export);
    buf_release(&export->out);
    return !export->failed;
}
