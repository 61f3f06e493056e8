/* The small form through which every step that needs words is asked: a reason, a correction, an instruction,
 * a meeting ...; and, without fields, a plain Y/T question. A kind of ask is one `const struct ask_kind`, and
 * a row in ask_kinds.c.
 *
 * What an ask is about is a record's key and the head that was seen, nothing else: so a half-typed text is
 * kept in the draft file under its kind's name, and stands in its fields again at the next start. */
#ifndef SCREEN_ASK_ASK_H
#define SCREEN_ASK_ASK_H

#include "screen/screen.h"
#include "widget/line_edit.h"

enum { ASK_FIELDS_MAX = DRAFT_FIELDS_MAX, ASK_ABOUT_MAX = 1200, ASK_PREVIEW_MAX = 160 };

/* One of text, `choices`, `unit`, `date`, `path`. Names are DRAFT_NAME_MAX bytes at most and without a blank.
 */
struct ask_field {
    const char *name;                 /* in the draft file */
    const char *label;                /* up to 20 columns; a longer one is cut on a narrow terminal */
    const char *hint;                 /* shown while the field is empty; NULL: none */
    const char *missing;              /* said when it is left blank; NULL: it may be blank */
    size_t max;                       /* bytes of a text or path, at most LINE_EDIT_MAX; others: not read */
    int rows;                         /* on 24 rows, >= 1; above 1, up to twice that on taller terminals */
    const struct vocabulary *choices; /* picked by number, first letter of what is seen, Left and Right */
    int first;                        /* of the choices: those before are not offered ("belum") */
    bool unit;                        /* a bidang, by its code: picked as a choice is */
    bool date;                        /* typed as everywhere ("28", "28-9", H), checked before it is left */
    bool path;                        /* of a file to be written; Tab completes its name */
};

/* What one is about. The code of the key names something that is there. */
struct ask {
    struct session *session;
    const struct ask_kind *kind; /* one of ask_kinds; the key's kind is that of its event */
    struct record_key key;
    struct event_id head;     /* sequence 0: nothing was seen */
    struct coverage coverage; /* of a submission: what was seen of the bidang's quarter */
};

struct ask_kind {
    const char *name;    /* in the draft file; no other kind's, not "isian", "rincian" or "bukti" */
    const char *heading; /* line 1 is "HEADING | SUB-18 | TW III 2025": the subject and period of the key */
    enum event_kind event;
    const struct ask_field *field;
    int field_count; /* up to ASK_FIELDS_MAX; 0: a question, which only Y affirms */

    /* What stands above the fields, up to a few rows; of a question its words. Asked again when the store
     * changed. NULL: code and description of the indicator. */
    void (*about)(const struct ask *ask, char out[ASK_ABOUT_MAX]);
    /* What the fields begin with: `text` comes blank, a choice is given as its word, a date as one types it.
     * False: the ask does not open, the error is told. NULL: blank. */
    bool (*fill)(const struct ask *ask, char text[][LINE_EDIT_MAX + 1], struct err *err);
    /* The change the texts ask for. They come without white space around them, a choice as its word, "" when
     * none; all fields were checked. `change` comes with event, key and head, the rest of it is zero. False:
     * the cursor goes to field *wrong (it comes as the current one), the error stands on the message line,
     * what was typed stays. NULL: there is nothing more to fill in. */
    bool (*make)(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err);

    /* What the texts would do, for the message line: asked after every key, "" for nothing to say. NULL: what
     * the keys do stands there. */
    void (*preview)(const struct ask *ask, const char *const text[], char out[ASK_PREVIEW_MAX]);

    const char *done; /* said when it is kept: "Arahan tersimpan" */
};

/* Every kind, NULL behind them: by this table drafts find their way back. */
extern const struct ask_kind *const ask_kinds[];

/* For `return screen_open(session, ask_new(&ask));`. NULL, with the message line set, when it could not be
 * filled.
 *
 * It leaves when the change is durable or given up. Where somebody else was first nothing is overwritten: it
 * says who and when, goes on from the new head with the text as it is, and waits to be kept once more. */
struct screen *ask_new(const struct ask *ask);

/* The ask a draft was typed in, for its `restore`; NULL when it is no draft of an ask, or what it was about
 * is gone. */
struct screen *ask_restore(struct session *session, const struct draft *draft);

/* The day a date field's text means, for `make`; year 0 for a blank one. */
struct date ask_date(const struct ask *ask, const char *text);

/* What the key is about: the indicator its code names (NULL: none), and the bidang it names or that the
 * indicator belongs to (NULL: none). */
const struct indicator *ask_indicator(const struct ask *ask);
const struct unit *ask_unit(const struct ask *ask);

#endif
