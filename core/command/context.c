#include "command/context.h"
#include "base/memory.h"
#include "config/config_load.h"
#include "own/output.h"
#include "view/orphans.h"
#include <errno.h>
#include <ftw.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The Makefile says where the shipped configuration and samples are. */
#ifndef TRIWULAN_CONFIG_DIR
#define TRIWULAN_CONFIG_DIR "config"
#define TRIWULAN_SAMPLES_DIR "samples"
#endif

static const char *environment(const char *name) {
    const char *value = getenv(name);
    return value && *value != '\0' ? value : NULL;
}

/* ---- configuration ---- */

static const char *config_directory(const struct globals *globals) {
    const char *environs = environment("TRIWULAN_KONFIG");
    if (globals->config)
        return globals->config;
    if (environs)
        return environs;
    return access("/etc/triwulan/triwulan.yaml", F_OK) == 0 ? "/etc/triwulan" : TRIWULAN_CONFIG_DIR;
}

static bool resolve_unit(struct context *context, struct err *err) {
    const struct config *config = &context->config;
    const char *code = context->globals.unit;
    context->unit = code ? config_unit(config, code) : NULL;
    if (!code || context->unit)
        return true;
    struct buf known = {0};
    for (int i = 0; i < config->unit_count; i++)
        buf_printf(&known, "%s%s", i == 0 ? "" : ", ", config->unit[i].code);
    err_set(err, ERR_NOT_FOUND, "bidang \"%s\" tidak ada; pilih %s", code, buf_string(&known));
    buf_release(&known);
    return false;
}

typedef bool load_fn(const char *directory, struct config *config, struct buf *problems);

static bool load(struct context *context, load_fn *read, struct buf *problems, struct err *err) {
    context->config_directory = config_directory(&context->globals);
    if (*context->config_directory == '\0')
        return err_set(err, ERR_USAGE, "folder konfigurasi kosong. Contoh: --konfig /etc/triwulan");
    if (read(context->config_directory, &context->config, problems))
        return resolve_unit(context, err);
    return err_set(err, ERR_INVALID, "konfigurasi \"%s\" tidak dapat dipakai; perbaiki yang disebut di atas",
                   context->config_directory);
}

bool context_load(struct context *context, struct buf *problems, struct err *err) {
    return load(context, config_load, problems, err);
}

bool context_load_office(struct context *context, struct buf *problems, struct err *err) {
    return load(context, config_load_office, problems, err);
}

/* ---- who and when ---- */

static bool resolve_login(struct context *context, struct err *err) {
    const char *login = context->globals.login;
    struct passwd entry;
    struct passwd *found = NULL;
    char strings[4096];
    if (!login && getpwuid_r(geteuid(), &entry, strings, sizeof strings, &found) == 0 && found)
        login = found->pw_name;

    int length = login ? snprintf(context->login, sizeof context->login, "%s", login)
                       : snprintf(context->login, sizeof context->login, "uid-%u", (unsigned)geteuid());
    if (length < 1 || length > LOGIN_MAX)
        return err_set(err, ERR_USAGE, "login \"%s\" kosong atau lebih dari %d byte", context->login,
                       LOGIN_MAX);
    return true;
}

static bool resolve_day(struct context *context, struct err *err) {
    const char *today = context->globals.today;
    return !today || date_parse(today, &context->clock.today) ||
           err_set(err, ERR_USAGE, "tanggal \"%s\" tidak sah. Contoh: --hari-ini 2025-09-28", today);
}

bool context_today(struct context *context, struct date *today, struct err *err) {
    if (!resolve_day(context, err))
        return false;
    *today = clock_today(&context->clock, context->config.zone);
    return true;
}

bool context_has_quarter(const struct context *context, struct quarter quarter, const char *asked,
                         struct err *err) {
    const struct config *config = &context->config;
    return config_catalogue(config, quarter) ||
           err_set(err, ERR_NOT_FOUND, "triwulan \"%s\" di luar katalog; pilih %d-TW1 s.d. %d-TW4", asked,
                   config->catalogue[0].year, config_year(config));
}

static bool resolve_quarter(struct context *context, struct err *err) {
    const char *asked = context->globals.quarter;
    int year = config_year(&context->config);
    bool outside = false;
    struct date today = clock_today(&context->clock, context->config.zone);
    context->quarter = config_quarter_due(&context->config, today, &outside);
    if (outside)
        snprintf(context->notice, sizeof context->notice,
                 "hari ini (%d) di luar tahun katalog (%d); periksa tanggal, atau pasang katalog tahun ini",
                 today.year, year);
    if (!asked)
        return true;
    if (!quarter_parse(asked, &context->quarter))
        return err_set(err, ERR_USAGE, "triwulan \"%s\" tidak sah. Contoh: --triwulan %d-TW1", asked, year);
    return context_has_quarter(context, context->quarter, asked, err);
}

bool context_when(struct context *context, struct err *err) {
    return resolve_day(context, err) && resolve_quarter(context, err);
}

/* ---- where ---- */

static char *joined(const char *directory, const char *below) {
    struct buf path = {0};
    buf_printf(&path, "%s%s", directory, below);
    return path.data;
}

/* NULL when nothing says where; "" as it was given. */
static char *data_directory(const struct context *context) {
    const char *given = context->globals.data ? context->globals.data : environment("TRIWULAN_DATA");
    const char *shared = environment("XDG_DATA_HOME");
    const char *home = environment("HOME");
    if (given)
        return memory_text(given);
    if (shared)
        return joined(shared, "/triwulan");
    return home ? joined(home, "/.local/share/triwulan") : NULL;
}

