#include "report/pack.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include <string.h>

static const uint32_t MARK = 0x54574C02; /* "TWL", version 2 */
enum { COLUMN_WIDTH_MAX = 132, ROW_LINES_MAX = 16 };

/* What structs hold, for both directions. */
enum packed_kind { PACKED_TEXT, PACKED_INT, PACKED_BOOL, PACKED_DECIMAL };

struct packed {
    size_t offset;
    enum packed_kind kind;
    int min, max; /* of an INT */
};

#define FIELD(type, name, kind, ...)                                                                         \
    { offsetof(struct type, name), PACKED_##kind, __VA_ARGS__ }
#define FIELDS(table) table, sizeof(table) / sizeof *(table)

static const struct packed column_fields[] = {
    FIELD(report_column, title, TEXT, 0, 0),
    FIELD(report_column, content, INT, CONTENT_TEXT, CONTENT_PERCENT),
    FIELD(report_column, width, INT, 0, COLUMN_WIDTH_MAX),
    FIELD(report_column, below, BOOL, 0, 0),
};
static const struct packed row_fields[] = {
    FIELD(report_row, kind, INT, REPORT_DATA, REPORT_TOTAL),
    FIELD(report_row, counts, BOOL, 0, 0),
    FIELD(report_row, mean.column, INT, -1, REPORT_COLUMNS_MAX - 1),
    FIELD(report_row, mean.first, INT, 0, INT32_MAX),
    FIELD(report_row, mean.across, BOOL, 0, 0),
};
static const struct packed number_fields[] = {
    FIELD(report_cell, value, DECIMAL, 0, 0),
    FIELD(report_cell, places, INT, 0, DECIMAL_PLACES),
};
static const struct packed text_fields[] = {FIELD(report_cell, text, TEXT, 0, 0)};
static const struct packed fact_fields[] = {
    FIELD(report_fact, label, TEXT, 0, 0),
    FIELD(report_fact, value, TEXT, 0, 0),
};
static const struct packed signature_fields[] = {
    FIELD(report_signature, caption, TEXT, 0, 0), FIELD(report_signature, position, TEXT, 0, 0),
    FIELD(report_signature, name, TEXT, 0, 0),    FIELD(report_signature, rank, TEXT, 0, 0),
    FIELD(report_signature, nip, TEXT, 0, 0),
};
static const struct packed report_fields[] = {
    FIELD(report, name, TEXT, 0, 0),
    FIELD(report, draft, TEXT, 0, 0),
    FIELD(report, marks, TEXT, 0, 0),
    FIELD(report, cap.capped, BOOL, 0, 0),
    FIELD(report, cap.limit, DECIMAL, 0, 0),
    FIELD(report, bands.count, INT, 0, BANDS_MAX),
    FIELD(report, fact_count, INT, 0, REPORT_LINES_MAX),
    FIELD(report, signature_count, INT, 0, REPORT_SIGNATURES_MAX),
};

/* ---- packing ---- */

static void put_text(struct buf *out, const char *text) {
    size_t length = strlen(text);
    if (length > UINT16_MAX) {
        length = UINT16_MAX;
        while ((text[length] & 0xC0) == 0x80)
            length--;
    }
    buf_u16(out, (uint16_t)length);
    buf_put(out, text, length);
}

static void put_int(struct buf *out, int value) {
    buf_u32(out, (uint32_t)value);
}

static void put(struct buf *out, const void *from, const struct packed *field, size_t count) {
    for (const struct packed *end = field + count; field < end; field++) {
        const void *at = (const char *)from + field->offset;
        switch (field->kind) {
        case PACKED_TEXT:
            put_text(out, *(const char *const *)at);
            break;
        case PACKED_INT:
            put_int(out, *(const int *)at);
            break;
        case PACKED_BOOL:
            buf_byte(out, *(const bool *)at);
            break;
        case PACKED_DECIMAL:
            buf_u64(out, (uint64_t)((const struct decimal *)at)->units);
            break;
        }
    }
}

static void put_lines(struct buf *out, const char *const line[REPORT_LINES_MAX]) {
    uint8_t count = 0;
    while (count < REPORT_LINES_MAX && line[count])
        count++;
    buf_byte(out, count);
    for (int i = 0; i < count; i++)
        put_text(out, line[i]);
}

static void put_cell(struct buf *out, const struct report_cell *cell) {
    buf_byte(out, (uint8_t)cell->kind);
    if (cell->kind == CELL_TEXT)
        put(out, cell, FIELDS(text_fields));
    if (cell->kind == CELL_NUMBER)
        put(out, cell, FIELDS(number_fields));
}

static void put_table(struct buf *out, const struct report_table *table) {
    put_int(out, table->column_count);
    for (int i = 0; i < table->column_count; i++)
        put(out, &table->column[i], FIELDS(column_fields));
    put_int(out, table->lines);
    put_int(out, table->chart);
    put_int(out, table->row.count);
    for (int i = 0; i < table->row.count; i++) {
        const struct report_row *row = report_row_at(table, i);
        put(out, row, FIELDS(row_fields));
        for (int k = 0; k < table->column_count; k++)
            put_cell(out, &row->cell[k]);
    }
}

void report_pack(const struct report *report, struct buf *out) {
    buf_u32(out, MARK);
    put(out, report, FIELDS(report_fields));
    put_lines(out, report->letterhead);
    put_lines(out, report->title);
    for (int i = 0; i < report->bands.count; i++) {
        put_text(out, report->bands.band[i].name);
        buf_u64(out, (uint64_t)report->bands.band[i].from.units);
    }
    for (int i = 0; i < report->fact_count; i++)
        put(out, &report->fact[i], FIELDS(fact_fields));
    for (int i = 0; i < report->signature_count; i++)
        put(out, &report->signature[i], FIELDS(signature_fields));
    put_int(out, report->part.count);
    for (int i = 0; i < report->part.count; i++) {
        const struct report_part *part = report_part_at(report, i);
        buf_byte(out, (uint8_t)part->kind);
        if (part->kind == PART_TABLE)
            put_table(out, part->table);
        else
            put_text(out, part->text);
    }
}

/* ---- unpacking ---- */

/* After a failure everything read is 0 or "", so that a loop ends as soon as it looks at `bytes.failed`. */
struct unpacking {
    struct bytes bytes;
    struct report *report;
};

static void must(struct unpacking *in, bool holds) {
    if (!holds)
        in->bytes.failed = true;
}

static int get_within(struct unpacking *in, int value, int min, int max) {
    must(in, value >= min && value <= max);
    return value < min || value > max ? min : value;
}

static int get_int(struct unpacking *in, int min, int max) {
    return get_within(in, (int)(int32_t)bytes_u32(&in->bytes), min, max);
}

static int get_byte(struct unpacking *in, int max) {
    return get_within(in, bytes_u8(&in->bytes), 0, max);
}

static struct decimal get_decimal(struct unpacking *in) {
    struct decimal value = {(int64_t)bytes_u64(&in->bytes)};
    must(in, value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX);
    return value;
}

static bool is_utf8(const char *text) {
    uint32_t point;
    for (size_t left = strlen(text), size; left; text += size, left -= size)
        if (!(size = utf8_decode(text, left, &point)))
            return false;
    return true;
}

static const char *get_text(struct unpacking *in) {
    char text[UINT16_MAX + 1];
    bytes_sized_text(&in->bytes, text, sizeof text);
    must(in, is_utf8(text));
    return report_keep(in->report, text);
}

static void get(struct unpacking *in, void *to, const struct packed *field, size_t count) {
    for (const struct packed *end = field + count; field < end; field++) {
        void *at = (char *)to + field->offset;
        switch (field->kind) {
        case PACKED_TEXT:
            *(const char **)at = get_text(in);
            break;
        case PACKED_INT:
            *(int *)at = get_int(in, field->min, field->max);
            break;
        case PACKED_BOOL:
            *(bool *)at = get_byte(in, true);
            break;
        case PACKED_DECIMAL:
            *(struct decimal *)at = get_decimal(in);
            break;
        }
    }
}

static void get_lines(struct unpacking *in, const char *line[REPORT_LINES_MAX]) {
    int count = get_byte(in, REPORT_LINES_MAX);
    for (int i = 0; i < count; i++)
        line[i] = get_text(in);
}

static void get_bands(struct unpacking *in, struct bands *bands) {
    for (int i = 0; i < bands->count; i++) {
        bytes_sized_text(&in->bytes, bands->band[i].name, BAND_NAME_MAX);
        must(in, is_utf8(bands->band[i].name));
        bands->band[i].from = get_decimal(in);
    }
}

static void get_cell(struct unpacking *in, struct report_cell *cell) {
    cell->kind = (enum cell_kind)get_byte(in, CELL_NUMBER);
    if (cell->kind == CELL_TEXT)
        get(in, cell, FIELDS(text_fields));
    if (cell->kind == CELL_NUMBER)
        get(in, cell, FIELDS(number_fields));
}

static void get_row(struct unpacking *in, struct report_table *table) {
    struct report_row row = {0};
    get(in, &row, FIELDS(row_fields));
    must(in, row.mean.column < table->column_count && row.mean.first <= table->row.count);
    struct report_cell *cell = report_add_row(in->report, table, row.kind);
    report_last_row(table)->counts = row.counts;
    report_last_row(table)->mean = row.mean;
    for (int i = 0; i < table->column_count; i++)
        get_cell(in, &cell[i]);
}

static void get_table(struct unpacking *in) {
    int columns = get_int(in, 1, REPORT_COLUMNS_MAX);
    struct report_column *column = arena_alloc(&in->report->arena, (size_t)columns, sizeof *column);
    for (int i = 0; i < columns; i++)
        get(in, &column[i], FIELDS(column_fields));
    struct report_table *table = report_add_table(in->report, column, columns);
    table->lines = get_int(in, 1, ROW_LINES_MAX);
    table->chart = get_int(in, -1, columns - 1);
    int rows = get_int(in, 0, INT32_MAX);
    for (int i = 0; i < rows && !in->bytes.failed; i++)
        get_row(in, table);
}

static void get_parts(struct unpacking *in) {
    int parts = get_int(in, 0, INT32_MAX);
    for (int i = 0; i < parts && !in->bytes.failed; i++) {
        enum report_part_kind kind = (enum report_part_kind)get_byte(in, PART_SIGNATURES);
        if (kind == PART_TABLE)
            get_table(in);
        else
            report_add(in->report, kind, get_text(in));
    }
}

bool report_unpack(const void *data, size_t length, struct report *report, struct err *err) {
    struct unpacking in = {bytes_from(data, length), report};
    if (bytes_u32(&in.bytes) != MARK)
        return err_set(err, ERR_UNSUPPORTED,
                       "yang diterima bukan laporan dari triwulan versi ini; pasang ulang keduanya");
    report_init(report, "");
    get(&in, report, FIELDS(report_fields));
    get_lines(&in, report->letterhead);
    get_lines(&in, report->title);
    get_bands(&in, &report->bands);
    for (int i = 0; i < report->fact_count; i++)
        get(&in, &report->fact[i], FIELDS(fact_fields));
    for (int i = 0; i < report->signature_count; i++)
        get(&in, &report->signature[i], FIELDS(signature_fields));
    get_parts(&in);
    if (bytes_done(&in.bytes))
        return true;
    report_release(report);
    return err_set(err, ERR_CORRUPT, "laporan yang diterima rusak atau terpotong; buat laporan sekali lagi");
}
