/* A whole year of the office through the screens: five bidang, four quarters and the year's own measurement,
 * with a correction up and one down, a return, an unlocking, one handed in late, and a recommendation carried
 * from quarter to quarter; it ends in the store's exact figures. */
#include "check.h"
#include "e2e/batch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 5, PERIODS_OF_YEAR = 5, ROWS_MAX = 64, KOPERASI = 3, UNIT_ROW = 4 };

/* In the order of the configuration, which is that of the menu. */
static const struct bidang {
    const char *code, *name, *operator, * supervisor;
} bidang[UNITS] = {
    {"perdagangan", "Bidang Perdagangan", "perdagangan1", "kabiddag"},
    {"umkm", "Bidang UMKM", "umkm1", "kabidumkm"},
    {"perindustrian", "Bidang Perindustrian", "perindustrian1", "kabidind"},
    {"koperasi", "Bidang Koperasi", "koperasi1", "kabidkop"},
    {"sekretariat", "Sekretariat", "sekretariat1", "sekretaris"},
};

static const struct period {
    const char *name, *today, *late, *evidence_date;
} periods[PERIODS_OF_YEAR] = {
    {"2025-TW1", "2025-04-03", NULL, "28-3-2025"}, {"2025-TW2", "2025-07-03", "2025-07-10", "27-6-2025"},
    {"2025-TW3", "2025-10-03", NULL, "26-9-2025"}, {"2025-TW4", "2025-12-22", NULL, "19-12-2025"},
    {"2025-TAHUN", "2026-01-20", NULL, NULL},
};

/* What is planned for an indicator in a period, as `lihat --format csv` tells it. */
struct planned {
    char code[16], target[24];
    int evidence;
};

static char *home;
static struct planned row[ROWS_MAX];
static int rows;

