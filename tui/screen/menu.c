#include "base/memory.h"
#include "base/text.h"
#include "model/expect.h"
#include "own/seen.h"
#include "screen/ask/steps.h"
#include "screen/offer.h"
#include "screen/screens.h"
#include "view/news.h"
#include "view/orphans.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One quarter's line. */
struct menu_quarter {
    bool begun;
    struct tally all;                /* of the rows shown */
    struct tally *unit;              /* of each bidang, in the order of the configuration */
    const struct indicator *waiting; /* the first row without a value, or sent back; NULL: none */
    bool turn;                       /* it is the person's, for some bidang shown */
    char expected[2 * ERR_TEXT_MAX]; /* what comes next, in words */
};

struct menu {
    struct screen screen;
    struct table table;
    struct menu_quarter quarter[PERIODS];
    bool known;                 /* it could be read */
    struct news news;           /* of the quarter that is due */
    char orphans[ERR_TEXT_MAX]; /* codes that are in no catalogue any more, in words; "" for none */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .letter = 'I', .weight = 9, .action = ACTION_FILL},
    {.key = KEY_LEFT, .action = ACTION_UNIT_BEFORE},
    {.key = KEY_RIGHT, .action = ACTION_UNIT_AFTER},
    {.key = KEY_F7, .letter = 'P', .weight = 9, .action = ACTION_REVIEW},
    {.key = KEY_F8, .letter = 'A', .weight = 9, .action = ACTION_STEP},
    {.key = KEY_NONE, .letter = 'T', .weight = 7, .action = ACTION_STEP_BACK},
    {.key = KEY_NONE, .letter = 'V', .weight = 8, .action = ACTION_VERIFY},
    {.key = KEY_NONE, .letter = 'D', .weight = 6, .action = ACTION_DASHBOARD},
    {.key = KEY_NONE, .letter = 'H', .weight = 3, .action = ACTION_INSTRUCTIONS},
    {.key = KEY_NONE, .letter = 'O', .weight = 2, .action = ACTION_RECOMMENDATIONS},
    {.key = KEY_NONE, .letter = 'U', .weight = 1, .action = ACTION_MEETINGS},
    {.key = KEY_NONE, .letter = 'E', .weight = 1, .action = ACTION_DOSSIERS},
    {.key = KEY_NONE, .letter = 'J', .weight = 4, .action = ACTION_CALENDAR},
    {.key = KEY_F9, .letter = 'L', .weight = 5, .action = ACTION_REPORT},
    {.key = KEY_F1, .letter = '?', .weight = 9, .action = ACTION_HELP},
    {.key = KEY_F10, .letter = 'Q', .weight = 9, .action = ACTION_QUIT},
};

static struct menu *menu_of(struct screen *screen) {
    return (struct menu *)screen;
}

static const struct menu *menu_in(const struct screen *screen) {
    return (const struct menu *)screen;
}

static struct quarter quarter_of(const struct session *session, int index) {
    return (struct quarter){.year = session->quarter.year, .number = index + 1};
}

/* --- what is shown --- */

static bool count_row(void *context, const struct row *row) {
    struct menu *menu = context;
    struct menu_quarter *quarter = &menu->quarter[row->quarter.number - 1];
    if (!quarter->begun)
        return true;
    const struct config *config = menu->screen.session->config;
    tally_add(&quarter->all, row, &config->rules);
    tally_add(&quarter->unit[row->indicator->unit - config->unit], row, &config->rules);
    if (row->state == ENTRY_WITHHELD)
        return true;
    bool waits = plan_takes_value(&row->indicator->plan, row->quarter.number) && !row->actual.filled;
    if ((waits || row->verdict == VERDICT_RETURNED) && !quarter->waiting)
        quarter->waiting = row->indicator;
    return true;
}

/* Of all bidang only those are named in which it is the person's turn. */
static void print_turns(const struct session *session, const struct asker *asker,
                        struct menu_quarter *quarter) {
    const struct config *config = session->config;
    char names[ERR_TEXT_MAX] = "", text[ERR_TEXT_MAX];
    for (int i = 0; i < config->unit_count; i++)
        if (expected_print(asker, &config->unit[i], &quarter->unit[i], text))
            text_join(names, sizeof names, ", ", config->unit[i].name);
    quarter->turn = *names != '\0';
    snprintf(quarter->expected, sizeof quarter->expected, "Ditunggu dari Anda: %s",
             *names ? names : "tidak ada");
}

