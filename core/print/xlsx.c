#include "base/memory.h"
#include "base/utf8.h"
#include "print/xlsx_internal.h"
#include "report/shape.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A file says when it was made; the same report must make the same file: 1 January 2000. */
static const time_t CREATED = 946684800;
enum { PARAGRAPH_LINES = 24 }; /* to a row, which cannot be higher than a page */

/* ---- running text ---- */

static void line(struct xlsx_sheet *sheet, const char *text, enum xlsx_style style) {
    xlsx_next_row(sheet, xlsx_spread(sheet, 0, sheet->span - 1, text, style));
}

/* In rows of a bounded height. */
static void paragraph(struct xlsx_sheet *sheet, const char *text, enum xlsx_style style) {
    int width = xlsx_width(sheet, 0, sheet->span - 1);
    while (*text != '\0') {
        struct buf piece = {0};
        size_t skip = 0, length = 0;
        for (int i = 0; i < PARAGRAPH_LINES && text[length + skip] != '\0'; i++) {
            length += skip;
            length += utf8_wrap(text + length, width, &skip);
        }
        buf_put(&piece, text, length);
        line(sheet, buf_string(&piece), style);
        buf_release(&piece);
        text += length + skip;
    }
}

static void facts(struct xlsx_sheet *sheet, const struct report *report) {
    for (int i = 0; i < report->fact_count; i++) {
        struct buf fact = {0};
        buf_printf(&fact, "%s: %s", report->fact[i].label, report->fact[i].value);
        line(sheet, fact.data, XLSX_FACT);
        buf_release(&fact);
    }
}

static void front(struct xlsx_sheet *sheet, const struct report *report) {
    for (int i = 0; i < REPORT_LINES_MAX && report->letterhead[i]; i++) {
        bool last = i + 1 == REPORT_LINES_MAX || !report->letterhead[i + 1];
        line(sheet, report->letterhead[i], last ? XLSX_RULE : XLSX_LETTERHEAD);
    }
    xlsx_next_row(sheet, 1);
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        line(sheet, report->title[i], XLSX_TITLE);
    if (*report->draft != '\0')
        line(sheet, report->draft, XLSX_DRAFT);
    xlsx_next_row(sheet, 1);
    facts(sheet, report);
    paragraph(sheet, report->marks, XLSX_MARKS);
    if (report->fact_count || *report->marks != '\0')
        xlsx_next_row(sheet, 1);
}

/* ---- signatures ---- */

enum { ROWS_TO_SIGN = 3 };

/* Which columns each takes, by the boundaries nearest to equal shares: [first[i], first[i + 1]). */
static void share_columns(const struct xlsx_sheet *sheet, int count, int first[REPORT_SIGNATURES_MAX + 1]) {
    int width = xlsx_width(sheet, 0, sheet->span - 1);
    first[0] = 0;
    for (int i = 1; i <= count; i++) {
        int k = first[i - 1] + 1;
        while (k < sheet->span - (count - i) &&
               xlsx_width(sheet, 0, k - 1) + xlsx_width(sheet, 0, k) < 2 * width * i / count)
            k++;
        first[i] = i < count ? k : sheet->span;
    }
}

/* A line of all signatures, side by side. */
static void signature_line(struct xlsx_sheet *sheet, enum signature_line which, const int *first) {
    const struct report *report = sheet->xlsx->report;
    int most = 1;
    for (int i = 0; i < report->signature_count; i++) {
        struct buf text = {0};
        report_signature_line(&report->signature[i], which, &text);
        bool named = which == SIGNATURE_NAME && *report->signature[i].name != '\0';
        int lines = xlsx_spread(sheet, first[i], first[i + 1] - 1, buf_string(&text),
                                named ? XLSX_SIGNATORY : XLSX_SIGNATURE);
        most = lines > most ? lines : most;
        buf_release(&text);
    }
    xlsx_next_row(sheet, most);
}

static void signatures(struct xlsx_sheet *sheet) {
    int count = sheet->xlsx->report->signature_count, first[REPORT_SIGNATURES_MAX + 1] = {0};
    if (!count)
        return;
    share_columns(sheet, count, first);
    xlsx_keep(sheet, sheet->tail, XLSX_KEPT);
    int top = sheet->row;
    xlsx_next_row(sheet, 1);
    for (int which = 0; which < SIGNATURE_LINES; which++) {
        for (int i = 0; which == SIGNATURE_NAME && i < ROWS_TO_SIGN; i++)
            xlsx_next_row(sheet, 1);
        xlsx_keep(sheet, top, XLSX_UNTORN);
        signature_line(sheet, (enum signature_line)which, first);
    }
}

