#include "base/memory.h"
#include "base/text.h"
#include "model/admit.h"
#include "office/office_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool login_accept(const char *login, struct err *err) {
    if (*login == '\0')
        return err_set(err, ERR_INVALID, "login kosong; sebut orangnya dengan --sebagai LOGIN");
    return text_accept(login, strlen(login), LOGIN_MAX, err) || err_prefix(err, "login");
}

static bool open_store(struct office *office, struct err *err) {
    struct buf path = {0};
    buf_printf(&path, "%s/simpanan", office->directory);
    bool ok = store_open(path.data, office->login, &office->store, err);
    buf_release(&path);
    return ok;
}

bool office_open(const struct office_options *options, struct office **office, struct err *err) {
    if (!login_accept(options->login, err))
        return false;
    struct office *opened = memory_alloc(1, sizeof *opened);
    opened->config = options->config;
    opened->clock = options->clock;
    opened->directory = memory_text(options->directory);
    snprintf(opened->login, sizeof opened->login, "%s", options->login);
    opened->person = config_person(options->config, opened->login);
    if (!open_store(opened, err)) {
        office_close(opened);
        return false;
    }
    opened->records = office_view(opened);
    opened->reader.records = &opened->records;
    opened->reader.config = opened->config;
    opened->reader.person = &opened->person;
    *office = opened;
    return true;
}

void office_close(struct office *office) {
    if (!office)
        return;
    store_close(office->store);
    row_reader_release(&office->reader);
    free(office->directory);
    free(office);
}

const struct config *office_config(const struct office *office) {
    return office->config;
}

const struct person *office_person(const struct office *office) {
    return &office->person;
}

struct date office_today(const struct office *office) {
    return clock_today(&office->clock, office->config->zone);
}

int64_t office_now(const struct office *office) {
    return clock_now(&office->clock, office->config->zone);
}

const char *office_directory(const struct office *office) {
    return office->directory;
}

bool office_read_only(const struct office *office) {
    return store_read_only(office->store);
}

uint64_t office_version(const struct office *office) {
    return store_version(office->store);
}

const char *office_name(const struct office *office, const char *login) {
    const struct person *person = config_find_person(office->config, login);
    return person ? person->name : login;
}

bool office_check(struct office *office, store_finding_fn *finding, void *context,
                  struct store_counts *counts, struct err *err) {
    return store_check(office->store, finding, context, counts, err);
}

bool office_describe(struct office *office, struct store_info *info, struct err *err) {
    return store_describe(office->store, info, err);
}

bool office_trail_print(struct office *office, uint64_t number, char *out, size_t size, struct err *err) {
    struct digest digest;
    char hex[DIGEST_HEX_MAX];
    if (!store_digest(office->store, number, &digest, err))
        return false;
    digest_print(&digest, hex);
    snprintf(out, size, "catatan ke-%llu, SHA-256 %s", (unsigned long long)number, hex);
    return true;
}

/* Of the bidang itself; the others who read, read all. */
static const role_set readers = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;

bool office_reads(const struct office *office, const struct unit *unit, struct err *err) {
    if (!unit || person_reads(&office->person, unit))
        return true;
    char holder[ERR_TEXT_MAX];
    holder_print(office->config, readers, unit, holder, sizeof holder);
    return err_set(err, ERR_DENIED,
                   "isian %s hanya dibaca operator dan atasannya%s, verifikator, perencana, dan pimpinan",
                   unit->name, holder);
}

bool office_record(struct office *office, const struct record_key *key, struct record *record,
                   struct err *err) {
    return records_get(&office->records, key, record, err);
}

struct record_key office_key(enum record_kind kind, const struct indicator *indicator,
                             struct quarter quarter) {
    struct record_key key = {.kind = kind, .quarter = quarter};
    snprintf(key.code, sizeof key.code, "%s", indicator->code);
    return key;
}
