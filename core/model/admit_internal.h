/* What the files of admit share: one request on its way, and the checks of every kind of event. */
#ifndef MODEL_ADMIT_INTERNAL_H
#define MODEL_ADMIT_INTERNAL_H

#include "model/admit.h"

struct plea {
    const struct admission *admission;
    const struct change *change; /* as asked; what it is beside what stands is the event's kind */
    const struct record *current;
    const struct indicator *indicator; /* NULL when the subject is none */
    const struct unit *unit;           /* NULL: the whole office */
    struct submission submission;      /* of the bidang's quarter */
    struct event *event;               /* with the change; a check completes it */
};

/* The last word on a request whose head, person and step are right. */
typedef bool admit_check_fn(struct plea *plea, struct err *err);

/* admit_entry.c */
admit_check_fn admit_actual_set, admit_actual_finalised, admit_actual_cleared, admit_notes_set,
    admit_evidence_set, admit_evidence_allowed, admit_evidence_fulfilled, admit_evidence_removed;
/* What the change is beside what stands. */
enum event_kind admit_kind(const struct change *change, const struct record *current);
/* admit_entry.c, the second person */
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

/* An actual the indicator can have: range, whole counts. */
bool admit_value(const struct indicator *indicator, struct decimal value, struct err *err);
/* A text from outside, at most `max` bytes; `label` names it. */
bool admit_text(const char *text, size_t max, const char *label, struct err *err);
/* The same, and not blank: otherwise "LABEL masih kosong; HELP". */
bool admit_words(const char *text, size_t max, const char *label, const char *help, struct err *err);
/* The record of another kind under the plea's own code and quarter. */
bool admit_beside(const struct plea *plea, enum record_kind kind, struct record *record, struct err *err);
/* "SUB-18 2025-TW3" or "Bidang Koperasi 2025-TW3". */
enum { PLEA_SUBJECT_MAX = 128 };
void admit_subject(const struct plea *plea, char out[PLEA_SUBJECT_MAX]);
/* "sudah diajukan; tunggu verifikator (Anggota Tim SAKIP) memeriksanya": what is in the way, and who of that
 * role (an atasan: of the bidang) does what would help. */
enum { PLEA_HELP_MAX = ERR_TEXT_MAX / 2 };
const char *admit_help(const struct plea *plea, const char *what, enum role role, const char *deed,
                       char out[PLEA_HELP_MAX]);
/* verifikasi_sendiri: whether the person may judge what `author` made; *self tells that it is his own. */
bool admit_judge(const struct plea *plea, const char *author, const char *what, bool *self, struct err *err);

#endif
