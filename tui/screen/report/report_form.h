/* What Laporan asks: which report, of which period and bidang, how it is signed, in which form, and where it
 * shall lie. Offered is what there is for this person: periods that have a catalogue, bidang to be read. */
#ifndef SCREEN_REPORT_REPORT_FORM_H
#define SCREEN_REPORT_REPORT_FORM_H

#include "report/build.h"
#include "report/press.h"
#include "screen/ask/ask_fields.h"

enum {
    REPORT_FIELD_KIND,
    REPORT_FIELD_PERIOD,
    REPORT_FIELD_UNIT,
    REPORT_FIELD_FORMAT,
    REPORT_FIELD_SIGNING,
    REPORT_FIELD_DATE,
    REPORT_FIELD_NUMBER,
    REPORT_FIELD_PATH,
    REPORT_FIELDS
};

enum { REPORT_YEARS_OFFERED = 2, REPORT_PERIODS_OFFERED = REPORT_YEARS_OFFERED * PERIODS };

/* Points into itself: it stays where it was made. */
struct report_form {
    struct ask ask;
    struct ask_kind kind;
    struct record_field field[REPORT_FIELDS];
    struct ask_fields fields;
    struct vocabulary periods, units;
    struct term period[REPORT_PERIODS_OFFERED];
    char period_word[REPORT_PERIODS_OFFERED][QUARTER_TEXT_MAX];
    char period_label[REPORT_PERIODS_OFFERED][QUARTER_TEXT_MAX];
    struct term *unit; /* owned */
    bool one_year;     /* all periods are of the session's year: they do not name it */
};

/* Begins with the session's quarter and the person's bidang or all of them, to be looked at on the screen. */
void report_form_init(struct report_form *form, struct session *session);
void report_form_release(struct report_form *form);

/* Takes what is asked for; its texts are borrowed until the next key. False with the message and the cursor on what is
 * wrong. */
bool report_form_take(struct report_form *form, struct report_request *request);

/* Says whether it is to be written, and how; otherwise it is to be looked at. */
bool report_form_writes(const struct report_form *form, enum report_format *format);

/* Returns which one would be made as things are chosen. */
enum report_kind report_form_kind(const struct report_form *form);

/* Prints what its file is called when nothing else is said: "laporan-triwulan-koperasi-2025-TW3.pdf". */
void report_form_usual_name(const struct report_form *form, char out[PLACE_MAX + 1]);

/* Appends where it shall lie: as it is typed, else under its usual name in $HOME. */
void report_form_path(const struct report_form *form, struct buf *path);

#endif