static void print_expected(const struct session *session, const struct asker *asker,
                           struct menu_quarter *quarter) {
    const struct tally *tally = &quarter->unit[session->unit - session->config->unit];
    char text[ERR_TEXT_MAX];
    quarter->turn = expected_print(asker, session->unit, tally, text);
    if (!*text && tally_any(tally) && tally_stage(tally) == STAGE_RATIFIED)
        snprintf(quarter->expected, sizeof quarter->expected, "Sudah disahkan dan terkunci");
    else if (*text)
        snprintf(quarter->expected, sizeof quarter->expected, "%s%s",
                 quarter->turn ? "Ditunggu dari Anda: " : "Sekarang ", text);
}

static void clear(struct menu *menu) {
    const struct session *session = menu->screen.session;
    for (int i = 0; i < PERIODS; i++) {
        struct date opens = quarter_opens(quarter_of(session, i));
        struct tally *unit = menu->quarter[i].unit;
        memset(unit, 0, (size_t)session->config->unit_count * sizeof *unit);
        menu->quarter[i] =
            (struct menu_quarter){.begun = date_compare(opens, session_today(session)) <= 0, .unit = unit};
    }
}

static void name_orphans(struct menu *menu, const struct records *records) {
    struct orphans orphans;
    orphans_of(records, &orphans);
    orphans_print(&orphans, menu->orphans, sizeof menu->orphans);
    orphans_release(&orphans);
}

/* All from one reading. */
static void reload(struct screen *screen) {
    struct menu *menu = menu_of(screen);
    struct session *session = screen->session;
    const struct scope scope = session_scope(
        session, session->unit, KINDS_ROW | 1u << RECORD_INSTRUCTION | 1u << RECORD_RECOMMENDATION);
    struct reading reading;
    menu->known = session_read(session, &scope, &reading);
    const struct records *records = &reading.records;
    clear(menu);
    row_each_of_year(records, session->unit, session->quarter.year, count_row, menu);
    for (int i = 0; i < PERIODS && menu->known; i++)
        (session->unit ? print_expected : print_turns)(session, &records->asker, &menu->quarter[i]);
    const char *directory = office_facts(session->office).directory;
    news_of(records, session->quarter, seen_load(directory, session->person->login), &menu->news);
    name_orphans(menu, records);
    reading_release(&reading);
    table_size(&menu->table, PERIODS, PERIODS);
}

static int units_read(const struct session *session) {
    const struct config *config = session->config;
    int count = 0;
    for (int i = 0; i < config->unit_count; i++)
        count += person_reads(session->person, &config->unit[i]);
    return count;
}

/* The next bidang the person may read; all of them together stand before the first and behind the last. */
static void unit_step(struct session *session, int by) {
    const struct config *config = session->config;
    int count = config->unit_count + 1;
    if (units_read(session) < 2)
        return;
    int at_unit = session->unit ? (int)(session->unit - config->unit) + 1 : 0;
    do {
        at_unit = (at_unit + by + count) % count;
        session->unit = at_unit ? &config->unit[at_unit - 1] : NULL;
    } while (session->unit && !person_reads(session->person, session->unit));
}

/* --- drawing --- */

static const char *greeting(const struct session *session) {
    static const struct {
        int until;
        const char *text;
    } hours[] = {{4, "Selamat malam"}, {11, "Selamat pagi"}, {15, "Selamat siang"}, {18, "Selamat sore"}};
    int hour = clock_hour(session_now(session), session->config->zone);
    for (size_t i = 0; i < sizeof hours / sizeof *hours; i++)
        if (hour < hours[i].until)
            return hours[i].text;
    return hours[0].text;
}

static void draw_greeting(const struct session *session, struct surface *surface, int row) {
    const struct person *person = session->person;
    char roles[128];
    role_set_print(person->roles, roles, sizeof roles);
    const char *what = person->everything ? "semua peran di komputer ini" : roles;
    const char *where = person->unit ? person->unit->name : "";
    surface_printf(surface, at(row, 2, 78), STYLE_NORMAL, "%s, %s (%s%s%s)", greeting(session), person->name,
                   what, *where ? ", " : "", where);
}