/* ---- sheets ---- */

static void part(struct xlsx_sheet *sheet, const struct report_part *it) {
    switch (it->kind) {
    case PART_ANNEX:
    case PART_HEADING:
        line(sheet, it->text, XLSX_HEADING);
        xlsx_keep(sheet, sheet->row - 1, XLSX_KEPT);
        break;
    case PART_PARAGRAPH:
        paragraph(sheet, it->text, XLSX_PARAGRAPH);
        xlsx_next_row(sheet, 1);
        break;
    case PART_NOTE:
        paragraph(sheet, it->text, XLSX_NOTE);
        break;
    case PART_TABLE:
        xlsx_table(sheet, it->table);
        break;
    case PART_SIGNATURES:
        signatures(sheet);
        break;
    }
}

/* The first annex at `from` or behind it, or the end of all parts. */
static int next_annex(const struct report *report, int from) {
    while (from < report->part.count && report_part_at(report, from)->kind != PART_ANNEX)
        from++;
    return from;
}

static void sheet_parts(struct xlsx_sheet *sheet, int from, int to) {
    for (int i = from; i < to; i++)
        part(sheet, report_part_at(sheet->xlsx->report, i));
}

static void write_sheets(struct xlsx *xlsx) {
    const struct report *report = xlsx->report;
    int to = next_annex(report, 0);
    struct xlsx_sheet sheet = xlsx_sheet_begin(xlsx, report->name, 0, to);
    front(&sheet, report);
    sheet_parts(&sheet, 0, to);
    xlsx_sheet_end(&sheet);
    for (int from = to; from < report->part.count; from = to) {
        to = next_annex(report, from + 1);
        sheet = xlsx_sheet_begin(xlsx, report_part_at(report, from)->text, from, to);
        sheet_parts(&sheet, from, to);
        xlsx_sheet_end(&sheet);
    }
}

/* ---- the file ---- */

static void set_properties(struct xlsx *xlsx) {
    const struct report *report = xlsx->report;
    struct buf title = {0};
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        buf_printf(&title, "%s%s", i ? " " : "", report->title[i]);
    const char *agency = report->letterhead[0] ? report->letterhead[1] : NULL;
    char *company = memory_text(report->letterhead[0] ? report->letterhead[0] : "");
    char *author = memory_text(agency ? agency : "");
    lxw_doc_properties properties = {
        .title = title.data, .author = author, .company = company, .created = CREATED};
    xlsx_note_error(xlsx, workbook_set_properties(xlsx->book, &properties));
    free(author);
    free(company);
    buf_release(&title);
}

static lxw_error write_book(struct xlsx *xlsx, const char *path) {
    char memory[] = "/dev/shm"; /* where the library keeps its parts: a full disk is not in their way */
    lxw_workbook_options options = {.tmpdir = memory};
    xlsx->book = workbook_new_opt(path, &options);
    if (!xlsx->book)
        memory_exhausted();
    xlsx_styles(xlsx);
    set_properties(xlsx);
    write_sheets(xlsx);
    xlsx_note_error(xlsx, workbook_close(xlsx->book));
    return xlsx->error;
}

static bool read_back(int fd, struct buf *out, struct err *err) {
    char block[1 << 16];
    ssize_t got;
    if (lseek(fd, 0, SEEK_SET) < 0)
        return err_system(err, errno, "XLSX tidak terbaca kembali");
    while ((got = read(fd, block, sizeof block)) > 0)
        buf_put(out, block, (size_t)got);
    return got == 0 || err_system(err, errno, "XLSX tidak terbaca kembali");
}

bool print_xlsx(const struct report *report, const struct print_progress *progress, struct buf *out,
                struct err *err) {
    struct xlsx xlsx = {.report = report, .progress = progress, .of = report_row_count(report)};
    char path[64];
    int fd = memfd_create("xlsx", MFD_CLOEXEC); /* libxlsxwriter before 1.1.6 writes only by name */
    if (fd < 0)
        return err_system(err, errno, "XLSX tidak dapat disusun");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    lxw_error error = write_book(&xlsx, path);
    bool good = error == LXW_NO_ERROR
                    ? read_back(fd, out, err)
                    : err_set(err, ERR_IO,
                              "XLSX tidak dapat disusun (\"%s\"); kosongkan ruang di /dev/shm "
                              "atau pilih format lain",
                              lxw_strerror(error));
    close(fd);
    return good;
}
