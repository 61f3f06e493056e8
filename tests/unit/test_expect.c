/* What each person is told about a bidang's quarter, wherever it stands. */
#include "check.h"
#include "model/expect.h"
#include "unit/small_office.h"
#include <string.h>

/* Rows that all stand at this step. */
#define AT(stage) .rows = 1, .at[stage] = 1

static const struct {
    struct tally tally;
    const char *login;
    bool turn;
    const char *text;
} cases[] = {
    {{AT(STAGE_OPEN), .blank = 3, .unjudged = 2}, "operator", true, "isi 3 indikator lagi (Enter)"},
    {{AT(STAGE_OPEN), .blank = 3, .unjudged = 2},
     "verifikator",
     false,
     "menunggu operator atau atasan Bidang Koperasi (Operator Koperasi) mengisi 3 indikator"},
    {{AT(STAGE_OPEN), .unjudged = 5, .lacking = 4}, "operator", true, "lengkapi 4 indikator (P)"},
    {{AT(STAGE_OPEN), .unjudged = 5, .lacking = 4},
     "pimpinan",
     false,
     "menunggu operator atau atasan Bidang Koperasi (Operator Koperasi) melengkapi 4 indikator"},
    {{AT(STAGE_OPEN), .unjudged = 5}, "atasan", true, "periksa (P), lalu ajukan (A)"},
    {{AT(STAGE_OPEN), .unjudged = 5},
     "operator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{AT(STAGE_OPEN), .unjudged = 5},
     "atasan2",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{AT(STAGE_INITIALLED), .unjudged = 5}, "atasan", true, "ajukan (A)"},
    {{AT(STAGE_SUBMITTED), .unjudged = 5}, "verifikator", true, "periksa 5 indikator (V)"},
    {{AT(STAGE_SUBMITTED), .unjudged = 5},
     "operator",
     false,
     "menunggu verifikator (Verifikator Koperasi) memeriksa 5 indikator"},
    {{AT(STAGE_SUBMITTED), .returned = 1, .unjudged = 4},
     "operator",
     true,
     "perbaiki 1 indikator (P), lalu diajukan lagi"},
    {{AT(STAGE_SUBMITTED), .returned = 1, .unjudged = 4}, "verifikator", true, "periksa 4 indikator (V)"},
    {{AT(STAGE_SUBMITTED), .returned = 2, .mended = 1},
     "operator",
     true,
     "perbaiki 1 indikator (P), lalu diajukan lagi"},
    {{AT(STAGE_SUBMITTED), .returned = 1, .mended = 1}, "atasan", true, "ajukan lagi yang diperbaiki (A)"},
    {{AT(STAGE_SUBMITTED), .returned = 1, .mended = 1},
     "verifikator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan lagi"},
    {{AT(STAGE_SUBMITTED)}, "verifikator", true, "selesaikan verifikasi (A)"},
    {{AT(STAGE_SUBMITTED), .unjudged = 4, .unanswered = 2},
     "atasan",
     true,
     "tanggapi koreksi 2 indikator (P, G)"},
    {{AT(STAGE_SUBMITTED), .unjudged = 4, .unanswered = 2}, "verifikator", true, "periksa 4 indikator (V)"},
    {{AT(STAGE_VERIFIED), .unanswered = 2}, "atasan", true, "tanggapi koreksi 2 indikator (P, G)"},
    {{AT(STAGE_VERIFIED), .unanswered = 2},
     "operator",
     false,
     "menunggu pimpinan (Pimpinan Koperasi) mengesahkan"},
    {{AT(STAGE_RATIFIED), .unanswered = 2}, "atasan", false, ""},
    {{AT(STAGE_RETURNED)}, "atasan", true, "periksa (P), lalu ajukan (A)"},
    {{AT(STAGE_RETURNED)}, "operator", true, "perbaiki menurut alasannya (P), lalu diajukan lagi"},
    {{AT(STAGE_RETURNED)},
     "verifikator",
     false,
     "menunggu atasan Bidang Koperasi (Atasan Koperasi) mengajukan"},
    {{AT(STAGE_VERIFIED)}, "pimpinan", true, "sahkan (A)"},
    {{AT(STAGE_VERIFIED)}, "perencana", true, "catat surat pengesahannya (A)"},
    {{AT(STAGE_VERIFIED)}, "operator", false, "menunggu pimpinan (Pimpinan Koperasi) mengesahkan"},
    {{AT(STAGE_RATIFIED)}, "atasan", false, ""},
    {{.rows = 0}, "operator", false, ""},
};

static void every_step_says_whose_turn_it_is(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[ERR_TEXT_MAX];
        const struct person person = config_person(small_office(), cases[i].login);
        const struct asker asker = {.config = small_office(), .person = &person};
        bool turn = expected_print(&asker, small_office_unit("koperasi"), &cases[i].tally, text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(turn, cases[i].turn);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_says_whose_turn_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
