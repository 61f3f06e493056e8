#include "report/press.h"
#include "base/file.h"
#include "base/memory.h"
#include "report/formats.h"
#include "report/pack.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NO_DESCRIPTOR = -1 };

struct press {
    enum report_format format;
    struct buf document;
    pid_t printer; /* 0: none runs */
    int said;      /* what it says: progress, and why it failed */
    int written;   /* what it writes */
    struct buf line;
    struct press_progress progress;
    struct err failure;
};

/* ---- the formats ---- */

VOCABULARY(report_format_words, "format", REPORT_FORMATS);

static void make_text(const struct report *report, struct buf *out) {
    report_write_text(report, PRESS_COLUMNS, out);
}

static void make_csv(const struct report *report, struct buf *out) {
    report_write_csv(report, false, out);
}

static void make_csv_excel(const struct report *report, struct buf *out) {
    report_write_csv(report, true, out);
}

static const struct {
    const char *ending;
    void (*make)(const struct report *report, struct buf *out); /* NULL: by the printer */
} formats[REPORT_FORMAT_COUNT] = {
    [FORMAT_TEXT] = {"txt", make_text},
    [FORMAT_CSV] = {"csv", make_csv},
    [FORMAT_CSV_EXCEL] = {"csv", make_csv_excel},
    [FORMAT_HTML] = {"html", report_write_html},
    [FORMAT_XLSX] = {"xlsx", NULL},
    [FORMAT_PDF] = {"pdf", NULL},
};

const char *report_format_ending(enum report_format format) {
    return formats[format].ending;
}

/* ---- the printer ---- */

enum { NOT_RUNNABLE = 127 }; /* the status of what cannot be started, or whose libraries are not there */

static bool no_printer(enum report_format format, struct err *err) {
    return err_set(err, ERR_UNSUPPORTED,
                   "%s perlu triwulan-laporan dan pustakanya (libxlsxwriter-dev, libhpdf-dev): pasang lalu "
                   "bangun lagi, atau pilih teks, csv, csv-excel, html",
                   report_format_words.term[format].label);
}

/* Beside this program. */
static bool printer_path(char out[4096]) {
    static const char name[] = "triwulan-laporan";
    ssize_t length = readlink("/proc/self/exe", out, 4096 - sizeof name);
    if (length <= 0)
        return false;
    out[length] = '\0';
    char *slash = strrchr(out, '/');
    snprintf(slash + 1, sizeof name, "%s", name);
    return access(out, X_OK) == 0;
}

/* A file in memory with these bytes, at its start; -1 with errno. */
static int memory_file(const struct buf *bytes) {
    int fd = memfd_create("laporan", MFD_CLOEXEC);
    size_t left = bytes->length;
    while (fd >= 0 && left) {
        ssize_t put = write(fd, bytes->data + bytes->length - left, left);
        if (put <= 0 && errno != EINTR)
            return close(fd), NO_DESCRIPTOR;
        left -= put > 0 ? (size_t)put : 0;
    }
    if (fd >= 0)
        lseek(fd, 0, SEEK_SET);
    return fd;
}

/* The child's three descriptors are ours; it must not outlive us. */
static void run_printer(const char *path, enum report_format format, const int fd[3], pid_t parent) {
    char *const arguments[] = {(char[]){"triwulan-laporan"}, (char[]){"--format"}, (char[]){"xlsx"}, NULL};
    snprintf(arguments[2], sizeof "xlsx", "%s", report_format_words.term[format].word);
    for (int i = 0; i < 3; i++)
        if (dup2(fd[i], i) < 0)
            _exit(NOT_RUNNABLE);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(NOT_RUNNABLE);
    execv(path, arguments);
    _exit(NOT_RUNNABLE);
}

