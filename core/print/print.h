/* triwulan-laporan: the formats whose libraries are too heavy for the program itself. A filter of its own:
 * the packed report (report/pack.h) on stdin, the document on stdout; on stderr lines "12/100", rows done and
 * in all, and in case of failure one line that says why. */
#ifndef PRINT_PRINT_H
#define PRINT_PRINT_H

#include "base/buf.h"
#include "base/err.h"
#include "report/report.h"

/* Called now and then while rows are written. */
struct print_progress {
    void (*tell)(void *context, int done, int of);
    void *context;
};

/* Appends the whole document; the same bytes for the same report. ERR_FAILED-like errors name the library's
 * own. */
bool print_xlsx(const struct report *report, const struct print_progress *progress, struct buf *out,
                struct err *err);
bool print_pdf(const struct report *report, const struct print_progress *progress, struct buf *out,
               struct err *err);

#endif
