/* Up to where a person has read arahan. It is a small file beside the draft, one for each login. */
#ifndef OWN_SEEN_H
#define OWN_SEEN_H

#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>

/* Returns the running number up to which everything was seen. It is 0 when nothing was, or when the file is not what it
 * should be; then everything is shown once more. */
uint64_t seen_load(const char *directory, const char *login);

/* Remembers the number durably, unless a higher one is remembered already. It fails as file_replace does. */
bool seen_keep(const char *directory, const char *login, uint64_t number, struct err *err);

#endif
