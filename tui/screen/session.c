#include "screen/session.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void session_say(struct session *session, enum style style, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vsnprintf(session->message, sizeof session->message, format, args);
    va_end(args);
    session->message_style = style;
}

void session_fail(struct session *session, const struct err *err) {
    session_say(session, STYLE_ERROR, "%s", err->text);
}

void session_quiet(struct session *session) {
    session_say(session, STYLE_NORMAL, "%s", "");
}

void session_go(struct session *session, struct quarter quarter) {
    const struct config *config = office_config(session->office);
    session->quarter = quarter;
    if (session->focus)
        session->focus = config_indicator(config, quarter, session->focus->code);
}

bool session_admits(const struct session *session, enum event_kind kind, const struct indicator *indicator,
                    struct err *err) {
    if (office_read_only(session->office))
        return err_set(err, ERR_DENIED,
                       "data ini hanya dapat dibaca, disknya tidak dapat ditulisi; hubungi pengelola");
    return office_may(session->office, kind, indicator->code, session->quarter, err);
}

bool session_may(struct session *session, enum event_kind kind, const struct indicator *indicator) {
    struct err err = {0};
    if (session_admits(session, kind, indicator, &err))
        return true;
    session_fail(session, &err);
    return false;
}

const char *kept_word(enum kept kept) {
    static const char *const words[] = {
#define X(id, word) word,
        KEPT(X)
#undef X
    };
    return words[kept];
}

static void remember(struct session *session, const struct event_id *id) {
    if (session->undo_count == UNDO_MAX)
        memmove(session->undo, session->undo + 1, (UNDO_MAX - 1) * sizeof *session->undo);
    else
        session->undo_count++;
    session->undo[session->undo_count - 1] = *id;
}

bool session_change(struct session *session, const struct request *request, struct outcome *outcome,
                    bool *stale) {
    struct err err = {0};
    if (stale)
        *stale = false;
    if (office_change(session->office, request, outcome, &err)) {
        if (!outcome->repeated)
            remember(session, &outcome->record.head);
        session->kept = KEPT_ALL;
        return true;
    }
    session->kept = office_read_only(session->office) ? KEPT_NEVER : KEPT_NOT;
    if (stale && err.kind == ERR_STALE)
        *stale = true;
    else
        session_fail(session, &err);
    return false;
}

void session_undo(struct session *session, const struct indicator **what) {
    struct err err = {0};
    struct outcome outcome;
    *what = NULL;
    if (!session->undo_count) {
        session_say(session, STYLE_NORMAL, "Tidak ada perubahan Anda yang dapat diurungkan");
        return;
    }
    struct event_id last = session->undo[session->undo_count - 1];
    if (!office_undo(session->office, &last, &outcome, &err)) {
        session->undo_count -= err.kind == ERR_STALE;
        session_fail(session, &err);
        return;
    }
    session->undo_count--;
    session->kept = KEPT_ALL;
    const struct record_key *key = &outcome.record.key;
    bool elsewhere = quarter_compare(key->quarter, session->quarter) != 0;
    *what = config_indicator(office_config(session->office), session->quarter, key->code);
    session_say(session, STYLE_NORMAL, "%s%s%s: perubahan terakhir diurungkan", key->code,
                elsewhere ? " " : "", elsewhere ? quarter_name(key->quarter.number) : "");
}
