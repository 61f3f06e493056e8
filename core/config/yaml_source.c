#include "config/yaml_source.h"
#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"
#include "config/yaml_reader.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Bytes are handed over in small blocks, so that the run is known closely: beside the text that is being
 * buffered it holds what of two blocks was read before it and after it. A comment costs no memory, but only
 * the parser knows whether a line is one (in a block scalar it is text), so comments have a bound as well. */
enum {
    BLOCK = 4096,
    RUN_OF_TEXT_MAX = YAML_SCALAR_MAX + 2 * BLOCK,
    RUN_MAX = 16 * YAML_SCALAR_MAX,
};

static void problem(struct yaml_source *source, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void problem(struct yaml_source *source, const char *format, ...) {
    va_list args;
    va_start(args, format);
    problems_add(source->problems, source->at, format, args);
    va_end(args);
}

bool yaml_source_open(struct yaml_source *source, const struct yaml_input *input, struct problems *problems) {
    *source = (struct yaml_source){.fd = -1,
                                   .data = input->data,
                                   .left = input->length,
                                   .at = {.line = 1, .column = 1},
                                   .problems = problems};
    if (!input->path)
        return true;
    struct err err;
    source->fd = file_open(input->path, YAML_FILE_MAX, &err);
    if (source->fd < 0)
        problem(source, "%s", err.text);
    return source->fd >= 0;
}

void yaml_source_close(struct yaml_source *source) {
    if (source->fd >= 0)
        close(source->fd);
    source->fd = -1;
}

void yaml_source_mark(struct yaml_source *source) {
    source->run = 0;
    source->run_of_text = 0;
}

static bool pull(struct yaml_source *source, char *out, size_t size, size_t *got) {
    if (source->fd < 0) {
        *got = size < source->left ? size : source->left;
        if (*got)
            memcpy(out, source->data, *got);
        source->data += *got;
        source->left -= *got;
        return true;
    }
    ssize_t done;
    do
        done = read(source->fd, out, size);
    while (done < 0 && errno == EINTR);
    *got = done < 0 ? 0 : (size_t)done;
    if (done >= 0)
        return true;
    struct err err;
    err_system(&err, errno, "tidak dapat membaca berkas");
    problem(source, "%s", err.text);
    return false;
}

/* A byte-order mark tells nothing in UTF-8 and is left out; those of UTF-16 are refused by name. */
static bool begin(struct yaml_source *source, const char *bytes, size_t length, size_t *skip) {
    source->begun = true;
    *skip = length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    bool wide = length >= 2 && (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2));
    if (wide)
        problem(source, "berkas ini UTF-16; simpan ulang sebagai UTF-8");
    return !wide;
}

/* Most of any file; the loop over the rest costs more. */
static size_t plain_length(const char *text, size_t length) {
    size_t plain = 0;
    while (plain < length && text[plain] >= ' ' && text[plain] <= '~')
        plain++;
    return plain;
}

static bool is_layout(char byte) {
    return byte == '\n' || byte == '\r' || byte == '\t';
}

/* One character at `text`: its size, or 0 when the bytes are no character. *keep: the parser may have it. */
static size_t character(struct yaml_source *source, const char *text, size_t length, bool *keep) {
    uint32_t point;
    struct err err;
    size_t size = utf8_decode(text, length, &point);
    *keep = size && (is_layout(*text) || text_accept(text, size, size, &err));
    if (size && !*keep)
        problem(source, "karakter U+%04X tidak boleh dipakai; hapus", (unsigned)point);
    return size;
}

/* Moves what the parser may have to the front of `text`, up to bytes that are no character, and returns its
 * length; *length is reduced to what was looked at. */
static size_t clean(struct yaml_source *source, char *text, size_t *length) {
    size_t in = 0;
    size_t out = 0;
    while (in < *length) {
        bool keep = true;
        bool next_line = text[in] == '\n';
        size_t plain = plain_length(text + in, *length - in);
        size_t size = plain ? plain : character(source, text + in, *length - in, &keep);
        if (!size)
            break;
        if (keep && out != in)
            memmove(text + out, text + in, size);
        in += size;
        out += keep ? size : 0;
        source->at.line += next_line;
        source->at.column = next_line ? 1 : source->at.column + (plain ? (int)plain : 1);
    }
    *length = in;
    return out;
}

static void count(struct yaml_source *source, const char *text, size_t length) {
    source->run += length;
    while (length) {
        const char *end = memchr(text, '\n', length);
        size_t size = end ? (size_t)(end - text) + 1 : length;
        size_t blank = 0;
        while (source->line == LINE_BEGIN && blank < size && (text[blank] == ' ' || text[blank] == '\t'))
            blank++;
        if (source->line == LINE_BEGIN && blank < size)
            source->line = text[blank] == '#' ? LINE_COMMENT : LINE_TEXT;
        if (source->line != LINE_COMMENT)
            source->run_of_text += size;
        if (end)
            source->line = LINE_BEGIN;
        text += size;
        length -= size;
    }
}

/* Clean text for `block`, none only at the end of the input or on failure. */
static size_t fill(struct yaml_source *source, char *block, size_t size) {
    size_t got = 1;
    size_t length = 0;
    while (got && !length && !source->failed && !problems_full(source->problems)) {
        size_t carried = source->carried_length;
        size_t skip = 0;
        memcpy(block, source->carried, carried);
        source->failed = !pull(source, block + carried, size - carried, &got) ||
                         (!source->begun && !begin(source, block, got, &skip));
        if (source->failed)
            break;
        size_t total = carried + got - skip;
        memmove(block, block + skip, total);
        size_t seen = total;
        length = clean(source, block, &seen);
        size_t rest = total - seen;
        bool cut = got && rest < sizeof source->carried;
        if (rest && !cut) {
            problem(source, "bukan UTF-8 yang sah; simpan ulang sebagai UTF-8");
            source->failed = true;
            break;
        }
        memcpy(source->carried, block + seen, rest);
        source->carried_length = rest;
    }
    return length;
}

int yaml_source_read(void *context, unsigned char *buffer, size_t size, size_t *length) {
    struct yaml_source *source = context;
    *length = 0;
    if (source->failed)
        return 0;
    *length = fill(source, (char *)buffer, size < BLOCK ? size : BLOCK);
    count(source, (const char *)buffer, *length);
    source->too_long = source->run_of_text > RUN_OF_TEXT_MAX || source->run > RUN_MAX;
    source->failed |= source->too_long || problems_full(source->problems);
    return !source->too_long && (*length || !source->failed);
}