static void state_print(const struct menu_quarter *quarter, int days_left, char *out, size_t size) {
    const struct tally *tally = &quarter->all;
    enum stage stage = tally_stage(tally);
    bool complete = tally->filled == tally->takes_value;
    const char *state = !tally->filled ? "Kosong" : complete ? "Terisi" : "Draf";
    if (!quarter->begun)
        snprintf(out, size, "Belum waktunya");
    else if (tally->withheld)
        snprintf(out, size, "%s", entry_state_words.term[ENTRY_WITHHELD].label);
    else if (stage == STAGE_SUBMITTED && tally->returned)
        snprintf(out, size, "Diajukan, %d dikembalikan", tally->returned);
    else if (stage != STAGE_OPEN)
        snprintf(out, size, "%s", stage_words.term[stage].label);
    else if (!tally->takes_value)
        snprintf(out, size, "Tidak ada isian");
    else if (complete && tally->filled)
        snprintf(out, size, "%s", state);
    else if (days_left < 0)
        snprintf(out, size, "%s - terlambat %d hari", state, -days_left);
    else
        snprintf(out, size, "%s - sisa %d hari", state, days_left);
}

static void ratio_print(bool shown, int part, int whole, char *out, size_t size) {
    if (shown && whole)
        snprintf(out, size, "%d/%d", part, whole);
    else
        snprintf(out, size, "-");
}

static void draw_quarter(const void *context, struct surface *surface, int index, int row) {
    const struct menu *menu = context;
    const struct session *session = menu->screen.session;
    const struct menu_quarter *quarter = &menu->quarter[index];
    struct date deadline = config_deadline(session->config, quarter_of(session, index));
    int days_left = deadline_days_left(deadline, session_today(session));
    char due[CLOCK_TEXT_MAX];
    char filled[24];
    char evidence[24];
    char state[64];
    const char *name = index + 1 == YEAR_PERIOD ? "Tahun" : quarter_roman(index + 1);
    date_print_long(deadline, due);
    bool shown = menu->known && quarter->begun && !quarter->all.withheld;
    ratio_print(shown, quarter->all.filled, quarter->all.takes_value, filled, sizeof filled);
    ratio_print(shown, quarter->all.required_attached, quarter->all.required, evidence, sizeof evidence);
    state_print(quarter, days_left, state, sizeof state);
    if (!menu->known)
        snprintf(state, sizeof state, "Tidak terbaca");
    bool late = shown && days_left < 0 && quarter->all.filled < quarter->all.takes_value;
    surface_printf(surface, at(row, 2, 51), STYLE_NORMAL, "%c %-5s %-7s %-17s %-8s %s",
                   index == menu->table.cursor ? '>' : ' ', name, quarter_months(index + 1), due, filled,
                   evidence);
    surface_put(surface, at(row, 53, 27), late ? STYLE_OVERDUE : STYLE_NORMAL, state);
}

static void draw_unit(const struct session *session, struct surface *surface, int row) {
    const char *name = session->unit ? session->unit->name : "Semua bidang";
    bool several = units_read(session) > 1;
    surface_printf(surface, at(row, 2, 78), STYLE_NORMAL, several ? "< %s >   Kiri/Kanan: bidang lain" : "%s",
                   name);
}

/* Blank while there is nothing new. */
static void draw_news(const struct menu *menu, struct surface *surface, int row) {
    const struct news *news = &menu->news;
    const struct record *latest = &news->latest;
    const struct unit *subject = config_unit(menu->screen.session->config, latest->key.code);
    if (news->instructions)
        surface_printf(surface, at(row++, 2, surface_columns(surface) - 2), STYLE_NORMAL,
                       "%d arahan belum dibaca (H): %s, %s: %s", news->instructions,
                       subject ? subject->name : latest->key.code,
                       config_name(menu->screen.session->config, latest->changed_by),
                       latest->instruction.text);
    if (news->recommendations)
        surface_printf(surface, at(row, 2, surface_columns(surface) - 2), STYLE_NORMAL,
                       "%d rekomendasi terbuka (O)%s", news->recommendations,
                       news->overdue ? ", ada yang lewat tenggat" : "");
}

