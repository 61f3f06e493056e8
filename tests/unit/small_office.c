#include "unit/small_office.h"

#define VALUE(whole)                                                                                         \
    {                                                                                                        \
        .kind = FIGURE_VALUE, .value = {(whole)*DECIMAL_SCALE }                                              \
    }
#define UNITS(ten_thousandths)                                                                               \
    {                                                                                                        \
        .kind = FIGURE_VALUE, .value = { ten_thousandths }                                                   \
    }
#define EACH(target)                                                                                         \
    { target, target, target, target }
#define NONE                                                                                                 \
    { .kind = FIGURE_NOT_MEASURED }
#define NOT_SET                                                                                              \
    { .kind = FIGURE_NOT_SET }
#define WHOLE(whole)                                                                                         \
    { (whole) * DECIMAL_SCALE }

static const struct unit units[] = {{"koperasi", "Bidang Koperasi"}, {"sekretariat", "Sekretariat"}};

#define PERSON(role, login_text, name_text, in)                                                              \
    { .login = (login_text), .name = (name_text), .position = "", .unit = (in), .roles = 1u << (role) }

static const struct person people[] = {
    PERSON(ROLE_OPERATOR, "operator", "Operator Koperasi", &units[0]),
    PERSON(ROLE_SUPERVISOR, "atasan", "Atasan Koperasi", &units[0]),
    PERSON(ROLE_VERIFIER, "verifikator", "Verifikator Koperasi", &units[0]),
    PERSON(ROLE_PLANNER, "perencana", "Perencana Koperasi", &units[0]),
    PERSON(ROLE_HEAD, "pimpinan", "Pimpinan Koperasi", &units[0]),
    PERSON(ROLE_READER, "pembaca", "Pembaca Koperasi", &units[0]),
    PERSON(ROLE_OPERATOR, "operator2", "Operator Sekretariat", &units[1]),
    PERSON(ROLE_SUPERVISOR, "atasan2", "Atasan Sekretariat", &units[1]),
    PERSON(ROLE_VERIFIER, "verifikator2", "Verifikator Sekretariat", &units[1]),
    PERSON(ROLE_PLANNER, "perencana2", "Perencana Sekretariat", &units[1]),
    PERSON(ROLE_HEAD, "pimpinan2", "Pimpinan Sekretariat", &units[1]),
    PERSON(ROLE_READER, "pembaca2", "Pembaca Sekretariat", &units[1]),
};

static const struct requirement documents[] = {
    {EVIDENCE_REPORT, "Laporan koperasi", {true, true, true, true}},
    {EVIDENCE_DECREE, "SK penetapan", {false, false, false, true}},
};

static const struct indicator indicators[] = {
    {.code = REPORTS,
     .level = LEVEL_SUBACTIVITY,
     .objective = "",
     .description = "Jumlah laporan",
     .measure = {.name = "laporan"},
     .unit = &units[0],
     .plan = {.annual = WHOLE(1500), .target = EACH(VALUE(375))},
     .requirement = documents,
     .requirement_count = 2},
    {.code = PEOPLE,
     .level = LEVEL_SUBACTIVITY,
     .objective = "",
     .description = "Jumlah orang",
     .measure = {.name = "orang/bulan"},
     .unit = &units[0],
     .plan = {.annual = WHOLE(28), .target = EACH(VALUE(28)), .aggregation = AGGREGATION_MEAN}},
    {.code = DOCUMENT,
     .level = LEVEL_PROGRAM,
     .objective = "",
     .description = "Jumlah dokumen",
     .measure = {.name = "dokumen"},
     .unit = &units[0],
     .plan = {.annual = WHOLE(1), .target = {NONE, NONE, NONE, VALUE(1)}, .aggregation = AGGREGATION_YEARLY}},
    {.code = PRODUCTS,
     .level = LEVEL_ACTIVITY,
     .objective = "",
     .description = "Jumlah produk",
     .measure = {.name = "produk"},
     .unit = &units[0],
     .budgeted = true,
     .budget = WHOLE(25000000),
     .plan = {.annual = WHOLE(12), .target = EACH(VALUE(3))}},
    {.code = COMPLAINTS,
     .level = LEVEL_ACTIVITY,
     .objective = "",
     .description = "Jumlah aduan",
     .measure = {.name = "aduan"},
     .unit = &units[0],
     .plan = {.annual = WHOLE(5),
              .target = EACH(VALUE(5)),
              .aggregation = AGGREGATION_POSITION,
              .polarity = POLARITY_LOWER}},
    {.code = SHARE,
     .level = LEVEL_IKU,
     .objective = "",
     .description = "Persentase",
     .measure = {.name = "%", .decimals = true, .percent = true},
     .unit = &units[0],
     .plan = {.annual = {1500}, .target = EACH(UNITS(1500)), .aggregation = AGGREGATION_POSITION}},
    {.code = UNSPLIT,
     .level = LEVEL_ACTIVITY,
     .objective = "",
     .description = "Jumlah unit",
     .measure = {.name = "unit"},
     .unit = &units[0],
     .plan = {.annual = WHOLE(10), .target = EACH(NOT_SET)}},
    {.code = SECRETARIAT,
     .level = LEVEL_SUBACTIVITY,
     .objective = "",
     .description = "Jumlah surat",
     .measure = {.name = "surat"},
     .unit = &units[1],
     .plan = {.annual = WHOLE(4), .target = EACH(VALUE(1))}},
};

/* K-ADUAN K-BELUM K-DOKUMEN K-LAPORAN K-ORANG K-PERSEN K-PRODUK S-SURAT */
static const int by_code[] = {4, 6, 2, 0, 1, 5, 3, 7};

static const struct zone makassar = {"Asia/Makassar", "WITA", 8 * 60};

static const struct catalogue catalogue = {
    .year = SMALL_OFFICE_YEAR,
    .first = 1,
    .plan_number = "",
    .indicator = indicators,
    .count = sizeof indicators / sizeof indicators[0],
    .by_code = by_code,
    .digest = {{0xca, 0x7a}},
};

static const struct config config = {
    .agency = "Dinas Contoh",
    .agency_short = "DINAS",
    .region = "Kabupaten Contoh",
    .address = "",
    .place = "Contoh",
    .team_decree = "",
    .head = {"Kepala Dinas", "", "", ""},
    .team_chair = {"Ketua Tim", "", "", ""},
    .planner = {"Perencana", "", "", ""},
    .zone = &makassar,
    .unit = units,
    .unit_count = 2,
    .person = people,
    .person_count = sizeof people / sizeof people[0],
    .rules = {.cap = {.capped = true, .limit = WHOLE(120)},
              .warn = {.above = WHOLE(120), .below = WHOLE(50), .jump = WHOLE(10)}},
    .catalogue = &catalogue,
    .catalogue_count = 1,
};

const struct config *small_office(void) {
    return &config;
}

const struct unit *small_office_unit(const char *code) {
    return config_unit(&config, code);
}

const struct indicator *small_office_indicator(const char *code) {
    return catalogue_find(&catalogue, code);
}
