/* The floor of a save: a bare LMDB environment, one put and its commit, with LMDB's own syncing. For each
 * line on stdin it makes one and answers with the nanoseconds that took. Usage: floor_put DIRECTORY BYTES
 * ENTRIES, where so many entries of so many bytes are put first, at once. */
#include <errno.h>
#include <lmdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static const size_t MAP_BYTES = (size_t)1 << 30;

struct floor {
    MDB_env *env;
    MDB_dbi table;
    unsigned char *bytes;
    size_t size;
    uint64_t next;
};

static void must(int rc) {
    if (rc == 0)
        return;
    fprintf(stderr, "floor_put: %s\n", mdb_strerror(rc));
    exit(EXIT_FAILURE);
}

static void open_floor(struct floor *floor, const char *directory) {
    MDB_txn *txn;
    must(mkdir(directory, 0700) != 0 && errno != EEXIST ? errno : 0);
    must(mdb_env_create(&floor->env));
    must(mdb_env_set_mapsize(floor->env, MAP_BYTES));
    must(mdb_env_open(floor->env, directory, 0, 0600));
    must(mdb_txn_begin(floor->env, NULL, 0, &txn));
    must(mdb_dbi_open(txn, NULL, 0, &floor->table));
    must(mdb_drop(txn, floor->table, 0));
    must(mdb_txn_commit(txn));
}

static void put(struct floor *floor, MDB_txn *txn) {
    unsigned char number[sizeof floor->next];
    uint64_t next = floor->next++;
    for (size_t i = 0; i < sizeof number; i++)
        number[sizeof number - 1 - i] = (unsigned char)(next >> 8 * i);
    memcpy(floor->bytes, number, sizeof number);
    MDB_val key = {.mv_size = sizeof number, .mv_data = number};
    MDB_val value = {.mv_size = floor->size, .mv_data = floor->bytes};
    must(mdb_put(txn, floor->table, &key, &value, 0));
}

static void fill(struct floor *floor, long entries) {
    MDB_txn *txn;
    must(mdb_txn_begin(floor->env, NULL, 0, &txn));
    for (long i = 0; i < entries; i++)
        put(floor, txn);
    must(mdb_txn_commit(txn));
}

static long long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void save(struct floor *floor) {
    MDB_txn *txn;
    long long before = nanoseconds();
    must(mdb_txn_begin(floor->env, NULL, 0, &txn));
    put(floor, txn);
    must(mdb_txn_commit(txn));
    printf("%lld\n", nanoseconds() - before);
    fflush(stdout);
}

int main(int argc, char **argv) {
    struct floor floor = {0};
    long bytes = argc > 3 ? strtol(argv[2], NULL, 10) : 0;
    long entries = argc > 3 ? strtol(argv[3], NULL, 10) : 0;
    if (bytes < (long)sizeof floor.next || entries < 0)
        return EXIT_FAILURE;
    floor.size = (size_t)bytes;
    floor.bytes = calloc(1, floor.size);
    if (!floor.bytes)
        return EXIT_FAILURE;
    open_floor(&floor, argv[1]);
    fill(&floor, entries);
    for (int byte = getchar(); byte != EOF; byte = getchar())
        if (byte == '\n')
            save(&floor);
    mdb_env_close(floor.env);
    free(floor.bytes);
    return EXIT_SUCCESS;
}
