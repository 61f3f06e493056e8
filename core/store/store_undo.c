#include "model/apply.h"
#include "store/store_internal.h"
#include <string.h>

struct taken_back {
    struct event event;
    struct event before;  /* what it replaced, when event.change.replaces says that there is one */
    struct event_id head; /* to replace: what stands, while that is the event's work */
};

/* Finds the event whose work stands under `head`: below undo events and what each of them took back, as brackets
 * match. */
static bool find_standing(struct store *store, MDB_txn *txn, struct event_id head, struct event_id *standing,
                          struct err *err) {
    struct event event;
    uint64_t position;
    int undone = 0;
    for (*standing = head; standing->sequence != 0; *standing = event.change.replaces) {
        if (!store_event_of(store, txn, standing, &event, &position, err))
            return false;
        if (!event.change.undo && undone == 0)
            return true;
        undone += event.change.undo ? 1 : -1;
    }
    return true;
}

static bool find_head(struct store *store, MDB_txn *txn, const struct record_key *key, struct event_id *head,
                      struct err *err) {
    struct record record;
    *head = (struct event_id){.sequence = 0};
    if (store_record_in(store, txn, key, &record, err))
        *head = record.head;
    return err->kind == ERR_NONE;
}

static bool find_taken_back(struct store *store, MDB_txn *txn, const struct event_id *id,
                            struct taken_back *found, struct err *err) {
    const struct event_id *replaces = &found->event.change.replaces;
    struct event_id head, standing;
    uint64_t position;
    if (!store_event_of(store, txn, id, &found->event, &position, err) ||
        (replaces->sequence != 0 && !store_event_of(store, txn, replaces, &found->before, &position, err)) ||
        !find_head(store, txn, &found->event.change.key, &head, err) ||
        !find_standing(store, txn, head, &standing, err))
        return false;
    found->head = event_id_equal(&standing, id) ? head : *id;
    return true;
}

static const char *owner(const struct config *config, const char *login) {
    const struct person *person = config_find_person(config, login);
    return person ? person->name : login;
}

static bool may_take_back(const struct asker *asker, const struct event *event, struct err *err) {
    if (strcmp(event->who, asker->person->login) != 0)
        return err_set(err, ERR_DENIED, "perubahan ini milik %s; hanya ia yang boleh mengurungkannya",
                       owner(asker->config, event->who));
    if (!apply_can_invert(event))
        return err_set(err, ERR_INVALID, "langkah ini tidak diurungkan; tarik atau kembalikan triwulannya");
    if (event->change.undo)
        return err_set(err, ERR_INVALID, "yang sudah diurungkan tidak dapat dipulihkan; isi lagi");
    return true;
}

bool store_inverse_in(struct store *store, MDB_txn *txn, const struct asker *asker, const struct event_id *id,
                      struct change *change, struct err *err) {
    struct taken_back found;
    if (!find_taken_back(store, txn, id, &found, err) || !may_take_back(asker, &found.event, err))
        return false;
    bool first = found.event.change.replaces.sequence == 0;
    apply_inverse(&found.event, first ? NULL : &found.before, change);
    change->replaces = found.head;
    return true;
}
