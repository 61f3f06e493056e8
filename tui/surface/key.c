#include "surface/key.h"
#include "base/utf8.h"
#include <string.h>

const char *key_name(enum key_code code) {
    static const char *const names[] = {KEYS(SET_TEXT)};
    return names[code];
}

enum { ESCAPE = 0x1B, DELETE = 0x7F };

static const struct {
    char byte;
    enum key_code code;
} controls[] = {
    {'\r', KEY_ENTER},       {'\n', KEY_ENTER},      {'\t', KEY_TAB},    {'\b', KEY_BACKSPACE},
    {DELETE, KEY_BACKSPACE}, {0x15, KEY_CLEAR_LINE}, {0x07, KEY_CANCEL}, {0x13, KEY_KEEP},
    {0x1A, KEY_SUSPEND},     {0x0C, KEY_REPAINT},
};

/* What follows ESC. */
static const struct {
    const char *bytes;
    enum key_code code;
} sequences[] = {
    {"[A", KEY_UP},
    {"[B", KEY_DOWN},
    {"[C", KEY_RIGHT},
    {"[D", KEY_LEFT},
    {"OA", KEY_UP},
    {"OB", KEY_DOWN},
    {"OC", KEY_RIGHT},
    {"OD", KEY_LEFT},
    {"[H", KEY_HOME},
    {"[F", KEY_END},
    {"OH", KEY_HOME},
    {"OF", KEY_END},
    {"[1~", KEY_HOME},
    {"[4~", KEY_END},
    {"[7~", KEY_HOME},
    {"[8~", KEY_END},
    {"[3~", KEY_DELETE},
    {"[5~", KEY_PAGE_UP},
    {"[6~", KEY_PAGE_DOWN},
    {"[Z", KEY_BACK_TAB},
    {"OP", KEY_F1},
    {"OQ", KEY_F2},
    {"OR", KEY_F3},
    {"OS", KEY_F4},
    {"[11~", KEY_F1},
    {"[12~", KEY_F2},
    {"[13~", KEY_F3},
    {"[14~", KEY_F4},
    {"[[A", KEY_F1},
    {"[[B", KEY_F2},
    {"[[C", KEY_F3},
    {"[[D", KEY_F4},
    {"[[E", KEY_F5},
    {"[15~", KEY_F5},
    {"[17~", KEY_F6},
    {"[18~", KEY_F7},
    {"[19~", KEY_F8},
    {"[20~", KEY_F9},
    {"[21~", KEY_F10},
    {"OM", KEY_ENTER},
    {"[200~", KEY_PASTE_BEGIN},
    {"[201~", KEY_PASTE_END},
};

/* ESC O and one of these: the numeric keypad in application mode. */
static const char keypad_bytes[] = "pqrstuvwxynlmkjoX";
static const char keypad_text[] = "0123456789.,-+*/=";

static struct key plain(enum key_code code) {
    return (struct key){.code = code};
}

static struct key character(uint32_t point) {
    return (struct key){.code = KEY_TEXT, .point = point};
}

static struct key sequence_key(const char *bytes, size_t length) {
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
        if (strlen(sequences[i].bytes) == length && !memcmp(sequences[i].bytes, bytes, length))
            return plain(sequences[i].code);
    const char *pad = length == 2 && bytes[0] == 'O' ? strchr(keypad_bytes, bytes[1]) : NULL;
    return pad && *pad ? character((unsigned char)keypad_text[pad - keypad_bytes]) : plain(KEY_NONE);
}

/* Bytes behind ESC that make one sequence (ECMA-48: parameters 0x20-0x3F, then a final byte); 0 when more
 * must come. The Linux console's "[[A" has one byte more than its final. */
static size_t sequence_length(const char *bytes, size_t length) {
    if (length < 2)
        return 0;
    if (bytes[0] == 'O')
        return 2;
    size_t end = 1;
    while (end < length && (unsigned char)bytes[end] >= 0x20 && (unsigned char)bytes[end] <= 0x3F)
        end++;
    end += end == 1 && bytes[1] == '[';
    return end < length ? end + 1 : 0;
}

static size_t decode_escape(const char *bytes, size_t length, bool last, struct key *key) {
    *key = plain(KEY_ESCAPE);
    if (length == 1)
        return last;
    if (bytes[1] != '[' && bytes[1] != 'O')
        return 1; /* Esc and a key behind it, sent in one packet over a slow line */
    size_t rest = sequence_length(bytes + 1, length - 1);
    if (rest) {
        *key = sequence_key(bytes + 1, rest);
        return rest + 1;
    }
    if (!last && length < KEY_BYTES_MAX)
        return 0;
    *key = plain(length == 2 ? KEY_ESCAPE : KEY_NONE);
    return length == 2 ? 1 : length;
}

/* Bytes the character that begins with `lead` has; 1 for what begins none. */
static size_t character_size(unsigned char lead) {
    return lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
}

static size_t decode_character(const char *bytes, size_t length, bool last, struct key *key) {
    uint32_t point;
    size_t size = utf8_decode(bytes, length, &point);
    *key = size && point >= 0x20 && !(point >= 0x7F && point < 0xA0) ? character(point) : plain(KEY_NONE);
    if (size)
        return size;
    return length < character_size((unsigned char)bytes[0]) && !last ? 0 : 1;
}

size_t key_decode(const char *bytes, size_t length, bool last, struct key *key) {
    *key = plain(KEY_NONE);
    if (!length)
        return 0;
    if (bytes[0] == ESCAPE)
        return decode_escape(bytes, length, last, key);
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        if (controls[i].byte != bytes[0])
            continue;
        *key = plain(controls[i].code);
        bool pair = bytes[0] == '\r' && length > 1 && bytes[1] == '\n';
        return pair ? 2 : 1;
    }
    return decode_character(bytes, length, last, key);
}