static bool start_printer(struct press *press, const struct buf *packed, struct err *err) {
    char path[4096];
    int pipe_ends[2] = {NO_DESCRIPTOR, NO_DESCRIPTOR};
    if (!printer_path(path))
        return no_printer(press->format, err);
    int in = memory_file(packed);
    press->written = memory_file(&(struct buf){0});
    bool ready = in >= 0 && press->written >= 0 && pipe2(pipe_ends, O_CLOEXEC) == 0;
    pid_t self = getpid();
    press->printer = ready ? fork() : -1;
    if (ready && press->printer == 0)
        run_printer(path, press->format, (const int[]){in, press->written, pipe_ends[1]}, self);
    int error = errno;
    if (in >= 0)
        close(in);
    if (pipe_ends[1] >= 0)
        close(pipe_ends[1]);
    press->said = pipe_ends[0];
    if (press->printer > 0)
        return fcntl(press->said, F_SETFL, O_NONBLOCK) == 0;
    press->printer = 0;
    return err_system(err, error, "tidak dapat menjalankan triwulan-laporan");
}

bool press_start(const struct report *report, enum report_format format, struct press **press,
                 struct err *err) {
    struct press *self = *press = memory_alloc(1, sizeof *self);
    self->format = format;
    self->said = self->written = NO_DESCRIPTOR;
    if (formats[format].make) {
        formats[format].make(report, &self->document);
        self->progress.done = true;
        return true;
    }
    struct buf packed = {0};
    report_pack(report, &packed);
    bool ok = start_printer(self, &packed, err);
    buf_release(&packed);
    return ok;
}

/* ---- following it ---- */

int press_descriptor(const struct press *press) {
    return press->progress.done ? NO_DESCRIPTOR : press->said;
}

struct press_progress press_progress(const struct press *press) {
    return press->progress;
}

/* "12/100", or why it failed. */
static void take_line(struct press *press) {
    const char *line = buf_string(&press->line);
    char *slash, *end;
    long rows = strtol(line, &slash, 10);
    long of = *slash == '/' ? strtol(slash + 1, &end, 10) : 0;
    if (slash != line && *slash == '/' && *end == '\0') {
        press->progress.rows = (int)rows;
        press->progress.of = (int)of;
    } else if (press->line.length) {
        err_set(&press->failure, ERR_IO, "%s", line);
    }
    buf_clear(&press->line);
}

static void take_document(struct press *press) {
    char block[32768];
    ssize_t got;
    lseek(press->written, 0, SEEK_SET);
    while ((got = read(press->written, block, sizeof block)) > 0)
        buf_put(&press->document, block, (size_t)got);
}

static void end_printer(struct press *press) {
    int status = 0;
    while (waitpid(press->printer, &status, 0) < 0 && errno == EINTR)
        ;
    press->printer = 0;
    press->progress.done = true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        take_document(press);
    else if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_RUNNABLE)
        no_printer(press->format, &press->failure);
    else if (press->failure.kind == ERR_NONE)
        err_set(&press->failure, ERR_IO,
                "triwulan-laporan berhenti sebelum selesai; coba lagi, atau pilih format lain");
}

void press_follow(struct press *press) {
    char bytes[512];
    ssize_t got = -1;
    while (!press->progress.done && (got = read(press->said, bytes, sizeof bytes)) > 0)
        for (ssize_t i = 0; i < got; i++)
            if (bytes[i] == '\n')
                take_line(press);
            else
                buf_byte(&press->line, (uint8_t)bytes[i]);
    if (!press->progress.done && got == 0) {
        take_line(press);
        end_printer(press);
    }
}

bool press_finish(struct press *press, struct err *err) {
    while (!press->progress.done) {
        poll(&(struct pollfd){.fd = press->said, .events = POLLIN}, 1, -1);
        press_follow(press);
    }
    if (press->failure.kind == ERR_NONE)
        return true;
    *err = press->failure;
    return false;
}

const struct buf *press_document(const struct press *press) {
    return &press->document;
}

bool press_put(const struct press *press, const char *path, bool replace, struct err *err) {
    const struct buf *document = &press->document;
    bool there = access(path, F_OK) == 0; /* a new file is everybody's, a replaced one keeps its mode */
    return (replace && there ? file_replace : file_create)(path, buf_string(document), document->length, err);
}

void press_close(struct press *press) {
    if (!press)
        return;
    if (press->printer) {
        kill(press->printer, SIGKILL);
        end_printer(press);
    }
    if (press->said >= 0)
        close(press->said);
    if (press->written >= 0)
        close(press->written);
    buf_release(&press->document);
    buf_release(&press->line);
    free(press);
}
