/* The store's file replaced under open writers, at any moment: what is answered as kept once the replacement has ended
 * is there for whoever opens the store anew; everything else is told. Whoever is refused does what the words say: he
 * closes the store, opens it again and goes on.
 *
 * Usage: fault_replace [REPLACEMENTS]. */
#include "base/file.h"
#include "check.h"
#include "unit/commit_hook.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    REPLACEMENTS = 1000,
    WRITERS = 3,
    ANSWERS_MAX = 10000,
    ATTEMPTS_AFTER = 4, /* of each writer, once the replacement has ended */
    CHUNK_MAX = 65536,
    SPIN_MAX = 1000000,
};

static long replacements = REPLACEMENTS;

static long below(long limit) {
    return random() % limit;
}

/* So that moments lie between the saves, too. */
static void think(void) {
    volatile long spin = below(SPIN_MAX);
    while (spin > 0)
        spin--;
}

static int64_t nanoseconds_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* ---- the writers ---- */

/* It counts from when its last look at the file began: what happens to the file behind that look could as well happen
 * right behind the answer. */
struct promise {
    int64_t at;
    struct event_id id;
    struct uuid operation;
};

struct writer {
    atomic_long kept; /* answers */
    atomic_long refused;
    struct promise answer[ANSWERS_MAX];
};

/* Shared with the writers. */
struct round {
    atomic_bool over;
    atomic_bool told;  /* opening it says that it is no whole store */
    atomic_bool sound; /* without findings afterwards */
    atomic_long found; /* of the answers after the replacement */
    struct writer writer[WRITERS];
};
static struct round *now;

/* A writer as we know him. */
struct life {
    pid_t process;
    int said; /* a byte for each attempt; -1: he has died */
    long attempts;
};
static struct life life[WRITERS];

static bool head_of(struct store *store, const struct record_key *key, struct event_id *head,
                    struct err *err) {
    struct record record;
    if (!store_begin(store, err))
        return false;
    *head = no_event;
    if (store_find(store, key, &record, err))
        *head = record.head;
    store_end(store);
    return err->kind == ERR_NONE;
}

static int64_t committed_at;

/* As long as a disk takes to sync, others have their turn. */
static void in_a_commit(enum commit_moment moment) {
    if (moment == COMMIT_SYNCS)
        sched_yield();
    if (moment == COMMIT_ENDS)
        committed_at = nanoseconds_now();
}

/* Each writer has notes of his own, which say something else each time. */
static bool save(struct store *store, struct writer *writer) {
    static const char *const codes[WRITERS] = {REPORTS, PEOPLE, PRODUCTS};
    char text[64];
    struct outcome outcome;
    struct err err;
    snprintf(text, sizeof text, "%ld dari %ld", writer->kept + writer->refused, (long)getpid());
    struct request request = notes_request(codes[writer - now->writer], 1, text, no_event);
    bool kept = head_of(store, &request.change.key, &request.change.replaces, &err) &&
                change_as(store, "operator", request, &outcome, &err);
    if (kept && writer->kept < ANSWERS_MAX)
        writer->answer[writer->kept] = (struct promise){committed_at, outcome.record.head, request.operation};
    writer->kept += kept;
    return kept;
}

/* cmocka would catch the signal of a file cut short under the map, and go on. */
static void die_of_signals(void) {
    static const int signals[] = {SIGBUS, SIGSEGV, SIGILL, SIGFPE, SIGABRT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/* Returns when he is refused, or when it is over. */
static void open_and_save(struct writer *writer, int say) {
    struct store *store;
    struct err err;
    bool ok = store_open(store_directory(), "sitti", &store, &err);
    while (ok && !now->over) {
        think();
        ok = save(store, writer);
        if (ok && write(say, "=", 1) != 1)
            _exit(EXIT_FAILURE);
    }
    writer->refused += !ok;
    store_close(store);
}

_Noreturn static void write_on(struct writer *writer, int say) {
    die_of_signals();
    srandom((unsigned)getpid());
    commit_hook = in_a_commit;
    while (!now->over) {
        open_and_save(writer, say);
        if (write(say, "x", 1) != 1)
            _exit(EXIT_FAILURE);
    }
    _exit(EXIT_SUCCESS);
}

static void start_writer(int number) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t process = fork();
    assert_true(process >= 0);
    if (process == 0) {
        for (int i = 0; i < number; i++)
            close(life[i].said);
        close(ends[0]);
        write_on(&now->writer[number], ends[1]);
    }
    close(ends[1]);
    life[number] = (struct life){.process = process, .said = ends[0]};
}

static void start_writers(void) {
    now->over = now->told = now->sound = false;
    now->found = 0;
    for (int i = 0; i < WRITERS; i++) {
        now->writer[i].kept = now->writer[i].refused = 0;
        start_writer(i);
    }
}

/* ---- the replacement ---- */

static struct buf older, begun, other; /* data.mdb: before the writers' store, that store, another one */

static void write_to(int descriptor, const struct buf *bytes) {
    for (size_t at = 0; at < bytes->length;) {
        size_t chunk = 1 + (size_t)below(CHUNK_MAX);
        chunk = chunk < bytes->length - at ? chunk : bytes->length - at;
        assert_int_equal(write(descriptor, bytes->data + at, chunk), chunk);
        at += chunk;
    }
    close(descriptor);
}

static void write_file(const char *end, const struct buf *bytes, int flags) {
    char *path = store_path(store_directory(), end);
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0600);
    free(path);
    assert_true(descriptor >= 0);
    write_to(descriptor, bytes);
}