static int setup(void **state) {
    *state = home = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* The n-th cell, from 1, of a line without quoted commas before it. */
static void cell(const char *line, int n, char *out, size_t size) {
    while (--n > 0)
        line = strchr(line, ',') + 1;
    snprintf(out, size, "%.*s", (int)strcspn(line, ",\r\n"), line);
}

static void read_plan(const struct bidang *unit, const struct period *period) {
    struct batch batch =
        batch_run(home, "--sebagai", "kadis", "--bidang", unit->code, "--triwulan", period->name,
                  "--hari-ini", period->today, "lihat", "--format", "csv", (char *)NULL);
    const char *line = strchr(buf_string(&batch.out), '\n') + 1;
    assert_int_equal(batch.status, 0);
    for (rows = 0; *line; line = strchr(line, '\n') + 1, rows++) {
        char evidence[8];
        assert_true(rows < ROWS_MAX);
        cell(line, 1, row[rows].code, sizeof row[rows].code);
        cell(line, 6, row[rows].target, sizeof row[rows].target);
        cell(line, 17, evidence, sizeof evidence);
        row[rows].evidence = (int)strtol(evidence, NULL, 10);
    }
    batch_release(&batch);
}

static int measured(void) {
    int count = 0;
    for (int i = 0; i < rows; i++)
        count += row[i].target[0] != '\0';
    return count;
}

/* As it is typed. */
static void with_comma(const char *target, char *out, size_t size) {
    snprintf(out, size, "%s", target);
    for (char *at = out; *at; at++)
        if (*at == '.')
            *at = ',';
}

/* ---- in front of the screens ---- */

/* At the menu, on the period's line, with the bidang chosen. */
static struct terminal *sit_down(const char *login, const struct bidang *unit, const struct period *period,
                                 const char *today) {
    const char *const arguments[] = {"--sebagai", login, "--hari-ini", today ? today : period->today, NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments, .rows = 30};
    struct terminal *terminal = terminal_open(&setup);
    for (int i = 0; i <= UNITS && !strstr(terminal_row(terminal, UNIT_ROW), unit->name); i++)
        terminal_key(terminal, VTERM_KEY_RIGHT);
    assert_non_null(strstr(terminal_row(terminal, UNIT_ROW), unit->name));
    if (period == &periods[PERIODS_OF_YEAR - 1])
        terminal_key(terminal, VTERM_KEY_END);
    return terminal;
}

static void stand_up(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

/* One thing done at the menu, and what the message line says then. */
static void do_at_menu(const char *login, const struct bidang *unit, const struct period *period,
                       const char *today, const char *keys, const char *said) {
    struct terminal *terminal = sit_down(login, unit, period, today);
    terminal_type(terminal, keys);
    terminal_expect(terminal, said);
    stand_up(terminal);
}

static void type_values(struct terminal *terminal, bool year) {
    for (int i = 0; i < rows; i++) {
        char keys[32];
        if (!row[i].target[0])
            continue;
        with_comma(year ? "=" : row[i].target, keys, sizeof keys - 1);
        terminal_type(terminal, keys);
        terminal_type(terminal, "\r");
    }
}

/* Each required document is in the same cupboard. */
static void attach_evidence(struct terminal *terminal, const char *date) {
    for (int i = 0; i < rows; i++) {
        char keys[64];
        if (!row[i].evidence)
            continue;
        snprintf(keys, sizeof keys, "/%.15s\rb", row[i].code);
        terminal_type(terminal, keys);
        for (int n = 0; n < row[i].evidence; n++) {
            snprintf(keys, sizeof keys, "\rlemari 3\t%s\r", date);
            terminal_type(terminal, keys);
            terminal_key(terminal, VTERM_KEY_DOWN);
        }
        terminal_type(terminal, "\033");
    }
}

static void fill(const struct bidang *unit, const struct period *period) {
    bool year = !period->evidence_date;
    struct terminal *terminal = sit_down(unit->operator, unit, period, NULL);
    terminal_type(terminal, "\r");
    type_values(terminal, year);
    if (!year)
        attach_evidence(terminal, period->evidence_date);
    terminal_type(terminal, "p");
    terminal_expect(terminal, " 0 indikator menghalangi");
    stand_up(terminal);
}

static void verify(const struct bidang *unit, const struct period *period, const char *first, int passed) {
    struct terminal *terminal = sit_down("sakip1", unit, period, NULL);
    terminal_type(terminal, "v");
    terminal_type(terminal, first);
    for (int i = 0; i < passed; i++)
        terminal_type(terminal, "s");
    terminal_expect(terminal, "Semua sudah diperiksa");
    terminal_type(terminal, "ay");
    stand_up(terminal);
}

static void quarter_of(const struct bidang *unit, const struct period *period) {
    bool late = period->late && unit == &bidang[2];
    read_plan(unit, period);
    fill(unit, period);
    do_at_menu(unit->supervisor, unit, period, late ? period->late : NULL, "ay", "Diajukan. Berikutnya");
}

static void finish(const struct bidang *unit, const struct period *period) {
    verify(unit, period, "", measured());
    do_at_menu("kadis", unit, period, period->late, "ay", "Disahkan, dan terkunci");
}

/* ---- what is out of the ordinary ---- */

/* Koperasi's first quarter: one achievement raised, one lowered, one row sent back; unlocked after all, and
 * ratified from paper. */
static void first_of_koperasi(const struct period *period) {
    const struct bidang *unit = &bidang[KOPERASI];
    struct terminal *terminal;
    verify(unit, period, "k\t110\rbukti melebihi\rk\t50\rdua laporan tanpa tanda tangan\rmlampirkan SK\r",
           measured() - 3);
    do_at_menu("sakip1", unit, period, NULL, "a", "1 indikator dikembalikan");
    terminal = sit_down(unit->operator, unit, period, NULL);
    terminal_expect(terminal, "Ditunggu dari Anda: perbaiki 1 indikator (P), lalu diajukan lagi");
    terminal_type(terminal, "\r/PRO-11\r9,5\r");
    stand_up(terminal);
    do_at_menu(unit->supervisor, unit, period, NULL, "ay", "Diajukan. Berikutnya");
    do_at_menu(unit->supervisor, unit, period, NULL, "pg2\rlaporannya sudah lengkap\r",
               "Tanggapan tersimpan");
    verify(unit, period, "s", 0);
    do_at_menu("kadis", unit, period, NULL, "ay", "Disahkan, dan terkunci");
    do_at_menu("perencana", unit, period, NULL, "tSalah catat\r", "Kunci dibuka");
    do_at_menu(unit->supervisor, unit, period, NULL, "ay", "Diajukan. Berikutnya");
    do_at_menu("sakip1", unit, period, NULL, "ay", "Terverifikasi");
    do_at_menu("perencana", unit, period, NULL, "aBA 518/2025\r", "Disahkan menurut surat");
}

/* An earlier quarter stands beside the next as it counts, also where only its achievement was corrected. */
static void look_back(const struct period *period) {
    const struct bidang *unit = &bidang[KOPERASI];
    struct terminal *terminal = sit_down(unit->operator, unit, period, NULL);
    terminal_type(terminal, "\r/PRO-10\r");
    terminal_expect(terminal, " TW I 33,00 (50,00), ");
    stand_up(terminal);
}

static void recommendation(const struct period *period, int number) {
    const struct bidang *unit = &bidang[KOPERASI];
    static const char *const keys[] = {"ot1\r1\r\r\rk\r\r\rTetapkan SOP\r", "o", "o\r2\rSOP disusun\r",
                                       "o\r3\r\023"};
    static const char *const said[] = {"Rekomendasi tersimpan", "> 1 Terbuka", "> 1 Ditindaklanjuti",
                                       "Tindak lanjut tersimpan"};
    bool planner = number == 0 || number == 3;
    if (number < 4)
        do_at_menu(planner ? "perencana" : unit->operator, unit, period, NULL, keys[number], said[number]);
}

/* ---- the figures ---- */

/* What koperasi's first quarter became; everything else was reached as planned. */
static const struct {
    const char *code, *actual, *final;
} special[] = {{"IKU-04", NULL, "110.00"}, {"PRO-10", NULL, "50.00"}, {"PRO-11", "9.50", "99.69"}};

static void put_expected(struct buf *out, const struct period *period, const struct planned *planned,
                         bool first) {
    const char *actual = planned->target, *final = *planned->target ? "100.00" : "";
    for (size_t i = 0; first && i < sizeof special / sizeof *special; i++)
        if (strcmp(special[i].code, planned->code) == 0) {
            actual = special[i].actual ? special[i].actual : actual;
            final = special[i].final;
        }
    buf_printf(out, "%s,%s,%s,%s,disahkan\n", planned->code, period->name, actual, final);
}

static void check_figures(const struct bidang *unit, const struct period *period) {
    struct buf expected = {0}, line = {0};
    bool first = unit == &bidang[KOPERASI] && period == periods;
    read_plan(unit, period);
    for (int i = 0; i < rows; i++)
        put_expected(&expected, period, &row[i], first);
    buf_printf(&line,
               "triwulan --sebagai inspektorat1 --bidang %s --triwulan %s lihat --format csv | tail -n +2 | "
               "tr -d '\\r' | cut -d, -f1,4,7,10,18",
               unit->code, period->name);
    const struct step step = {line.data, 0, buf_string(&expected), NULL};
    shell_steps(home, &step, 1);
    buf_release(&line);
    buf_release(&expected);
}

static void test_year(void **state) {
    static const struct step after[] = {
        {"triwulan --sebagai kadis status --triwulan 2025-TW2 --format csv | tr -d '\\r' | cut -d, -f1,8,13",
         0,
         "bidang,status,terlambat_hari\nperdagangan,disahkan,0\numkm,disahkan,0\nperindustrian,disahkan,3\n"
         "koperasi,disahkan,0\nsekretariat,disahkan,0\n",
         NULL},
        {"triwulan --sebagai kadis rekomendasi lihat --semua --format csv | tail -n 1 | cut -d, -f1,2,11,12",
         0, "2025-TW1,1,selesai,SOP disusun\n", NULL},
        {"triwulan --sebagai kadis periksa-data", 0, "...0 temuan\n", NULL},
    };
    (void)state;
    for (int n = 0; n < PERIODS_OF_YEAR; n++) {
        for (int i = 0; i < UNITS; i++) {
            quarter_of(&bidang[i], &periods[n]);
            if (n == 0 && i == KOPERASI)
                first_of_koperasi(&periods[n]);
            else
                finish(&bidang[i], &periods[n]);
        }
        recommendation(&periods[n], n);
        if (n == 1)
            look_back(&periods[n]);
    }
    for (int n = 0; n < PERIODS_OF_YEAR; n++)
        for (int i = 0; i < UNITS; i++)
            check_figures(&bidang[i], &periods[n]);
    SHELL_STEPS(home, after);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_year, setup, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
