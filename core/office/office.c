#include "base/buf.h"
#include "base/memory.h"
#include "base/text.h"
#include "office/office_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool login_accept(const char *login, struct err *err) {
    if (*login == '\0')
        return err_set(err, ERR_INVALID, "login kosong; sebut orangnya dengan --sebagai LOGIN");
    return text_accept(login, strlen(login), LOGIN_MAX, err) || err_prefix(err, "login");
}

static bool open_store(struct office *office, bool look_only, struct err *err) {
    struct buf path = {0};
    buf_printf(&path, "%s/simpanan", office->directory);
    bool ok = look_only ? store_look(path.data, &office->store, err)
                        : store_open(path.data, office->login, &office->store, err);
    buf_release(&path);
    return ok;
}

bool office_open(const struct office_options *options, struct office **office, struct err *err) {
    *office = NULL;
    if (!login_accept(options->login, err))
        return false;
    struct office *opened = memory_alloc(1, sizeof *opened);
    opened->config = options->config;
    opened->clock = options->clock;
    opened->directory = memory_text(options->directory);
    snprintf(opened->login, sizeof opened->login, "%s", options->login);
    opened->person = config_person(options->config, opened->login);
    if (!open_store(opened, options->look_only, err)) {
        office_close(opened);
        return false;
    }
    *office = opened;
    return true;
}

void office_close(struct office *office) {
    if (!office)
        return;
    store_close(office->store);
    free(office->directory);
    free(office);
}

struct asker office_asker(const struct office *office) {
    return (struct asker){.config = office->config,
                          .person = &office->person,
                          .today = clock_today(&office->clock, office->config->zone)};
}

struct office_facts office_facts(const struct office *office) {
    return (struct office_facts){.asker = office_asker(office),
                                 .now = clock_now(&office->clock, office->config->zone),
                                 .read_only = store_read_only(office->store),
                                 .directory = office->directory};
}

uint64_t office_version(const struct office *office) {
    return store_version(office->store);
}

bool office_change(struct office *office, const struct request *request, struct outcome *outcome,
                   struct err *err) {
    const struct office_facts facts = office_facts(office);
    return store_change(office->store, &facts.asker, request, facts.now, outcome, err);
}

bool office_undo(struct office *office, const struct event_id *id, struct outcome *outcome, struct err *err) {
    const struct office_facts facts = office_facts(office);
    return store_undo(office->store, &facts.asker, id, facts.now, outcome, err);
}

bool office_check(struct office *office, store_finding_fn *finding, void *context,
                  struct store_counts *counts, struct err *err) {
    return store_check(office->store, finding, context, counts, err);
}

bool office_describe(struct office *office, struct store_info *info, struct err *err) {
    return store_describe(office->store, info, err);
}

bool office_digest(struct office *office, uint64_t position, struct digest *digest, struct err *err) {
    return store_digest(office->store, position, digest, err);
}