static bool rename_in(const char *from, const char *to) {
    char *old = store_path(store_directory(), from), *new = store_path(store_directory(), to);
    bool ok = rename(old, new) == 0;
    free(old);
    free(new);
    return ok;
}

static void prepare_file(const struct buf *bytes) {
    write_file("/baru.mdb", bytes, O_CREAT);
}

static void move_file(const struct buf *bytes) {
    (void)bytes;
    assert_true(rename_in("/baru.mdb", "/data.mdb"));
}

static void prepare_nothing(const struct buf *bytes) {
    (void)bytes;
}

static void copy_file(const struct buf *bytes) {
    write_file("/data.mdb", bytes, O_TRUNC);
}

static void prepare_directory(const struct buf *bytes) {
    char *path = store_path(store_directory(), ".siap");
    struct err err;
    assert_true(file_make_directory(path, &err));
    free(path);
    write_file(".siap/data.mdb", bytes, O_CREAT);
}

/* Somebody who opens it meanwhile makes a new one. */
static void change_directory(const struct buf *bytes) {
    (void)bytes;
    char away[32];
    int number = 0;
    do {
        snprintf(away, sizeof away, ".lama-%d", number++);
        assert_true(rename_in("", away));
    } while (!rename_in(".siap", ""));
}

static const struct {
    void (*prepare)(const struct buf *bytes);
    void (*replace)(const struct buf *bytes);
} ways[] = {{prepare_file, move_file}, {prepare_nothing, copy_file}, {prepare_directory, change_directory}};
enum { WAYS = sizeof ways / sizeof *ways };

/* ---- what became of it ---- */

struct tally {
    long way[WAYS]; /* mv, cp, another folder */
    long after;     /* answers as kept after the replacement had ended */
    long refused;   /* attempts */
    long died;      /* writers; none of them had been answered */
    long told;      /* stores of which opening says that they were written over in the middle of a commit */
    long unsound;   /* stores with findings, of which it does not */
    long lost;
};
static struct tally tally;

static void bury(struct life *dead) {
    int status;
    close(dead->said);
    dead->said = -1;
    assert_int_equal(waitpid(dead->process, &status, 0), dead->process);
    tally.died += WIFSIGNALED(status);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == EXIT_SUCCESS);
}

static void listen_once(void) {
    struct pollfd heard[WRITERS];
    for (int i = 0; i < WRITERS; i++)
        heard[i] = (struct pollfd){.fd = life[i].said, .events = POLLIN};
    poll(heard, WRITERS, -1);
    for (int i = 0; i < WRITERS; i++) {
        char bytes[256];
        if (life[i].said < 0 || !heard[i].revents)
            continue;
        ssize_t count = read(life[i].said, bytes, sizeof bytes);
        assert_true(count >= 0);
        life[i].attempts += count;
        if (count == 0)
            bury(&life[i]);
    }
}

/* Whether somebody lives who has not made so many attempts. */
static bool somebody_below(long attempts) {
    for (int i = 0; i < WRITERS; i++)
        if (life[i].said >= 0 && life[i].attempts < attempts)
            return true;
    return false;
}

static void wait_for_attempts(long more) {
    for (int i = 0; i < WRITERS; i++)
        life[i].attempts = 0;
    while (somebody_below(more))
        listen_once();
}

static void end_writers(void) {
    now->over = true;
    wait_for_attempts(LONG_MAX);
}

static bool is_there(struct store *store, const struct promise *answer) {
    struct event event;
    uint64_t position;
    struct err err;
    return store_event(store, &answer->id, &event, &position, &err) &&
           memcmp(event.operation.byte, answer->operation.byte, UUID_SIZE) == 0;
}