static bool resolve_data(struct context *context, struct err *err) {
    context->data = data_directory(context);
    if (!context->data)
        return err_set(err, ERR_USAGE, "tempat data tidak diketahui: HOME kosong; pakai --data DIR");
    return *context->data != '\0' ||
           err_set(err, ERR_USAGE, "tempat data kosong. Contoh: --data /home/budi/triwulan");
}

bool context_output(const struct context *context, const char *path, struct err *err) {
    char *data = data_directory(context);
    bool allowed = (!data || output_allowed(data, path, err)) &&
                   (!context->data || output_allowed(context->data, path, err));
    free(data);
    return allowed;
}

/* In memory where the system has a place for that: a practice store need not outlive the run. */
static bool make_practice_data(struct context *context, struct err *err) {
    const char *place = environment("TMPDIR");
    if (!place)
        place = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    context->data = joined(place, "/triwulan-latihan-XXXXXX");
    if (mkdtemp(context->data)) {
        context->practice = true;
        return true;
    }
    int error = errno;
    free(context->data);
    context->data = NULL;
    return err_system(err, error, "tempat latihan di \"%s\" tidak dapat dibuat", place);
}

static bool open_office(struct context *context, const char *login, bool look_only, struct err *err) {
    const struct office_options options = {
        .config = &context->config,
        .directory = context->data,
        .login = login,
        .clock = context->clock,
        .look_only = look_only,
    };
    return office_open(&options, &context->office, err);
}

/* By somebody who is not listed and so may fill in every bidang. */
static bool open_practice(struct context *context, struct err *err) {
    if (!make_practice_data(context, err) || !open_office(context, "latihan", false, err))
        return false;
    bool filled = context->fill(context, TRIWULAN_SAMPLES_DIR, err);
    office_close(context->office);
    context->office = NULL;
    return filled;
}

/* Warns and never blocks: what is changed now would seem older than what was changed before. */
static void notice_clock(struct context *context) {
    struct store_info info;
    struct err unread;
    if (!office_describe(context->office, &info, &unread) ||
        info.last_event_at <= office_facts(context->office).now)
        return;
    char last[CLOCK_TEXT_MAX];
    clock_print(info.last_event_at, context->config.zone, last);
    snprintf(context->notice, sizeof context->notice,
             "jam komputer mundur: perubahan terakhir tercatat %s; periksa jam komputer", last);
}

static bool open_for(struct context *context, bool look_only, struct err *err) {
    if (!resolve_login(context, err) || !context_when(context, err))
        return false;
    bool placed = context->globals.sample ? open_practice(context, err) : resolve_data(context, err);
    if (!placed || !open_office(context, context->login, look_only, err))
        return false;
    notice_clock(context);
    return true;
}

bool context_open(struct context *context, struct err *err) {
    return open_for(context, false, err);
}

bool context_look(struct context *context, struct err *err) {
    return open_for(context, true, err);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

void context_close(struct context *context) {
    if (context->office)
        office_close(context->office);
    if (context->practice)
        nftw(context->data, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(context->data);
    config_release(&context->config);
    *context = (struct context){0};
}

/* ---- for the commands ---- */

const char *context_format(const struct context *context, const char *otherwise) {
    return context->globals.format ? context->globals.format : otherwise;
}

const struct catalogue *context_catalogue(const struct context *context) {
    return config_catalogue(&context->config, context->quarter);
}

const struct indicator *context_indicator_in(const struct context *context, struct quarter quarter,
                                             const char *code, struct err *err) {
    const struct indicator *indicator = config_indicator(&context->config, quarter, code);
    if (!indicator)
        err_set(err, ERR_NOT_FOUND, "kode \"%s\" tidak ada di katalog %d; lihat: triwulan katalog tampil",
                code, quarter.year);
    return indicator;
}

const struct indicator *context_indicator(const struct context *context, const char *code, struct err *err) {
    return context_indicator_in(context, context->quarter, code, err);
}

const struct person *context_person(const struct context *context) {
    return office_facts(context->office).asker.person;
}

bool context_shows(const struct context *context, const struct unit *unit) {
    return (!context->unit || context->unit == unit) && person_reads(context_person(context), unit);
}

void subject_print(const char *code, struct quarter quarter, char out[SUBJECT_MAX]) {
    char name[QUARTER_TEXT_MAX];
    quarter_print(quarter, name);
    snprintf(out, SUBJECT_MAX, "%s %s", code, name);
}

static const char *asked_name(const struct context *context) {
    return context->unit ? context->unit->name : context->config.agency_short;
}

void context_print_marks(const struct context *context) {
    printf("%s%s\n", context_catalogue(context)->adopted ? "" : " | rencana aksi: CONTOH, belum ditetapkan",
           context->practice ? " | LATIHAN" : "");
}

void context_print_heading(const struct context *context, const char *what) {
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(context->quarter, quarter);
    printf("%s %s | %s", what, quarter, asked_name(context));
    context_print_marks(context);
}

void context_print_catalogue_heading(const struct context *context) {
    const struct catalogue *catalogue = context_catalogue(context);
    printf("KATALOG %d", catalogue->year);
    if (catalogue->first > 1)
        printf(" mulai %s", quarter_name(catalogue->first));
    printf(" | %s", asked_name(context));
    context_print_marks(context);
}

void context_print_orphans(const struct records *records, FILE *out) {
    struct orphans orphans;
    char text[ERR_TEXT_MAX];
    orphans_of(records, &orphans);
    orphans_print(&orphans, text, sizeof text);
    if (orphans.count)
        fprintf(out, "%s\n", text);
    orphans_release(&orphans);
}
