/* A report made into a document, and put where it shall lie. XLSX and PDF are made by triwulan-laporan, a
 * process of its own beside this program: its libraries never slow a key, and its crash harms nothing. */
#ifndef REPORT_PRESS_H
#define REPORT_PRESS_H

#include "base/closed_set.h"
#include "base/err.h"
#include "report/report.h"
#include "value/measure.h"

/* id, word of the command, what it is; its file name's ending stands in press.c */
#define REPORT_FORMATS(X)                                                                                    \
    X(FORMAT_TEXT, "teks", "Teks")                                                                           \
    X(FORMAT_CSV, "csv", "CSV")                                                                              \
    X(FORMAT_CSV_EXCEL, "csv-excel", "CSV untuk Excel")                                                      \
    X(FORMAT_HTML, "html", "HTML untuk Word dan Writer")                                                     \
    X(FORMAT_XLSX, "xlsx", "Excel")                                                                          \
    X(FORMAT_PDF, "pdf", "PDF")

enum report_format { REPORT_FORMATS(SET_ID) REPORT_FORMAT_COUNT };
extern const struct vocabulary report_format_words;

/* Returns what the name of such a file ends in: "txt", "csv". */
const char *report_format_ending(enum report_format format);

enum { PRESS_COLUMNS = 132 }; /* of `teks` */

/* A document on its way; the report need not outlive press_start. */
struct press;

/* Begins to make the document; a plain format is done at once. The caller ends it with press_close, done or not, also
 * after a failure. ERR_UNSUPPORTED, here or in press_finish, when triwulan-laporan or one of its libraries is missing,
 * naming what to install; ERR_IO. */
bool press_start(const struct report *report, enum report_format format, struct press **press,
                 struct err *err);

/* Returns the descriptor that is readable when there is something to take up; -1 when the document is done. */
int press_descriptor(const struct press *press);

/* Takes up what is there, without waiting. */
void press_follow(struct press *press);

/* Says how far it is: so many rows of all. */
struct press_progress {
    bool done; /* successfully or not */
    int rows, of;
} press_progress(const struct press *press);

/* Waits until it is done. Returns false with the reason when it failed. */
bool press_finish(struct press *press, struct err *err);

/* Returns the document of a press that finished well; it is borrowed until press_close. */
const struct buf *press_document(const struct press *press);

/* Gives that document its name when it is whole, so that a killed run leaves no half report (file_create; with
 * `replace` over what is there, file_replace). Without `replace` what is there stands, and is ERR_INVALID. */
bool press_put(const struct press *press, const char *path, bool replace, struct err *err);

/* Ends a printer that still runs, and releases the press. NULL is fine. */
void press_close(struct press *press);

#endif
