#include "base/digest.h"
#include "base/file.h"
#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

_Static_assert(DIGEST_SIZE == SHA256_DIGEST_LENGTH, "a digest is what libmd makes");

struct digest digest_bytes(const void *data, size_t length) {
    struct digest digest;
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, data, length);
    SHA256Final(digest.byte, &context);
    return digest;
}

struct counted {
    SHA2_CTX context;
    uint64_t size;
};

static void count_block(void *context, const void *bytes, size_t length) {
    struct counted *counted = context;
    SHA256Update(&counted->context, bytes, length);
    counted->size += length;
}

bool digest_file(const char *path, struct digest *digest, uint64_t *size, struct err *err) {
    struct counted counted = {.size = 0};
    SHA256Init(&counted.context);
    if (!file_each_block(path, UINT64_MAX, count_block, &counted, err))
        return false;
    SHA256Final(digest->byte, &counted.context);
    *size = counted.size;
    return true;
}

bool digest_equal(const struct digest *a, const struct digest *b) {
    return !memcmp(a->byte, b->byte, DIGEST_SIZE);
}

static const char hex_digits[] = "0123456789abcdef";

static char *put_hex(char *out, uint8_t byte) {
    *out++ = hex_digits[byte >> 4];
    *out++ = hex_digits[byte & 0xF];
    return out;
}

void digest_print(const struct digest *digest, char out[DIGEST_HEX_MAX]) {
    for (size_t i = 0; i < DIGEST_SIZE; i++)
        out = put_hex(out, digest->byte[i]);
    *out = '\0';
}

/* Without randomness no identifier is unique: the program cannot go on. */
static void fill_random(uint8_t *out, size_t length) {
    while (length) {
        ssize_t got = getrandom(out, length, 0);
        if (got < 0 && errno != EINTR)
            abort();
        if (got > 0) {
            out += got;
            length -= (size_t)got;
        }
    }
}

enum { TIME_SIZE = 6, VERSION_AT = 6, VARIANT_AT = 8 };

struct uuid uuid_new(int64_t instant) {
    struct uuid uuid;
    uint64_t rest = (uint64_t)instant;
    for (size_t i = TIME_SIZE; i > 0; i--, rest >>= 8)
        uuid.byte[i - 1] = (uint8_t)rest;
    fill_random(uuid.byte + TIME_SIZE, UUID_SIZE - TIME_SIZE);
    uuid.byte[VERSION_AT] = (uint8_t)(0x70 | (uuid.byte[VERSION_AT] & 0x0F));
    uuid.byte[VARIANT_AT] = (uint8_t)(0x80 | (uuid.byte[VARIANT_AT] & 0x3F));
    return uuid;
}

/* 8-4-4-4-12 */
static bool dash_before(size_t byte) {
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

void uuid_print(const struct uuid *uuid, char out[UUID_TEXT_MAX]) {
    for (size_t i = 0; i < UUID_SIZE; i++) {
        if (dash_before(i))
            *out++ = '-';
        out = put_hex(out, uuid->byte[i]);
    }
    *out = '\0';
}

static int hex_value(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

bool uuid_parse(const char *text, struct uuid *uuid) {
    struct uuid parsed;
    if (strlen(text) != UUID_TEXT_MAX - 1)
        return false;
    for (size_t i = 0; i < UUID_SIZE; i++, text += 2) {
        if (dash_before(i) && *text++ != '-')
            return false;
        int high = hex_value(text[0]);
        int low = hex_value(text[1]);
        if (high < 0 || low < 0)
            return false;
        parsed.byte[i] = (uint8_t)(high << 4 | low);
    }
    *uuid = parsed;
    return true;
}
