#include "base/version.h"
#include "print/print.h"
#include "report/pack.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct format {
    const char *name;
    bool (*print)(const struct report *report, const struct print_progress *progress, struct buf *out,
                  struct err *err);
} formats[] = {
    {"xlsx", print_xlsx},
    {"pdf", print_pdf},
};

static const struct format *format_find(const char *name) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static void print_usage(FILE *out) {
    fputs("Cara pakai: triwulan-laporan --format ", out);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        fprintf(out, "%s%s", i ? "|" : "", formats[i].name);
    fputs(" <LAPORAN >BERKAS\n", out);
}

static void print_help(void) {
    puts("triwulan-laporan: menulis laporan dari triwulan sebagai berkas untuk dicetak\n");
    print_usage(stdout);
    puts(
        "\nDipanggil oleh triwulan laporan; kemajuannya ditulis sebagai baris \"12/100\" di keluaran galat.\n"
        "Keluar dengan 0 bila selesai, 1 bila gagal, 2 bila cara memanggil salah.");
}

enum { INPUT_MAX = 1 << 28 }; /* a report over 4,000 indicators takes a hundredth of it */

static bool read_all(struct buf *in, struct err *err) {
    char block[1 << 16];
    ssize_t got;
    while ((got = read(STDIN_FILENO, block, sizeof block)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_system(err, errno, "laporan tidak terbaca dari masukan");
        if (in->length + (size_t)got > INPUT_MAX)
            return err_set(err, ERR_INVALID, "laporan terlalu besar; pilih satu bidang");
        buf_put(in, block, (size_t)got);
    }
    return true;
}

static bool write_all(const struct buf *out, struct err *err) {
    for (size_t at = 0; at < out->length;) {
        ssize_t written = write(STDOUT_FILENO, out->data + at, out->length - at);
        if (written < 0 && errno != EINTR)
            return err_system(err, errno, "laporan tidak tertulis seluruhnya");
        at += written < 0 ? 0 : (size_t)written;
    }
    return true;
}

/* One line for each per cent at most. */
static void tell(void *context, int done, int of) {
    int *told = context;
    int percent = (int)((int64_t)done * 100 / of);
    if (percent == *told)
        return;
    *told = percent;
    fprintf(stderr, "%d/%d\n", done, of);
}

static bool run(const struct format *format, struct err *err) {
    struct buf in = {0}, out = {0};
    struct report report;
    int told = 0;
    const struct print_progress progress = {tell, &told};
    bool good = read_all(&in, err) && report_unpack(in.data, in.length, &report, err);
    buf_release(&in);
    if (!good)
        return false;
    good = format->print(&report, &progress, &out, err) && write_all(&out, err);
    report_release(&report);
    buf_release(&out);
    return good;
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        print_help();
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        puts("triwulan-laporan " TRIWULAN_VERSION);
        return 0;
    }
    const struct format *format = argc == 3 && strcmp(argv[1], "--format") == 0 ? format_find(argv[2]) : NULL;
    if (!format) {
        print_usage(stderr);
        return 2;
    }
    struct err err = {0};
    if (run(format, &err))
        return 0;
    fprintf(stderr, "triwulan-laporan: %s\n", err.text);
    return 1;
}
