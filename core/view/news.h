/* What waits to be read or followed up by a person; somebody of a bidang is told the news of that bidang only. Pure,
 * over the records that were read. */
#ifndef VIEW_NEWS_H
#define VIEW_NEWS_H

#include "model/records.h"

struct news {
    int instructions;     /* arahan, and answers by others, that were not seen yet */
    int recommendations;  /* open recommendations that are carried into the quarter */
    int overdue;          /* open recommendations whose day is over */
    struct record latest; /* the newest of the instructions; head.sequence 0: there is none */
};

/* Counts the news of a quarter to a person who has seen every arahan up to the running number `seen` (own/seen.h). */
void news_of(const struct records *records, struct quarter quarter, uint64_t seen, struct news *news);

/* Says whether an arahan is among the news to a person who has seen every arahan up to the running number `seen`. */
bool news_has(const struct asker *asker, const struct record *record, uint64_t seen);

/* Returns the highest running number of an arahan, to be remembered as seen; 0 when there is none. */
uint64_t news_latest(const struct records *records);

#endif
