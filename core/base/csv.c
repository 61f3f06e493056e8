#include "base/csv.h"
#include <string.h>

/* Semicolons and tabs are quoted too, so that no reader can take one for the separator. */
void csv_put_text(struct buf *out, const char *text) {
    bool formula = text[0] && strchr("=+-@\t\r", text[0]);
    bool quoted = strpbrk(text, ",;\t\"\r\n");
    if (quoted)
        buf_byte(out, '"');
    if (formula)
        buf_byte(out, '\'');
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        buf_put(out, text, (size_t)(quote - text));
        buf_text(out, "\"\"");
    }
    buf_text(out, text);
    if (quoted)
        buf_byte(out, '"');
}

static void advance(struct csv_reader *reader, size_t bytes) {
    reader->at += bytes;
    reader->left -= bytes;
}

static bool next_is(const struct csv_reader *reader, char byte) {
    return reader->left && *reader->at == byte;
}

/* The size of the line break that comes next, 0 without one. */
static size_t line_break(const struct csv_reader *reader) {
    if (next_is(reader, '\n'))
        return 1;
    return reader->left >= 2 && !memcmp(reader->at, "\r\n", 2) ? 2 : 0;
}

/* The separator that the first line holds most often outside quotes. */
static char find_separator(const char *data, size_t length) {
    static const char separators[] = ",;\t";
    size_t count[sizeof separators] = {0};
    bool quoted = false;
    for (size_t i = 0; i < length && (quoted || data[i] != '\n'); i++) {
        if (data[i] == '"')
            quoted = !quoted;
        const char *found = quoted ? NULL : memchr(separators, data[i], sizeof separators - 1);
        if (found)
            count[found - separators]++;
    }
    size_t most = 0;
    for (size_t i = 1; i < sizeof separators - 1; i++)
        if (count[i] > count[most])
            most = i;
    return separators[most];
}

void csv_reader_init(struct csv_reader *reader, const char *data, size_t length) {
    static const char mark[] = "\xEF\xBB\xBF";
    *reader = (struct csv_reader){.at = data, .left = length, .next_line = 1};
    if (length >= 3 && !memcmp(data, mark, 3))
        advance(reader, 3);
    reader->separator = find_separator(reader->at, reader->left);
}

void csv_reader_release(struct csv_reader *reader) {
    buf_release(&reader->text);
    *reader = (struct csv_reader){0};
}

/* What follows a fault cannot be told apart into rows: it is given up. */
static bool fault(struct csv_reader *reader, struct err *err, const char *what) {
    reader->fault = reader->count;
    reader->count = 0;
    reader->left = 0;
    return err_set(err, ERR_INVALID, "baris %d: %s", reader->line, what);
}

static bool read_quoted(struct csv_reader *reader, struct err *err) {
    do {
        advance(reader, 1);
        const char *quote = reader->left ? memchr(reader->at, '"', reader->left) : NULL;
        if (!quote)
            return fault(reader, err, "tanda kutip tidak ditutup; tambahkan kutip penutup");
        size_t length = (size_t)(quote - reader->at);
        for (size_t i = 0; i < length; i++)
            reader->next_line += reader->at[i] == '\n';
        buf_put(&reader->text, reader->at, length);
        advance(reader, length + 1);
        if (next_is(reader, '"'))
            buf_byte(&reader->text, '"');
    } while (next_is(reader, '"'));
    if (reader->left && !next_is(reader, reader->separator) && !line_break(reader))
        return fault(reader, err, "ada teks di belakang kutip penutup; tulis kutip di dalam teks dua kali");
    return true;
}

static void read_plain(struct csv_reader *reader) {
    const char *start = reader->at;
    while (reader->left && !next_is(reader, reader->separator) && !line_break(reader))
        advance(reader, 1);
    buf_put(&reader->text, start, (size_t)(reader->at - start));
}

static bool read_field(struct csv_reader *reader, struct err *err) {
    size_t start = reader->text.length;
    if (!next_is(reader, '"'))
        read_plain(reader);
    else if (!read_quoted(reader, err))
        return false;
    size_t length = reader->text.length - start;
    if (length > CSV_FIELD_BYTES_MAX)
        return fault(reader, err, "isi kolom terlalu panjang, paling banyak 65536 byte; pendekkan");
    if (memchr(buf_string(&reader->text) + start, '\0', length))
        return fault(reader, err, "ada byte NUL; simpan ulang sebagai CSV UTF-8");
    buf_byte(&reader->text, '\0');
    return true;
}

static void pass_line_break(struct csv_reader *reader) {
    reader->next_line += line_break(reader) > 0;
    advance(reader, line_break(reader));
}

bool csv_reader_next(struct csv_reader *reader, struct err *err) {
    size_t start[CSV_FIELDS_MAX];
    err->kind = ERR_NONE;
    while (line_break(reader))
        pass_line_break(reader);
    reader->count = 0;
    if (!reader->left)
        return false;
    reader->line = reader->next_line;
    buf_clear(&reader->text);
    for (bool more = true; more;) {
        if (reader->count == CSV_FIELDS_MAX)
            return fault(reader, err, "lebih dari 64 kolom; periksa tanda pemisahnya");
        start[reader->count++] = reader->text.length;
        if (!read_field(reader, err))
            return false;
        more = next_is(reader, reader->separator);
        advance(reader, more);
    }
    pass_line_break(reader);
    for (int i = 0; i < reader->count; i++)
        reader->field[i] = reader->text.data + start[i];
    return true;
}
