/* Digests are SHA-256 (FIPS 180-4, by libmd); identifiers are UUIDs of version 7 (RFC 9562). */
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

/* Returns the digest of `length` bytes. */
struct digest digest_bytes(const void *data, size_t length);

/* Tells the digest and the size in bytes of a regular file. It is read in blocks, so that memory does not grow with it.
 *   ERR_NOT_FOUND  no file has this name
 *   ERR_INVALID    it is not a regular file
 *   ERR_IO         the disk failed, or the file may not be read */
bool digest_file(const char *path, struct digest *digest, uint64_t *size, struct err *err);

bool digest_equal(const struct digest *a, const struct digest *b);
/* Prints 64 hexadecimal digits in small letters. */
void digest_print(const struct digest *digest, char out[DIGEST_HEX_MAX]);

/* Returns a new UUID. Those of a later `instant` (milliseconds UTC) sort behind; the other bits are random, from
 * getrandom(2). */
struct uuid uuid_new(int64_t instant);
/* Prints "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" in small letters. */
void uuid_print(const struct uuid *uuid, char out[UUID_TEXT_MAX]);
/* Reads what uuid_print prints, in either case. False, with *uuid unchanged, when the text is anything else. */
bool uuid_parse(const char *text, struct uuid *uuid);

#endif
