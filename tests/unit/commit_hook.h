/* What a test does in the middle of a commit, where LMDB calls the system. A program that uses the hook has fdatasync,
 * pwrite and writev of its own, which do what the system's do. */
#ifndef UNIT_COMMIT_HOOK_H
#define UNIT_COMMIT_HOOK_H

enum commit_moment {
    COMMIT_WRITES, /* before some of its pages, or its meta page, are written */
    COMMIT_SYNCS,  /* its pages are written; the meta page that makes them count is not */
    COMMIT_ENDS    /* its meta page is written, which was its last write */
};

/* Called at each of these moments; NULL: nothing. */
extern void (*commit_hook)(enum commit_moment moment);

#endif
