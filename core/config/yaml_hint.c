#include "config/config_internal.h"
#include <string.h>

static const struct {
    const char *problem;
    const char *text;
} syntax[] = {
    {"mapping values are not allowed in this context",
     "\": \" tidak boleh di sini; beri tanda kutip pada teks yang memuatnya, atau luruskan indentasi"},
    {"did not find expected key", "indentasi atau kunci salah; luruskan dengan kunci di atasnya"},
    {"could not find expected ':'", "kunci tanpa \":\"; tulis \"kunci: nilai\""},
    {"found character that cannot start any token",
     "karakter ini tidak boleh mengawali nilai; beri tanda kutip"},
    {"found a tab character that violates indentation", "TAB dalam indentasi; ganti dengan spasi"},
    {"found a tab character where an indentation space is expected",
     "TAB dalam indentasi; ganti dengan spasi"},
    {"did not find expected ',' or ']'", "daftar [ ] kurang koma atau belum ditutup"},
    {"did not find expected ',' or '}'", "kelompok { } kurang koma atau belum ditutup"},
    {"found unexpected end of stream", "tanda kutip belum ditutup"},
    {"found unexpected document indicator", "tanda kutip belum ditutup"},
    {"did not find expected '-' indicator", "butir daftar tidak lurus; samakan indentasi \"-\""},
    {"block sequence entries are not allowed in this context",
     "butir \"-\" tidak boleh di sini; mulai di baris sendiri"},
    {"mapping keys are not allowed in this context",
     "kunci \"?\" tidak boleh di sini; tulis \"kunci: nilai\""},
    {"did not find expected comment or line break", "teks yang diawali \"|\" atau \">\" perlu tanda kutip"},
    {"did not find expected alphabetic or numeric character",
     "teks yang diawali \"&\" atau \"*\" perlu tanda kutip"},
    {"did not find expected node content", "nilai tidak ada; tulis nilainya atau \"\""},
    {"found unknown escape character", "urutan \"\\\" tidak dikenal; pakai tanda kutip tunggal"},
    {"did not find expected hexdecimal number", "urutan \"\\\" tidak lengkap; pakai tanda kutip tunggal"},
    {"found invalid Unicode character escape code", "urutan \"\\\" bukan karakter; hapus"},
    {"did not find expected <document start>", "baris ini di luar isi berkas; luruskan dengan baris pertama"},
    {"found unknown directive name", "petunjuk \"%\" tidak didukung; hapus barisnya"},
    {"found duplicate %YAML directive", "petunjuk \"%\" tidak didukung; hapus barisnya"},
    {"found incompatible YAML document", "petunjuk \"%\" tidak didukung; hapus barisnya"},
    {"found undefined tag handle", "tag \"!\" tidak didukung; hapus, atau beri tanda kutip"},
};

const char *yaml_hint_syntax(const char *problem) {
    for (size_t i = 0; i < sizeof syntax / sizeof *syntax; i++)
        if (strcmp(syntax[i].problem, problem) == 0)
            return syntax[i].text;
    return "susunan YAML salah; bandingkan dengan baris yang benar di atasnya";
}

enum { WORD_MAX = 32, FAR = WORD_MAX };

static int least(int a, int b, int c) {
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Letters to put in, take out or change (Levenshtein). */
static int distance(const char *a, const char *b) {
    size_t length = strlen(b);
    if (strlen(a) > WORD_MAX || length > WORD_MAX)
        return FAR;
    int row[WORD_MAX + 1];
    for (size_t j = 0; j <= length; j++)
        row[j] = (int)j;
    for (size_t i = 0; a[i]; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 0; j < length; j++) {
            int above = row[j + 1];
            row[j + 1] = least(above + 1, row[j] + 1, diagonal + (a[i] != b[j]));
            diagonal = above;
        }
    }
    return row[length];
}

const char *yaml_hint_key(const struct yaml_table *table, const char *name) {
    const char *near = NULL;
    int best = 3;
    for (int i = 0; i < table->count; i++) {
        int far = distance(name, table->key[i].name);
        if (far >= best || far * 2 > (int)strlen(table->key[i].name))
            continue;
        best = far;
        near = table->key[i].name;
    }
    return near;
}
