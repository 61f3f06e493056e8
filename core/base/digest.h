/* SHA-256 (FIPS 180-4, by libmd) and version-7 UUIDs (RFC 9562). */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 32, DIGEST_HEX_MAX = 65, UUID_SIZE = 16, UUID_TEXT_MAX = 37 };

struct digest {
    uint8_t byte[DIGEST_SIZE];
};

struct uuid {
    uint8_t byte[UUID_SIZE];
};

struct digest digest_bytes(const void *data, size_t length);

/* The digest and the size in bytes of a regular file. ERR_NOT_FOUND when it is not there, ERR_INVALID when it
 * is not a file, ERR_IO.
 * Reads in blocks; needs no memory in the file's size. */
bool digest_file(const char *path, struct digest *digest, uint64_t *size, struct err *err);

bool digest_equal(const struct digest *a, const struct digest *b);
void digest_print(const struct digest *digest, char out[DIGEST_HEX_MAX]);

/* A new time-ordered UUID for `instant` (milliseconds UTC); random bits from getrandom(2). */
struct uuid uuid_new(int64_t instant);
void uuid_print(const struct uuid *uuid, char out[UUID_TEXT_MAX]);
bool uuid_parse(const char *text, struct uuid *uuid);

#endif
