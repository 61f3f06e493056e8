#include "screen/ask/rekey.h"
#include "value/typed.h"

enum { VALUE_MAX = 100 };

static const struct record_field fields[] = {{
    .name = "nilai",
    .label = "Nilai",
    .hint = "dari daftar di kertas, tanpa melihat isian pertama",
    .missing = "Nilai masih kosong; ketik angkanya",
    .max = VALUE_MAX,
}};

static bool make(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err) {
    const struct typed_for what = {.unit = &ask_indicator(ask)->measure, .aggregation = AGGREGATION_POSITION};
    struct typed typed;
    (void)wrong;
    if (!typed_read(text[0], what, &typed, err))
        return false;
    change->rekey.value = typed.value;
    return true;
}

const struct ask_kind ask_rekey = {
    .name = "ketik-ulang",
    .heading = "KETIK ULANG",
    .event = EVENT_REKEYED,
    .field = fields,
    .field_count = sizeof fields / sizeof *fields,
    .make = make,
    .done = "Ketikan kedua tersimpan. Bila berbeda, Periksa memperlihatkan keduanya",
};

static enum next ask_for(struct session *session, const struct record *standing) {
    struct request request = session_request(session, EVENT_REKEY_ASKED, &standing->key);
    struct outcome outcome;
    request.change.replaces = standing->head;
    request.change.rekey.asked = true;
    if (session_change(session, &request, &outcome, NULL))
        session_say(session, STYLE_NORMAL, "%s diminta diketik ulang oleh orang kedua", standing->key.code);
    return NEXT_STAY;
}

enum next rekey_open(struct session *session, const struct indicator *indicator) {
    const struct record_key key = record_key(RECORD_REKEY, indicator->code, session->quarter);
    const struct scope scope = session_scope_of(session, key.code, KINDS_REVIEW);
    struct ask ask = {.session = session, .kind = &ask_rekey};
    struct reading reading;
    bool read = session_read(session, &scope, &reading);
    bool asked = records_get(&reading.records, &key, &ask.seen) && ask.seen.rekey.asked;
    bool may =
        read && session_may(session, &reading.records, asked ? EVENT_REKEYED : EVENT_REKEY_ASKED, indicator);
    reading_release(&reading);
    if (!may)
        return NEXT_STAY;
    return asked ? screen_open(session, ask_new(&ask)) : ask_for(session, &ask.seen);
}
