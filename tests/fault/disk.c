#include "fault/disk.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "check.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SECTOR = 512, LOG_BYTES_MAX = 1 << 28, ROOT = 0, UNKNOWN = -1 };

/* A call, the numbers of what it is about, and how much of it is on the disk. */
struct entry {
    struct call call;
    const char *bytes;
    int file;  /* or folder */
    int into;  /* the folder of the new name */
    int named; /* what was made or renamed */
    bool pending;
    uint64_t from, to;
};

struct object {
    bool folder;
    struct buf bytes;
};

struct link {
    int folder, named;
    const char *name;
};

struct disk {
    struct buf log;
    struct entry *entry;
    size_t count;
    uint64_t *name; /* of each object, while the log is read */
    int objects;
    struct object *object;
    struct link *link;
    int links;
};

/* ---- the log ---- */

/* The last one: a name is given again when its file is gone. */
static int object_named(const struct disk *disk, uint64_t name) {
    int i = disk->objects - 1;
    while (i >= 0 && disk->name[i] != name)
        i--;
    return i >= 0 ? i : UNKNOWN;
}

static int object_add(struct disk *disk, uint64_t name, bool folder) {
    size_t count = (size_t)disk->objects + 1;
    disk->name = memory_resize(disk->name, count, sizeof *disk->name);
    disk->object = memory_resize(disk->object, count, sizeof *disk->object);
    disk->name[disk->objects] = name;
    disk->object[disk->objects] = (struct object){.folder = folder};
    return disk->objects++;
}

static const char *new_name(const struct entry *entry) {
    return entry->call.kind == CALL_RENAMED ? entry->bytes + strlen(entry->bytes) + 1 : entry->bytes;
}

static int object_at(const struct disk *disk, int folder, const char *name) {
    for (size_t i = disk->count; i > 0; i--) {
        const struct entry *entry = &disk->entry[i - 1];
        bool names = entry->call.kind == CALL_MADE || entry->call.kind == CALL_RENAMED;
        if (names && entry->into == folder && strcmp(new_name(entry), name) == 0)
            return entry->named;
    }
    return UNKNOWN;
}

static void entry_add(struct disk *disk, const struct call *call, const char *bytes) {
    struct entry entry = {.call = *call, .bytes = bytes, .named = UNKNOWN};
    entry.file = entry.into = object_named(disk, call->file);
    if (call->kind == CALL_MADE)
        entry.named = object_add(disk, call->child, call->flag);
    if (call->kind == CALL_RENAMED) {
        entry.into = object_named(disk, call->child);
        entry.named = object_at(disk, entry.file, bytes);
    }
    disk->entry = memory_resize(disk->entry, disk->count + 1, sizeof entry);
    disk->entry[disk->count++] = entry;
}

struct disk *disk_read(const char *log, const char *root) {
    struct disk *disk = memory_alloc(1, sizeof *disk);
    struct stat status;
    struct err err;
    struct call call;
    assert_int_equal(stat(root, &status), 0);
    assert_true(file_read(log, LOG_BYTES_MAX, &disk->log, &err));
    object_add(disk, call_file(&status), true);
    for (size_t at = 0; at < disk->log.length; at += call.length) {
        memcpy(&call, disk->log.data + at, sizeof call);
        at += sizeof call;
        entry_add(disk, &call, disk->log.data + at);
    }
    disk->link = memory_alloc(disk->count + 1, sizeof *disk->link);
    return disk;
}

void disk_free(struct disk *disk) {
    for (int i = 0; i < disk->objects; i++)
        buf_release(&disk->object[i].bytes);
    buf_release(&disk->log);
    free(disk->entry);
    free(disk->name);
    free(disk->object);
    free(disk->link);
    free(disk);
}

const struct call *disk_call(const struct disk *disk, size_t i) {
    return i < disk->count ? &disk->entry[i].call : NULL;
}

const char *disk_bytes(const struct disk *disk, size_t i) {
    return disk->entry[i].bytes;
}

/* ---- one state ---- */

static void resize(struct buf *bytes, uint64_t size) {
    while (bytes->length < size)
        buf_byte(bytes, 0);
    bytes->length = size;
}

static void write_part(struct object *object, const struct entry *entry) {
    uint64_t start = entry->call.offset + entry->from, end = entry->call.offset + entry->to;
    if (object->bytes.length < end)
        resize(&object->bytes, end);
    memcpy(object->bytes.data + start, entry->bytes + entry->from, entry->to - entry->from);
}

static struct link *find_link(struct disk *disk, int folder, const char *name) {
    for (int i = 0; i < disk->links; i++)
        if (disk->link[i].folder == folder && strcmp(disk->link[i].name, name) == 0)
            return &disk->link[i];
    return NULL;
}

static void unlink_name(struct disk *disk, int folder, const char *name) {
    struct link *link = find_link(disk, folder, name);
    if (link)
        *link = disk->link[--disk->links];
}

static void link_name(struct disk *disk, const struct entry *entry) {
    unlink_name(disk, entry->into, new_name(entry));
    disk->link[disk->links++] = (struct link){entry->into, entry->named, new_name(entry)};
}

