/* Text from outside is checked once, at the door. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/err.h"
#include <stddef.h>
#include <stdint.h>

/* True when `length` bytes are valid UTF-8 of at most `max` bytes with no C0, C1 or DEL control (so no TAB),
 * no line break (U+2028, U+2029 neither), no bidirectional control (U+061C, U+200E, U+200F, U+202A-202E,
 * U+2066-2069), no invisible character (soft hyphen, zero-width space or joiner, fillers of Hangul,
 * variation selectors, tags: the table in text.c has them all) and no noncharacter. Combining marks pass.
 * Otherwise ERR_INVALID, naming the character as U+XXXX and its place ("karakter ke-3"). */
bool text_accept(const char *text, size_t length, size_t max, struct err *err);

/* The same filter for showing what passed no door (file names): `out` gets the text with '?' for what is
 * refused. */
void text_printable(const char *text, char *out, size_t size);

/* Without ASCII white space and NO-BREAK SPACE at both ends: *length is reduced, the start is returned. */
const char *text_trim(const char *text, size_t *length);

/* ASCII letters compared without case; other bytes exactly. */
bool text_equal_folded(const char *a, size_t a_length, const char *b, size_t b_length);

/* The order of two texts, ASCII letters without case, other bytes by value: <0, 0, >0. */
int text_compare_folded(const char *a, const char *b);

/* Whether `needle` occurs in `text`, ASCII letters without case; an empty needle does. */
bool text_contains_folded(const char *text, const char *needle);

/* Appends `part` to the text in `out` of `size` bytes, behind `separator` unless that is empty; what finds no
 * room is cut off. */
void text_join(char *out, size_t size, const char *separator, const char *part);

/* A file's size as people read it: "1,2 MB". */
enum { SIZE_TEXT_MAX = 32 };
void size_print(uint64_t bytes, char out[SIZE_TEXT_MAX]);

#endif
