/* The small form through which everything that needs words is asked: a reason, a correction, an instruction, a meeting,
 * a document ...; and, without fields, a plain Y/T question. A kind of ask is one `const struct ask_kind`, and a row in
 * ask_kinds.c.
 *
 * An ask knows what its person saw, so that nothing newer is overwritten; a half-typed text is kept in the draft file
 * under its kind's name, and stands in its fields again at the next start. It reads when it opens and when the store
 * changed, and at no other time. */
#ifndef SCREEN_ASK_ASK_H
#define SCREEN_ASK_ASK_H

#include "screen/screen.h"
#include "view/record_fields.h"
#include "widget/line_edit.h"

enum { ASK_FIELDS_MAX = DRAFT_FIELDS_MAX, ASK_ABOUT_MAX = 1200, ASK_PREVIEW_MAX = 160, ASK_DATE_MAX = 96 };

/* What one is about. The code of its key names something that is there. */
struct ask {
    struct session *session;
    const struct ask_kind *kind; /* one of ask_kinds; what was seen is of the record kind of its event */
    struct record seen; /* what stood under its key as the person saw it; the change replaces its head */
    struct coverage coverage; /* of a submission: what was seen of the bidang's quarter */
    struct reading reading;   /* what kind->reads names; nothing else may be looked up in it */
    struct evidence
        place; /* the text of a FIELD_PLACE as it was read last, with size and digest of its file */
};

struct ask_kind {
    const char *name;     /* in the draft file; no other kind's, not "isian" or "rincian" */
    const char *heading;  /* line 1 is "HEADING | SUB-18 | TW III 2025": the subject and period of the key */
    const char *changing; /* the heading over a numbered record that stands; NULL: the same */
    enum event_kind event;
    const struct record_field *field; /* its own fields, up to ASK_FIELDS_MAX; NULL: those of the event */
    int field_count;                  /* an ask without fields is a question, which only Y affirms */
    unsigned enough;         /* bits of fields: once these are filled Enter keeps, wherever the cursor is */
    unsigned reads;          /* bits of record kinds: those of the bidang, or of the code, that it looks at */
    const char *const *help; /* lines below the fields, NULL behind them; NULL: none */

    /* Prints what stands above the fields, up to a few rows; of a question its words. It is called again when the store
     * changed. NULL: code and description of the indicator. */
    void (*about)(const struct ask *ask, char out[ASK_ABOUT_MAX]);
    /* Puts in what the fields begin with: `text` comes blank, a choice is given as its word, a date as one types it.
     * NULL: they begin blank. */
    void (*fill)(const struct ask *ask, char text[][LINE_EDIT_MAX + 1]);
    /* Makes the change that the texts ask for. They come without white space around them, a choice as its word, "" when
     * there is none; all fields were checked. `change` comes from request_new with the head that was seen. After false
     * the cursor goes to field *wrong (it comes as the current one), the error stands on the message line, and what was
     * typed stays. NULL: there is nothing more to fill in. */
    bool (*make)(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err);

    /* Prints what the texts would do, for the message line; "" for nothing to say. It is called after every key. NULL:
     * what the keys do stands there. */
    void (*preview)(const struct ask *ask, const char *const text[], char out[ASK_PREVIEW_MAX]);
    /* Prints how a day is read, beside its field; returns the style. NULL: the day in words. */
    enum style (*print_day)(const struct ask *ask, const char *const text[], struct date day,
                            char out[ASK_DATE_MAX]);

    const char *done; /* said when it is kept: "Arahan tersimpan" */
    /* Says it instead, knowing what was kept. */
    void (*kept)(struct session *session, const struct record *record);
    bool compared; /* where somebody else was first, the conflict screen shows both side by side */
};

/* Every kind, NULL behind them: by this table drafts find their way back. */
extern const struct ask_kind *const ask_kinds[];

/* Makes the screen of an ask, for `return screen_open(session, ask_new(&ask));`. It takes over ask->reading, which may
 * be zero: then the screen reads for itself.
 *
 * It leaves when the change is durable or given up. Where somebody else was first nothing is overwritten: it says who
 * and when, goes on from the new head with the text as it is, and waits to be kept once more. */
struct screen *ask_new(const struct ask *ask);

/* Puts a text, or a choice by its word, into a field of an ask that was just made. */
void ask_begin(struct screen *screen, int field, const char *text);

/* Makes the ask a draft was typed in, for its `restore`; NULL when it is no draft of an ask, or what it was about is
 * gone. */
struct screen *ask_restore(struct session *session, const struct draft *draft);

/* ---- for kinds (ask_subject.c) ---- */

/* Returns the fields of a kind: its own, or those of its event. */
struct record_fields ask_kind_fields(const struct ask_kind *kind);

/* The fill and the make of a kind whose fields are those of its record: they begin with what was seen, and only what is
 * typed anew changes. */
void ask_fill(const struct ask *ask, char text[][LINE_EDIT_MAX + 1]);
bool ask_take(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
              struct err *err);

/* Return what the key is about: the indicator its code names (NULL: none), and the bidang it names or that the
 * indicator belongs to (NULL: none). */
const struct indicator *ask_indicator(const struct ask *ask);
const struct unit *ask_unit(const struct ask *ask);

/* Returns what the key's code names, as a title says it: "SUB-18", "Bidang Koperasi", "Renstra"; NULL when there is no
 * such thing (any more). Borrowed from the configuration. */
const char *ask_subject_name(const struct ask *ask);

#endif
