/* A library for LD_PRELOAD that counts a program's transactions in LMDB: into the file that TRIWULAN_HITUNG names, two
 * numbers of 8 bytes, readings and changes. */
#include <dlfcn.h>
#include <fcntl.h>
#include <lmdb.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { READINGS, CHANGES, COUNTS };

static uint64_t *counts(void) {
    static uint64_t *mapped;
    const char *path = getenv("TRIWULAN_HITUNG");
    if (mapped || !path)
        return mapped;
    int descriptor = open(path, O_RDWR | O_CLOEXEC);
    void *map = mmap(NULL, COUNTS * sizeof *mapped, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (map != MAP_FAILED)
        mapped = map;
    return mapped;
}

static void count(int which) {
    uint64_t *at = counts();
    if (at)
        at[which]++;
}

int mdb_txn_renew(MDB_txn *txn) {
    int (*renew)(MDB_txn *);
    *(void **)&renew = dlsym(RTLD_NEXT, "mdb_txn_renew");
    count(READINGS);
    return renew(txn);
}

int mdb_txn_begin(MDB_env *env, MDB_txn *parent, unsigned flags, MDB_txn **txn) {
    int (*begin)(MDB_env *, MDB_txn *, unsigned, MDB_txn **);
    *(void **)&begin = dlsym(RTLD_NEXT, "mdb_txn_begin");
    if (!(flags & MDB_RDONLY))
        count(CHANGES);
    return begin(env, parent, flags, txn);
}