static void draw_plan(const struct menu *menu, struct surface *surface, int row) {
    const struct session *session = menu->screen.session;
    const struct catalogue *catalogue =
        config_catalogue(session->config, quarter_of(session, menu->table.cursor));
    char date[CLOCK_TEXT_MAX];
    if (!catalogue->adopted) {
        surface_put(surface, at(row, 2, 78), STYLE_NORMAL, "Rencana aksi: CONTOH, belum ditetapkan");
        return;
    }
    date_print_long(catalogue->plan_date, date);
    surface_printf(surface, at(row, 2, 78), STYLE_NORMAL, "Rencana aksi: %s, %s", catalogue->plan_number,
                   date);
}

enum {
    ROW_GREETING = 2,
    ROW_UNIT = 4,
    ROW_HEADER = 6,
    ROW_FIRST = 7,
    ROW_EXPECTED = 13,
    EXPECTED_ROWS = 2,
    ROW_NEWS = ROW_EXPECTED + EXPECTED_ROWS,
    ROW_PLAN = 17,
    ROW_ORPHANS = 18,
    ROW_GUIDE = 19
};

/* What comes next in the quarter under the cursor, and where else the person is waited for. */
static void draw_expected(const struct menu *menu, struct surface *surface, int row) {
    const struct menu_quarter *quarter = &menu->quarter[menu->table.cursor];
    char text[sizeof quarter->expected + 64], others[64] = "";
    for (int i = 0; i < PERIODS; i++)
        if (i != menu->table.cursor && menu->quarter[i].turn)
            text_join(others, sizeof others, ", ", quarter_name(i + 1));
    snprintf(text, sizeof text, "%s%s%s%s", quarter->expected,
             !*others        ? ""
             : quarter->turn ? ". Anda juga"
                             : ". Anda",
             *others ? " ditunggu di " : "", others);
    surface_wrap(surface, at(row, 2, surface_columns(surface) - 2), EXPECTED_ROWS, STYLE_NORMAL, text);
}

/* Whether the person may type into the quarter under the cursor. */
static bool fills(const struct menu *menu) {
    const struct session *session = menu->screen.session;
    const struct config *config = session->config;
    const struct menu_quarter *quarter = &menu->quarter[menu->table.cursor];
    const struct unit *unit = session->unit;
    const struct tally *tally = unit ? &quarter->unit[unit - config->unit] : &quarter->all;
    struct err err = {0};
    return deed_held(config, session->person, DEED_FILL, unit, &err) &&
           (tally->returned ||
            deed_possible(config, DEED_FILL, tally_stage(tally), unit, unit ? unit->name : "", &err));
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct menu *menu = menu_in(screen);
    const struct session *session = screen->session;
    surface_rule(surface, 1);
    draw_greeting(session, surface, ROW_GREETING);
    draw_unit(session, surface, ROW_UNIT);
    surface_put(surface, at(ROW_HEADER, 4, 76), STYLE_NORMAL,
                "Triwulan      Batas kirim       Terisi   Bukti   Status");
    table_draw(&menu->table, surface, ROW_FIRST, draw_quarter, menu);
    draw_news(menu, surface, ROW_NEWS);
    draw_plan(menu, surface, ROW_PLAN);
    surface_put(surface, at(ROW_ORPHANS, 2, surface_columns(surface) - 2), STYLE_WARNING, menu->orphans);
    draw_expected(menu, surface, ROW_EXPECTED);
    surface_printf(surface, at(ROW_GUIDE, 2, 78), STYLE_NORMAL,
                   "Di lembar isian: %sB bukti, R catatan, ? bantuan.",
                   fills(menu) ? "ketik angka lalu Enter. " : "");
    surface_put(surface, at(ROW_GUIDE + 1, 2, 78), STYLE_NORMAL,
                "D dasbor, J jadwal, L laporan, H arahan, O rekomendasi, U monev, E E-SAKIP.");
    surface_cursor(surface, ROW_FIRST + menu->table.cursor, 2);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct config *config = screen->session->config;
    snprintf(out, TITLE_TEXT_MAX, "TRIWULAN %d | %s %s", screen->session->quarter.year, config->agency_short,
             config->region);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct menu *menu = menu_in(screen);
    const struct menu_quarter *quarter = &menu->quarter[menu->table.cursor];
    int number = menu->table.cursor + 1;
    char name[32] = "pengukuran tahun";
    if (number != YEAR_PERIOD)
        snprintf(name, sizeof name, "Triwulan %s", quarter_roman(number));
    if (quarter->waiting && fills(menu))
        snprintf(out, TITLE_TEXT_MAX, "Enter: lanjutkan %s dari %s", name, quarter->waiting->code);
    else
        snprintf(out, TITLE_TEXT_MAX, "Enter: buka %s", name);
}

