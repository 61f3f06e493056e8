#include "screen/session.h"
#include "model/admit.h"
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
    session->quarter = quarter;
    if (session->focus)
        session->focus = config_indicator(session->config, quarter, session->focus->code);
}

struct date session_today(const struct session *session) {
    return office_facts(session->office).asker.today;
}

int64_t session_now(const struct session *session) {
    return office_facts(session->office).now;
}

bool session_read(struct session *session, const struct scope *scope, struct reading *reading) {
    struct err err = {0};
    if (office_read(session->office, scope, reading, &err))
        return true;
    session_fail(session, &err);
    return false;
}

struct scope session_scope(const struct session *session, const struct unit *unit, unsigned kinds) {
    int year = session->quarter.year;
    return (struct scope){.unit = unit, .first_year = year, .last_year = year, .kinds = kinds};
}

struct scope session_scope_of(const struct session *session, const char *code, unsigned kinds) {
    struct scope scope = session_scope(session, NULL, kinds);
    scope.code = code;
    return scope;
}

struct request session_request(const struct session *session, enum event_kind kind,
                               const struct record_key *key) {
    return request_new(kind, key, session_now(session));
}

struct request session_request_on(const struct session *session, enum event_kind kind,
                                  const struct indicator *indicator) {
    const struct record_key key = record_key(event_kind_record(kind), indicator->code, session->quarter);
    return session_request(session, kind, &key);
}

bool session_admits(const struct session *session, const struct records *records, enum event_kind kind,
                    const struct indicator *indicator, struct err *err) {
    const struct record_key key = record_key(event_kind_record(kind), indicator->code, session->quarter);
    if (office_facts(session->office).read_only)
        return err_set(err, ERR_DENIED,
                       "data ini hanya dapat dibaca, disknya tidak dapat ditulisi; hubungi pengelola");
    return admit_may(records, kind, &key, err);
}

bool session_may(struct session *session, const struct records *records, enum event_kind kind,
                 const struct indicator *indicator) {
    struct err err = {0};
    if (session_admits(session, records, kind, indicator, &err))
        return true;
    session_fail(session, &err);
    return false;
}

const char *kept_word(enum kept kept) {
    static const char *const words[] = {KEPT(SET_TEXT)};
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
    session->kept = office_facts(session->office).read_only ? KEPT_NEVER : KEPT_NOT;
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
    *what = config_indicator(session->config, session->quarter, key->code);
    session_say(session, STYLE_NORMAL, "%s%s%s: perubahan terakhir diurungkan", key->code,
                elsewhere ? " " : "", elsewhere ? quarter_name(key->quarter.number) : "");
}
