/* What each person is told about a bidang's quarter, wherever it stands. */
#include "check.h"
#include "model/expect.h"
#include "unit/small_office.h"
#include <string.h>

static const struct {
    struct standing standing;
    const char *login;
    bool turn;
    const char *text;
} cases[] = {
    {{true, STAGE_OPEN, 3, 0, 2, 0, 0, 0, 0}, "operator", true, "isi 3 indikator lagi (Enter)"},
    {{true, STAGE_OPEN, 3, 0, 2, 0, 0, 0, 0},
     "verifikator",
     false,
     "menunggu operator atau atasan Bidang Koperasi (Operator Koperasi) mengisi 3 indikator"},
    {{true, STAGE_OPEN, 0, 0, 5, 0, 0, 4, 0}, "operator", true, "lengkapi 4 indikator (P)"},
    {{true, STAGE_OPEN, 0, 0, 5, 0, 0, 4, 0},
     "pimpinan",
     false,
     "menunggu operator atau atasan Bidang Koperasi (Operator Koperasi) melengkapi 4 indikator"},
    {{true, STAGE_OPEN, 0, 0, 5, 0, 0, 0, 0}, "atasan", true, "periksa (P), lalu ajukan (A)"},
    {{true, STAGE_OPEN, 0, 0, 5, 0, 0, 0, 0},
     "operator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{true, STAGE_OPEN, 0, 0, 5, 0, 0, 0, 0},
     "atasan2",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{true, STAGE_INITIALLED, 0, 0, 5, 0, 0, 0, 0}, "atasan", true, "ajukan (A)"},
    {{true, STAGE_SUBMITTED, 0, 0, 5, 0, 0, 0, 0}, "verifikator", true, "periksa 5 indikator (V)"},
    {{true, STAGE_SUBMITTED, 0, 0, 5, 0, 0, 0, 0},
     "operator",
     false,
     "menunggu verifikator (Verifikator Koperasi) memeriksa 5 indikator"},
    {{true, STAGE_SUBMITTED, 0, 1, 4, 0, 0, 0, 0},
     "operator",
     true,
     "perbaiki 1 indikator (P), lalu diajukan lagi"},
    {{true, STAGE_SUBMITTED, 0, 1, 4, 0, 0, 0, 0}, "verifikator", true, "periksa 4 indikator (V)"},
    {{true, STAGE_SUBMITTED, 0, 2, 0, 0, 1, 0, 0},
     "operator",
     true,
     "perbaiki 1 indikator (P), lalu diajukan lagi"},
    {{true, STAGE_SUBMITTED, 0, 1, 0, 0, 1, 0, 0}, "atasan", true, "ajukan lagi yang diperbaiki (A)"},
    {{true, STAGE_SUBMITTED, 0, 1, 0, 0, 1, 0, 0},
     "verifikator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan lagi"},
    {{true, STAGE_SUBMITTED, 0, 0, 0, 0, 0, 0, 0}, "verifikator", true, "selesaikan verifikasi (A)"},
    {{true, STAGE_SUBMITTED, 0, 0, 4, 2, 0, 0, 0}, "atasan", true, "tanggapi koreksi 2 indikator (P, G)"},
    {{true, STAGE_SUBMITTED, 0, 0, 4, 2, 0, 0, 0}, "verifikator", true, "periksa 4 indikator (V)"},
    {{true, STAGE_VERIFIED, 0, 0, 0, 2, 0, 0, 0}, "atasan", true, "tanggapi koreksi 2 indikator (P, G)"},
    {{true, STAGE_VERIFIED, 0, 0, 0, 2, 0, 0, 0},
     "operator",
     false,
     "menunggu pimpinan (Pimpinan Koperasi) mengesahkan"},
    {{true, STAGE_RATIFIED, 0, 0, 0, 2, 0, 0, 0}, "atasan", false, ""},
    {{true, STAGE_RETURNED, 0, 0, 0, 0, 0, 0, 0}, "atasan", true, "periksa (P), lalu ajukan (A)"},
    {{true, STAGE_RETURNED, 0, 0, 0, 0, 0, 0, 0},
     "operator",
     true,
     "perbaiki menurut alasannya (P), lalu diajukan lagi"},
    {{true, STAGE_RETURNED, 0, 0, 0, 0, 0, 0, 0},
     "verifikator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{true, STAGE_VERIFIED, 0, 0, 0, 0, 0, 0, 0}, "pimpinan", true, "sahkan (A)"},
    {{true, STAGE_VERIFIED, 0, 0, 0, 0, 0, 0, 0}, "perencana", true, "catat surat pengesahannya (A)"},
    {{true, STAGE_VERIFIED, 0, 0, 0, 0, 0, 0, 0},
     "operator",
     false,
     "menunggu pimpinan (Pimpinan Koperasi) mengesahkan"},
    {{true, STAGE_RATIFIED, 0, 0, 0, 0, 0, 0, 0}, "atasan", false, ""},
    {{false, STAGE_OPEN, 0, 0, 0, 0, 0, 0, 0}, "operator", false, ""},
};

static void every_step_says_whose_turn_it_is(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[ERR_TEXT_MAX];
        const struct person person = config_person(small_office(), cases[i].login);
        bool turn =
            expected_print(small_office(), &person, small_office_unit("koperasi"), &cases[i].standing, text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(turn, cases[i].turn);
    }
}

static void rows_add_up(void **state) {
    (void)state;
    struct standing standing = {0};
    const struct rules rules = {.evidence_required = true}, lenient = {0};
    struct row row = {.indicator = small_office_indicator(REPORTS), .quarter = {2025, 3}};
    row.stage = STAGE_SUBMITTED;
    row.actual.filled = true;
    standing_add(&standing, &row, &rules);
    row.verdict = VERDICT_RETURNED;
    row.mended = true;
    row.stage = STAGE_RETURNED;
    standing_add(&standing, &row, &rules);
    row = (struct row){.indicator = row.indicator, .quarter = row.quarter, .stage = STAGE_SUBMITTED};
    standing_add(&standing, &row, &rules);
    row.verdict = VERDICT_CORRECTED;
    standing_add(&standing, &row, &rules);
    row.answer = ANSWER_ACCEPTED;
    standing_add(&standing, &row, &rules);
    row = (struct row){.indicator = row.indicator, .stage = STAGE_SUBMITTED, .required = 3};
    row.actual.filled = true;
    row.required_attached = row.required_promised = 1;
    row.verdict = VERDICT_CONFORMS;
    row.quarter.number = 3;
    standing_add(&standing, &row, &rules);
    standing_add(&standing, &row, &lenient);
    row.required_promised = 2;
    standing_add(&standing, &row, &rules);
    assert_int_equal(standing.lacking, 1);
    assert_int_equal(standing.stage, STAGE_SUBMITTED);
    assert_int_equal(standing.unanswered, 1);
    assert_int_equal(standing.blank, 3);
    assert_int_equal(standing.returned, 1);
    assert_int_equal(standing.mended, 1);
    assert_int_equal(standing.verdicts, 6);
    assert_int_equal(standing.unjudged, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_says_whose_turn_it_is),
        cmocka_unit_test(rows_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
