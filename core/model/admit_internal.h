/* What the files of admit share: one request on its way, and the checks of every kind of event. Each check is the last
 * word on a request whose head, person and step are right. */
#ifndef MODEL_ADMIT_INTERNAL_H
#define MODEL_ADMIT_INTERNAL_H

#include "model/admit.h"

/* A request on its way through the rules, with what they look at. */
struct plea {
    const struct records *records;
    const struct change *change; /* as it was asked; event->change.kind is what admit_kind makes of it */
    const struct record *current;
    const struct indicator *indicator; /* NULL when the code names none */
    const struct unit *unit;           /* NULL: the whole office */
    struct submission submission;      /* the pengajuan of the bidang's quarter */
    struct event *event;               /* has the change already; a check completes it */
};

/* Completes plea->event, or refuses the request and says why. */
typedef bool admit_check_fn(struct plea *plea, struct err *err);

/* admit_entry.c */
admit_check_fn admit_actual_set, admit_actual_finalised, admit_actual_cleared, admit_notes_set,
    admit_evidence_set, admit_evidence_allowed, admit_evidence_fulfilled, admit_evidence_removed;
/* Returns which kind of event a change is beside what stands: making a value final, and bringing what was promised, are
 * kinds of their own. */
enum event_kind admit_kind(const struct change *change, const struct record *current);
/* admit_entry.c, for the second typing (ketik ulang) */
admit_check_fn admit_rekey_asked, admit_rekeyed;
/* admit_step.c */
admit_check_fn admit_initialled, admit_submitted, admit_withdrawn, admit_returned, admit_verified,
    admit_ratified, admit_unlocked;
/* admit_verdict.c */
admit_check_fn admit_passed, admit_corrected, admit_row_returned, admit_verdict_cleared, admit_answered;
/* admit_office.c */
admit_check_fn admit_spending_set, admit_instructed, admit_replied, admit_meeting_set, admit_recommended,
    admit_followed_up, admit_document_marked, admit_handed_over;

/* ---- shared ---- */

/* Refuses an actual that the indicator cannot have: out of range, a fraction of a count. */
bool admit_value(const struct indicator *indicator, struct decimal value, struct err *err);
/* Refuses a text that text_accept refuses or that is longer than `max` bytes; `label` names it. */
bool admit_text(const char *text, size_t max, const char *label, struct err *err);
/* Refuses a text that admit_text refuses, and a blank one with "LABEL masih kosong; HELP". */
bool admit_words(const char *text, size_t max, const char *label, const char *help, struct err *err);
/* Returns the record of another kind under the plea's own code and quarter; an empty one when none stands there. */
struct record admit_beside(const struct plea *plea, enum record_kind kind);
/* Prints what the request is about: "SUB-18 2025-TW3", "Bidang Koperasi 2025-TW3". */
enum { PLEA_SUBJECT_MAX = 128 };
void admit_subject(const struct plea *plea, char out[PLEA_SUBJECT_MAX]);
/* Prints and returns what is in the way, and who of that role (an atasan: of the bidang) does what would help: "sudah
 * diajukan; tunggu verifikator (Anggota Tim SAKIP) memeriksanya". */
enum { PLEA_HELP_MAX = ERR_TEXT_MAX / 2 };
const char *admit_help(const struct plea *plea, const char *what, enum role role, const char *deed,
                       char out[PLEA_HELP_MAX]);
/* Refuses, by verifikasi_sendiri, that the person judges what `author` made; *self is set when it is his own. */
bool admit_judge(const struct plea *plea, const char *author, const char *what, bool *self, struct err *err);

#endif
