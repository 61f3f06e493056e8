/* A closed set is one X-macro whose rows are an id and what belongs to it, so that a new member is a new row.
 *
 *     #define STAGES(X)                       \
 *         X(STAGE_OPEN, "terbuka", "Terbuka") \
 *         X(STAGE_RATIFIED, "disahkan", "Disahkan")
 *     enum stage { STAGES(SET_ID) STAGE_COUNT };
 *     static const struct { const char *word, *label; } stages[] = {STAGES(SET_ROW)};
 *
 * A set whose members have a word and a label is a struct vocabulary as well (value/measure.h, VOCABULARY). */
#ifndef BASE_CLOSED_SET_H
#define BASE_CLOSED_SET_H

#define SET_ID(id, ...) id,             /* makes a row a member of the enum */
#define SET_ROW(id, ...) {__VA_ARGS__}, /* makes all that is behind the id one initialiser */
#define SET_TEXT(id, text) text,        /* takes the text of a set that has nothing else behind the id */

#endif
