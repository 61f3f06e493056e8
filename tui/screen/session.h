/* What all screens of a run share. */
#ifndef SCREEN_SESSION_H
#define SCREEN_SESSION_H

#include "base/closed_set.h"
#include "office/office.h"
#include "surface/style.h"

struct screen;

/* id, word */
#define KEPT(X)                                                                                              \
    X(KEPT_ALL, "Tersimpan")                                                                                 \
    X(KEPT_DRAFT, "Draf tersimpan")                                                                          \
    X(KEPT_NOT, "Belum tersimpan")                                                                           \
    X(KEPT_NEVER, "Hanya baca") /* a read-only store */

enum kept { KEPT(SET_ID) };

const char *kept_word(enum kept kept);

enum { UNDO_MAX = 100, MESSAGE_MAX = PLACE_MAX + ERR_TEXT_MAX };

struct session {
    struct office *office;       /* borrowed, as the next two */
    const struct config *config; /* of the office */
    const struct person *person; /* at the keyboard */
    bool practice;               /* a throw-away store: LATIHAN stands on every screen */
    uint64_t version;            /* of the office, as the screen on top has read it */
    struct quarter quarter;
    const struct unit *unit;        /* NULL: all the person may read */
    const struct indicator *focus;  /* the indicator the person is at; NULL: none yet */
    int rows, columns;              /* of the terminal */
    struct event_id undo[UNDO_MAX]; /* this session's own changes, oldest first */
    int undo_count;
    enum style message_style;
    char message[MESSAGE_MAX]; /* "" none; stays until the next command, not while a value is typed */
    enum kept kept;            /* at the right of line 1 */
    struct evidence last;      /* attached last in this run; no title: none yet */
    bool retype;               /* left by a conflict screen: go on typing (false: the matter is settled) */
    struct screen *opened;     /* see NEXT_OPEN */
    int watch;                 /* a descriptor the screen on top waits for (screen_ops, news); -1: none */
};

void session_say(struct session *session, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void session_fail(struct session *session, const struct err *err);
void session_quiet(struct session *session); /* no message */

/* Goes to another quarter: the focus stays with its code, in the catalogue in force then (NULL: it has none). */
void session_go(struct session *session, struct quarter quarter);

/* The day and the instant as the door stamps them. */
struct date session_today(const struct session *session);
int64_t session_now(const struct session *session);

/* Reads what a screen shows, with the message line set when it fails: the reading is then empty, and the screen goes on
 * with it. The caller releases it. */
bool session_read(struct session *session, const struct scope *scope, struct reading *reading);

/* The scope of one bidang (NULL: all the person may read) or one code in the year of session->quarter; KINDS_... */
struct scope session_scope(const struct session *session, const struct unit *unit, unsigned kinds);
struct scope session_scope_of(const struct session *session, const char *code, unsigned kinds);

/* A request with a fresh operation, to be filled in: about a key, or about an indicator in session->quarter. */
struct request session_request(const struct session *session, enum event_kind kind,
                               const struct record_key *key);
struct request session_request_on(const struct session *session, enum event_kind kind,
                                  const struct indicator *indicator);

/* Says whether the person could make such a change to the indicator in session->quarter at all, with the refusal when
 * not. `records` has at least KINDS_REVIEW of the code and of its bidang; nothing is read. */
bool session_admits(const struct session *session, const struct records *records, enum event_kind kind,
                    const struct indicator *indicator, struct err *err);
/* The same with the refusal on the message line. */
bool session_may(struct session *session, const struct records *records, enum event_kind kind,
                 const struct indicator *indicator);

/* office_change, and what every screen does around it: remembers the event for undo, says "Tersimpan". False
 * with the message line set, or with *stale true (and no message) when somebody else was first: then open
 * conflict_new with outcome->record. `stale` NULL: told as any other failure. */
bool session_change(struct session *session, const struct request *request, struct outcome *outcome,
                    bool *stale);

/* Takes back the last change of this session and says what it did; *what becomes the indicator it was on
 * (NULL when there was nothing to take back). */
void session_undo(struct session *session, const struct indicator **what);

#endif
