/* Text from outside is checked once, where it comes in. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/err.h"
#include <stddef.h>
#include <stdint.h>

/* Says whether `length` bytes are a text of at most `max` bytes that may come in: valid UTF-8 without any of these. The
 * table in text.c has them all; combining marks pass.
 *   - C0, C1 and DEL controls, so no TAB either; line breaks (U+2028 and U+2029 too)
 *   - bidirectional controls (U+061C, U+200E, U+200F, U+202A-202E, U+2066-2069)
 *   - invisible characters: soft hyphen, zero-width space or joiner, fillers of Hangul, variation selectors, tags
 *   - noncharacters
 * Otherwise it sets ERR_INVALID, which names the character as U+XXXX and its place ("karakter ke-3"), or the bound. */
bool text_accept(const char *text, size_t length, size_t max, struct err *err);

/* Copies a text that came in without a check (a file name, say) to `out` for showing, with '?' for each character that
 * text_accept refuses; what finds no room is cut off between characters. */
void text_printable(const char *text, char *out, size_t size);

/* Leaves out ASCII white space and NO-BREAK SPACE at both ends: returns where the rest begins, and shortens *length. */
const char *text_trim(const char *text, size_t *length);

/* Says whether two texts are equal, ASCII letters compared without case and every other byte exactly. */
bool text_equal_folded(const char *a, size_t a_length, const char *b, size_t b_length);

/* Returns less than 0, 0 or more than 0, as `a` comes before `b`, is equal to it, or comes behind it: ASCII letters
 * without case, other bytes by value. */
int text_compare_folded(const char *a, const char *b);

/* Says whether `needle` occurs in `text`, ASCII letters without case. An empty needle always does. */
bool text_contains_folded(const char *text, const char *needle);

/* Appends `part` to the text in `out` of `size` bytes, behind `separator` unless that text is empty. What finds no room
 * is cut off. */
void text_join(char *out, size_t size, const char *separator, const char *part);

/* Prints the size of a file as people read it: "1,2 MB". */
enum { SIZE_TEXT_MAX = 32 };
void size_print(uint64_t bytes, char out[SIZE_TEXT_MAX]);

#endif