static void redo(struct disk *disk, const struct entry *entry) {
    struct object *object = entry->file == UNKNOWN ? NULL : &disk->object[entry->file];
    enum call_kind kind = entry->call.kind;
    uint64_t size = entry->call.offset;
    if (!object || entry->to == 0)
        return;
    if (kind == CALL_WRITTEN)
        write_part(object, entry);
    if (kind == CALL_RESIZED || (kind == CALL_EXTENDED && object->bytes.length < size))
        resize(&object->bytes, size);
    if (kind == CALL_RENAMED || kind == CALL_REMOVED)
        unlink_name(disk, entry->file, entry->bytes);
    if (kind == CALL_MADE || kind == CALL_RENAMED)
        link_name(disk, entry);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)kind;
    return place->level == 0 ? 0 : remove(path);
}

static void lay_out(const struct disk *disk, int folder, const char *at) {
    for (int i = 0; i < disk->links; i++) {
        const struct object *object = &disk->object[disk->link[i].named];
        struct buf path = {0};
        if (disk->link[i].folder != folder)
            continue;
        buf_printf(&path, "%s/%s", at, disk->link[i].name);
        if (object->folder) {
            assert_int_equal(mkdir(path.data, 0700), 0);
            lay_out(disk, disk->link[i].named, path.data);
        } else {
            FILE *file = fopen(path.data, "w");
            assert_non_null(file);
            assert_int_equal(fwrite(buf_string(&object->bytes), 1, object->bytes.length, file),
                             object->bytes.length);
            assert_int_equal(fclose(file), 0);
        }
        buf_release(&path);
    }
}

static void build(struct disk *disk, size_t calls, const char *at) {
    disk->links = 0;
    for (int i = 0; i < disk->objects; i++)
        buf_clear(&disk->object[i].bytes);
    for (size_t i = 0; i < calls; i++)
        redo(disk, &disk->entry[i]);
    assert_int_equal(nftw(at, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    lay_out(disk, ROOT, at);
}

/* ---- all states of one moment ---- */

static bool changes(const struct entry *entry) {
    return entry->file != UNKNOWN && entry->call.kind != CALL_SYNCED && entry->call.kind != CALL_SAID;
}

static bool changes_bytes(const struct entry *entry) {
    return entry->call.kind == CALL_WRITTEN || entry->call.kind == CALL_RESIZED ||
           entry->call.kind == CALL_EXTENDED;
}

static bool synced(const struct disk *disk, size_t i, size_t calls) {
    const struct entry *entry = &disk->entry[i];
    if (entry->call.kind == CALL_WRITTEN && entry->call.flag && i + 1 < calls)
        return true;
    for (size_t j = i + 1; j < calls; j++)
        if (disk->entry[j].call.kind == CALL_SYNCED && disk->entry[j].file == entry->into)
            return true;
    return false;
}

static void take(struct entry *entry, bool all) {
    entry->from = 0;
    entry->to = !all ? 0 : entry->call.kind == CALL_WRITTEN ? entry->call.length : 1;
}

struct moment {
    struct disk *disk;
    size_t calls, states;
    const char *at;
    disk_state_fn *each;
    void *context;
};

static void hand_over(struct moment *moment) {
    build(moment->disk, moment->calls, moment->at);
    moment->each(moment->context, moment->at, moment->calls);
    moment->states++;
}

static void take_pending(struct moment *moment, bool bytes, bool names) {
    for (size_t i = 0; i < moment->calls; i++) {
        struct entry *entry = &moment->disk->entry[i];
        if (entry->pending)
            take(entry, changes_bytes(entry) ? bytes : names);
    }
}

/* Everything but this one, this one alone, and for a write everything with its first or its last sectors. */
static void single_states(struct moment *moment, struct entry *entry) {
    take_pending(moment, false, false);
    take(entry, true);
    hand_over(moment);
    take_pending(moment, true, true);
    take(entry, false);
    hand_over(moment);
    if (entry->call.kind == CALL_WRITTEN) {
        uint64_t start = entry->call.offset, length = entry->call.length;
        for (uint64_t cut = SECTOR - start % SECTOR; cut < length; cut += SECTOR) {
            entry->from = 0, entry->to = cut;
            hand_over(moment);
            entry->from = cut, entry->to = length;
            hand_over(moment);
        }
    }
}

static void moment_states(struct moment *moment) {
    struct disk *disk = moment->disk;
    for (size_t i = 0; i < moment->calls; i++) {
        struct entry *entry = &disk->entry[i];
        entry->pending = changes(entry) && !synced(disk, i, moment->calls);
        take(entry, changes(entry));
    }
    for (int i = 0; i < 4; i++) {
        take_pending(moment, i & 1, i & 2);
        hand_over(moment);
    }
    for (size_t i = 0; i < moment->calls; i++)
        if (disk->entry[i].pending)
            single_states(moment, &disk->entry[i]);
}

/* Whether call `i` is a moment of its own: the end, a syncing, before which all may still be missing, or a
 * synchronous write, in which it may be cut. */
static bool is_moment(const struct disk *disk, size_t i, bool *cut) {
    *cut = false;
    if (i == disk->count)
        return true;
    const struct entry *entry = &disk->entry[i];
    *cut = entry->call.kind == CALL_WRITTEN && entry->call.flag;
    return entry->file != UNKNOWN && (*cut || entry->call.kind == CALL_SYNCED);
}

size_t disk_states(struct disk *disk, size_t from, const char *at, disk_state_fn *each, void *context) {
    size_t states = 0;
    bool cut;
    for (size_t i = from; i <= disk->count; i++) {
        if (!is_moment(disk, i, &cut))
            continue;
        struct moment moment = {.disk = disk, .calls = i + cut, .at = at, .each = each, .context = context};
        moment_states(&moment);
        states += moment.states;
    }
    return states;
}