static void ignore_line(void *context, const char *line) {
    (void)context, (void)line;
}

static void judge_answers(struct store *store, int64_t ended) {
    for (struct writer *writer = now->writer; writer < now->writer + WRITERS; writer++)
        for (long i = 0; i < writer->kept; i++)
            now->found += writer->answer[i].at > ended && is_there(store, &writer->answer[i]);
}

/* LMDB ends whoever reads some kinds of damage. */
static void judge_apart(int64_t ended) {
    fflush(NULL);
    pid_t judge = fork();
    assert_true(judge >= 0);
    if (judge == 0) {
        struct store *store;
        struct store_counts counts;
        struct err err;
        die_of_signals();
        bool open = store_open(store_directory(), "hakim", &store, &err);
        now->told = !open && err.kind == ERR_CORRUPT;
        if (!open || !store_begin(store, &err))
            _exit(EXIT_FAILURE);
        judge_answers(store, ended);
        store_end(store);
        now->sound = store_check(store, ignore_line, NULL, &counts, &err) && counts.findings == 0;
        store_close(store);
        _exit(EXIT_SUCCESS);
    }
    int status;
    assert_int_equal(waitpid(judge, &status, 0), judge);
}

static void judge(int64_t ended) {
    long after = 0;
    for (struct writer *writer = now->writer; writer < now->writer + WRITERS; writer++) {
        assert_true(writer->kept <= ANSWERS_MAX);
        tally.refused += writer->refused;
        for (long i = 0; i < writer->kept; i++)
            after += writer->answer[i].at > ended;
    }
    judge_apart(ended);
    tally.told += now->told;
    tally.unsound += !now->told && !now->sound;
    tally.after += after;
    tally.lost += after - now->found;
}

static void replace_once(void) {
    const struct buf *const sources[] = {&older, &begun, &other};
    const struct buf *source = sources[below(3)];
    long way = below(WAYS);
    assert_int_equal(store_directory_make(NULL), 0);
    replace_data(&begun);
    start_writers();
    ways[way].prepare(source);
    wait_for_attempts(1 + below(4));
    think();
    ways[way].replace(source);
    int64_t ended = nanoseconds_now();
    wait_for_attempts(ATTEMPTS_AFTER);
    end_writers();
    tally.way[way]++;
    judge(ended);
    assert_int_equal(store_directory_remove(NULL), 0);
}

static void save_some(int count, struct buf *data) {
    struct store *store = open_store();
    for (int i = 0; i < count; i++) {
        struct event_id head = find_record(store, RECORD_ACTUAL, REPORTS, 0).head;
        assert_change(store, actual_request(REPORTS, 1, count + i, head));
    }
    store_close(store);
    buf_clear(data);
    read_data(data);
}

static void make_stores(void) {
    assert_int_equal(store_directory_make(NULL), 0);
    save_some(20, &older);
    save_some(30, &begun);
    assert_int_equal(store_directory_remove(NULL), 0);
    assert_int_equal(store_directory_make(NULL), 0);
    save_some(100, &other);
    assert_int_equal(store_directory_remove(NULL), 0);
}

/* In memory, where there is such a place: a disk would only make it slower. */
static void choose_place(void) {
    if (access("/dev/shm", W_OK) == 0)
        store_directory_in("/dev/shm");
}

static void nothing_answered_is_lost(void **state) {
    (void)state;
    choose_place();
    now = mmap(NULL, sizeof *now, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(now != MAP_FAILED);
    make_stores();
    for (long i = 0; i < replacements; i++)
        replace_once();
    munmap(now, sizeof *now);
    buf_release(&older);
    buf_release(&begun);
    buf_release(&other);
    print_message(
        "hasil: fault_replace: %ld penggantian simpanan yang terbuka (mv %ld, cp %ld, folder %ld): %ld "
        "\"tersimpan\" sesudahnya, %ld ditolak, %ld proses mati; tertimpa di tengah simpan: %ld ditolak "
        "saat dibuka, %ld dengan temuan; %ld hilang\n",
        replacements, tally.way[0], tally.way[1], tally.way[2], tally.after, tally.refused, tally.died,
        tally.told, tally.unsound, tally.lost);
    assert_true(tally.after > 0 && tally.refused > 0);
    assert_int_equal(tally.lost, 0);
}

int main(int argc, char **argv) {
    if (argc > 1)
        replacements = strtol(argv[1], NULL, 10);
    mallopt(M_MMAP_THRESHOLD,
            1 << 17); /* of the megabytes that LMDB takes at each opening most are never touched */
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_answered_is_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
