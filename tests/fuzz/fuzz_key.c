/* The key decoder on any bytes: it always gets on, and hands out only keys there are. */
#include "base/utf8.h"
#include "surface/key.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

static void check_key(const struct key *key) {
    must(key->code >= KEY_NONE && key->code < KEY_IDLE);
    must(!key->pasted);
    must((key->code == KEY_TEXT) == (key->point != 0));
    must(key->code != KEY_TEXT || (key->point >= 0x20 && key->point != 0x7F && key->point <= 0x10FFFF));
}

/* Bytes that come one by one and mean something before the last is there are decoded as when all are. */
static void check_growing(const char *bytes, size_t length, size_t used, const struct key *key) {
    for (size_t part = 1; part < used; part++) {
        struct key early;
        size_t taken = key_decode(bytes, part, false, &early);
        must(taken <= part);
        must(taken == 0 || (bytes[0] == '\r' && used == 2) || length >= KEY_BYTES_MAX);
    }
    struct key again;
    must(key_decode(bytes, used, true, &again) == used);
    must(again.code == key->code && again.point == key->point);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *bytes = (const char *)data;
    struct key key;
    must(key_decode(bytes, 0, true, &key) == 0);
    while (size) {
        size_t used = key_decode(bytes, size, false, &key);
        must(used <= size);
        if (used) {
            check_key(&key);
            check_growing(bytes, size, used, &key);
        } else {
            must(size < KEY_BYTES_MAX);
            used = key_decode(bytes, size, true, &key);
            check_key(&key);
        }
        must(used >= 1 && used <= size);
        bytes += used;
        size -= used;
    }
    return 0;
}
