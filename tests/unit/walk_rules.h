/* The last word of the walk's model on a request whose head, place, person and step are right, and what
 * becomes of the record. */
#ifndef UNIT_WALK_RULES_H
#define UNIT_WALK_RULES_H

#include "unit/walk_model.h"

/* A request and what stands around it. */
struct walk_case {
    const struct walk_model *model;
    const struct walk_request *asked;
    const struct change *change;
    const struct record *now; /* what stands */
    int indicator;            /* WALK_NONE: none */
    int unit;                 /* WALK_NONE: the whole office */
    struct submission quarter;
};

typedef enum err_kind walk_may_fn(const struct walk_case *the);
typedef void walk_then_fn(const struct walk_case *the, struct record *record);

walk_may_fn may_fill, may_finalise, may_allow, may_fulfil, may_clear, may_note, may_attach, may_detach,
    may_initial, may_submit, may_withdraw, may_give_reason, may_verify, may_ratify, may_pass, may_correct,
    may_send_back, may_forget, may_answer, may_spend, may_instruct, may_reply, may_meet, may_recommend,
    may_follow_up, may_mark, may_hand_over, may_ask_again, may_type_again;
walk_then_fn then_fill, then_finalise, then_allow, then_clear, then_note, then_attach, then_detach,
    then_initial, then_submit, then_withdraw, then_return, then_verify, then_ratify, then_unlock, then_pass,
    then_correct, then_send_back, then_forget, then_answer, then_spend, then_instruct, then_reply, then_meet,
    then_recommend, then_follow_up, then_mark, then_hand_over, then_ask_again, then_type_again;

/* Whether an actual only loses its `sementara`; whether a document is the one promised, with an atasan's
 * word.
 */
bool walk_finalises(const struct actual *now, const struct actual *wanted);
bool walk_fulfils(const struct evidence *now, const struct evidence *wanted);

/* The event by which an actual has its value, which is what a verdict is about. */
struct event_id walk_valued(const struct record *actual);

/* Sent back alone, and not yet handed in again. */
bool walk_row_open(const struct submission *quarter, const struct check *check);

/* ---- shared by the rules ---- */

enum err_kind walk_text(const char *text);
enum err_kind walk_words(const char *text);                 /* not blank */
enum err_kind walk_first(enum err_kind a, enum err_kind b); /* b, when a is none */
enum err_kind walk_unless(bool fine, enum err_kind kind);   /* ERR_NONE when fine */
bool walk_on_the_calendar(struct date day);                 /* or no date */

#endif