static const char *label(const struct screen *screen, enum action action) {
    static const struct offer offers[] = {{ACTION_VERIFY, DEED_CHECK}};
    const struct session *session = screen->session;
    const struct menu *menu = menu_in(screen);
    const struct unit *unit = session->unit;
    const struct tally *tally =
        unit ? &menu->quarter[menu->table.cursor].unit[unit - session->config->unit] : NULL;
    if (action == ACTION_STEP)
        return steps_label(session, unit, tally, DIRECTION_FORWARD);
    if (action == ACTION_STEP_BACK)
        return steps_label(session, unit, tally, DIRECTION_BACK);
    if (action == ACTION_REVIEW && !unit)
        return NULL;
    if (action == ACTION_FILL && !fills(menu))
        return action_label(ACTION_OPEN); /* to read */
    return offer_label(session, unit, offers, sizeof offers / sizeof *offers, action);
}

/* --- keys --- */

/* What is about the quarter under the cursor. */
static enum next act_on_quarter(struct menu *menu, enum action action) {
    struct session *session = menu->screen.session;
    session_go(session, quarter_of(session, menu->table.cursor));
    session->focus = action == ACTION_FILL ? menu->quarter[menu->table.cursor].waiting : NULL;
    switch ((int)action) {
    case ACTION_FILL:
        return screen_open(session, entry_grid_new(session));
    case ACTION_REVIEW:
        return screen_open(session, review_new(session));
    case ACTION_INSTRUCTIONS:
        return screen_open(session, records_new(session, RECORD_INSTRUCTION, NULL));
    case ACTION_RECOMMENDATIONS:
        return screen_open(session, records_new(session, RECORD_RECOMMENDATION, NULL));
    case ACTION_MEETINGS:
        return screen_open(session, records_new(session, RECORD_MEETING, NULL));
    case ACTION_DOSSIERS:
        return screen_open(session, dossiers_new(session));
    case ACTION_DASHBOARD:
        return screen_open(session, dashboard_new(session));
    case ACTION_REPORT:
        return screen_open(session, report_new(session));
    case ACTION_CALENDAR:
        return screen_open(session, calendar_new(session));
    case ACTION_VERIFY:
        return screen_open(session, verify_open(session));
    case ACTION_STEP:
        return steps_begin(session, DIRECTION_FORWARD);
    case ACTION_STEP_BACK:
        return steps_begin(session, DIRECTION_BACK);
    default:
        return screen_act(&menu->screen, action);
    }
}

static enum next act(struct screen *screen, enum action action) {
    struct menu *menu = menu_of(screen);
    if (table_act(&menu->table, action))
        return NEXT_STAY;
    if (action == ACTION_UNIT_BEFORE || action == ACTION_UNIT_AFTER) {
        unit_step(screen->session, action == ACTION_UNIT_BEFORE ? -1 : 1);
        reload(screen);
        return NEXT_STAY;
    }
    return act_on_quarter(menu, action);
}

static void menu_free(struct screen *screen) {
    for (int i = 0; i < PERIODS; i++)
        free(menu_of(screen)->quarter[i].unit);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "menu",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = menu_free,
};

struct screen *menu_new(struct session *session) {
    struct menu *menu = memory_alloc(1, sizeof *menu);
    menu->screen = (struct screen){.ops = &ops, .session = session};
    for (int i = 0; i < PERIODS; i++)
        menu->quarter[i].unit = memory_alloc((size_t)session->config->unit_count, sizeof(struct tally));
    table_size(&menu->table, PERIODS, PERIODS);
    table_go(&menu->table, session->quarter.number - 1);
    if (!session->unit && !session->person->everything)
        session->unit = session->person->unit;
    return &menu->screen;
}
