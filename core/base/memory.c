#include "base/memory.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*exhausted_hook)(void);

void memory_on_exhausted(void (*hook)(void)) {
    exhausted_hook = hook;
}

_Noreturn void memory_exhausted(void) {
    static const char message[] = "memori habis: program ditutup, yang sudah tersimpan aman; "
                                  "tutup program lain lalu buka kembali\n";
    void (*hook)(void) = exhausted_hook;
    exhausted_hook = NULL;
    if (hook)
        hook();
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
    _exit(EXIT_FAILURE);
}

/* Zero items still get an address, so that NULL can only mean exhaustion. */
void *memory_alloc(size_t count, size_t size) {
    void *memory = count && size ? calloc(count, size) : calloc(1, 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_resize(void *old, size_t count, size_t size) {
    void *memory = count && size ? reallocarray(old, count, size) : realloc(old, 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

char *memory_text(const char *text) {
    size_t size = strlen(text) + 1;
    return memcpy(memory_alloc(size, 1), text, size);
}
