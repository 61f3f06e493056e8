/* Runs a fuzz target over its kept corpus as a plain test: replay_NAME reads tests/fuzz/corpus/NAME and
 * writes TAP. A finding ends the process, as under the fuzzer, and the sanitizer says where. */
#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"
#include <dirent.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char PREFIX[] = "/replay_";
enum { CORPUS_FILE_MAX = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int regular(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static bool replay(const char *path) {
    struct buf content = {0};
    struct err err = {0};
    if (!file_read(path, CORPUS_FILE_MAX, &content, &err)) {
        printf("# %s\n", err.text);
        return false;
    }
    LLVMFuzzerTestOneInput((const uint8_t *)buf_string(&content), content.length);
    buf_release(&content);
    return true;
}

int main(int argc, char *argv[]) {
    const char *name = argc > 0 ? strstr(argv[0], PREFIX) : NULL;
    char corpus[PATH_MAX];
    snprintf(corpus, sizeof corpus, "tests/fuzz/corpus/%s", name ? name + strlen(PREFIX) : "");

    struct dirent **entries = NULL;
    int count = scandir(corpus, &entries, regular, alphasort);
    if (count <= 0) {
        printf("not ok 1 - no corpus in %s\n", corpus);
        return 1;
    }
    bool passed = true;
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX + NAME_MAX + 2];
        snprintf(path, sizeof path, "%s/%s", corpus, entries[i]->d_name);
        bool ok = replay(path);
        printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 1, entries[i]->d_name);
        fflush(stdout);
        free(entries[i]);
        passed = passed && ok;
    }
    free(entries);
    return passed ? 0 : 1;
}
