/* triwulan-laporan writes the formats whose libraries are too heavy for the program itself. It is a filter: it takes
 * the packed report (report/pack.h) on stdin and gives the document on stdout. On stderr it says how far it is, in
 * lines "12/100" (rows done, rows in all), and why it failed, in one line. */
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

/* Append the whole document; the same report makes the same bytes. They fail with ERR_IO, naming the library's own
 * error, or as err_system does. */
bool print_xlsx(const struct report *report, const struct print_progress *progress, struct buf *out,
                struct err *err);
bool print_pdf(const struct report *report, const struct print_progress *progress, struct buf *out,
               struct err *err);

#endif
