/* laporan */
#include "command/commands.h"
#include "report/build.h"
#include "report/press.h"
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool read_request(const struct context *context, const struct args *args,
                         struct report_request *request, struct err *err) {
    const char *word = args_word(args, 0), *date = args_value(args, "--tanggal");
    const char *number = args_value(args, "--nomor"), *signing = args_value(args, "--tanda-tangan");
    int kind = vocabulary_find(&report_words, word);
    char known[ERR_TEXT_MAX];
    vocabulary_list(&report_words, known, sizeof known);
    if (kind < 0)
        return err_set(err, ERR_USAGE, "laporan \"%s\" tidak dikenal; pilih %s", word, known);
    *request = (struct report_request){
        .kind = (enum report_kind)kind,
        .unit = context->unit,
        .quarter = context->quarter,
        .signing =
            signing ? (enum report_signing)vocabulary_find(&report_signing_words, signing) : SIGNING_BY_NAME,
        .number = number ? number : ""};
    return !date || date_parse_typed(date, office_facts(context->office).asker.today, &request->date) ||
           err_set(err, ERR_USAGE, "tanggal \"%s\" tidak sah; contoh: 7-10-2025", date);
}

/* Only a person needs to see that it goes on. */
static void show_progress(struct press *press) {
    while (isatty(STDERR_FILENO) && press_descriptor(press) >= 0) {
        struct press_progress progress = press_progress(press);
        if (progress.of)
            fprintf(stderr, "\r%d/%d baris", progress.rows, progress.of);
        poll(&(struct pollfd){.fd = press_descriptor(press), .events = POLLIN}, 1, -1);
        press_follow(press);
    }
    if (press_progress(press).of && isatty(STDERR_FILENO))
        fputs("\r                    \r", stderr);
}

static bool put_document(const struct press *press, const struct args *args, struct err *err) {
    const char *path = args_value(args, "-o");
    const struct buf *document = press_document(press);
    if (!path)
        return fwrite(document->data, 1, document->length, stdout) == document->length ||
               err_system(err, errno, "keluaran tidak tertulis seluruhnya");
    if (!press_put(press, path, args_value(args, "--timpa") != NULL, err))
        return false;
    printf("tersimpan: %s\n", path);
    return true;
}

static bool print_report(const struct report *report, enum report_format format, const struct args *args,
                         struct err *err) {
    struct press *press;
    bool ok = press_start(report, format, &press, err);
    if (ok) {
        show_progress(press);
        ok = press_finish(press, err) && put_document(press, args, err);
    }
    press_close(press);
    return ok;
}

bool command_report(struct context *context, const struct args *args, struct err *err) {
    const char *word = context_format(context, "teks");
    enum report_format format = (enum report_format)vocabulary_find(&report_format_words, word);
    bool binary = format == FORMAT_XLSX || format == FORMAT_PDF;
    const char *path = args_value(args, "-o");
    struct report_request request;
    struct report report;
    if (!read_request(context, args, &request, err))
        return false;
    if (binary && !path && isatty(STDOUT_FILENO))
        return err_set(err, ERR_USAGE, "%s tidak dapat tampil di layar; sebutkan -o FILE", word);
    if (path && !context_output(context, path, err))
        return false;
    bool ok =
        report_build(context->office, &request, &report, err) && print_report(&report, format, args, err);
    report_release(&report);
    return ok;
}
