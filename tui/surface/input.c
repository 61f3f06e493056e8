#include "surface/input.h"
#include "base/memory.h"
#include "surface/surface.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { INPUT_BYTES = 512, ESCAPE_LOCAL_MS = 50, ESCAPE_REMOTE_MS = 150 };

struct input {
    int descriptor;
    int watched; /* -1: none */
    int escape_ms;
    bool pasting;
    bool paste_begins;
    bool returned; /* the last byte taken was a CR */
    bool hung_up;
    size_t start, length;
    char bytes[INPUT_BYTES];
};

static int signal_pipe[2] = {-1, -1};

static const struct {
    int number;
    enum key_code code;
} signals[] = {
    {SIGHUP, KEY_HANGUP},   {SIGTERM, KEY_HANGUP},  {SIGINT, KEY_HANGUP},
    {SIGWINCH, KEY_RESIZE}, {SIGTSTP, KEY_SUSPEND}, {SIGCONT, KEY_RESUME},
};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

static void on_signal(int number) {
    int error = errno;
    char byte = (char)number;
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
    errno = error;
}

/* SA_RESETHAND: raised again, it does what it would have done. */
static void on_crash(int number) {
    surface_abandon();
    raise(number);
}

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void signals_handle(void) {
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        handle(signals[i].number, on_signal, SA_RESTART);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        handle(crashes[i], on_crash, (int)(SA_RESETHAND | SA_NODEFER));
    handle(SIGPIPE, SIG_IGN, 0);
}

struct input *input_open(int descriptor) {
    if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        memory_exhausted();
    struct input *input = memory_alloc(1, sizeof *input);
    input->descriptor = descriptor;
    input->watched = -1;
    input->escape_ms = getenv("SSH_CONNECTION") ? ESCAPE_REMOTE_MS : ESCAPE_LOCAL_MS;
    signals_handle();
    return input;
}

void input_close(struct input *input) {
    if (!input)
        return;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        handle(signals[i].number, SIG_DFL, 0);
    for (int i = 0; i < 2; i++)
        close(signal_pipe[i]);
    free(input);
}

void input_watch(struct input *input, int descriptor) {
    input->watched = descriptor;
}

void input_stop(void) {
    handle(SIGTSTP, SIG_DFL, 0);
    kill(0, SIGTSTP); /* with whoever started it (make run), as a terminal's own Ctrl-Z would */
    handle(SIGTSTP, on_signal, SA_RESTART);
}

static bool signal_key(struct key *key) {
    char byte;
    if (read(signal_pipe[0], &byte, 1) != 1)
        return false;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signals[i].number == byte)
            *key = (struct key){.code = signals[i].code};
    return true;
}

/* False when nothing more will ever come. */
static bool fill(struct input *input) {
    if (input->start) {
        memmove(input->bytes, input->bytes + input->start, input->length);
        input->start = 0;
    }
    ssize_t got = read(input->descriptor, input->bytes + input->length, INPUT_BYTES - input->length);
    if (got > 0)
        input->length += (size_t)got;
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

static void take(struct input *input, size_t count) {
    input->returned = count == 1 && input->bytes[input->start] == '\r';
    input->start += count;
    input->length -= count;
}

/* A paste holds text: what else is in it was never pressed. An Esc alone was: the paste's end went missing.
 */
static void note_paste(struct input *input, bool last, struct key *key) {
    if (last && key->code == KEY_ESCAPE)
        input->pasting = false;
    key->pasted = input->pasting;
    key->begins = input->pasting && input->paste_begins;
    input->paste_begins = false;
    if (key->pasted && key->code != KEY_TEXT && key->code != KEY_ENTER && key->code != KEY_TAB)
        key->code = KEY_NONE;
}

/* A key from the bytes at hand; paste marks are noted, not handed out. CR LF is one Enter, also when the LF
 * arrives later. */
static bool buffered_key(struct input *input, bool last, struct key *key) {
    size_t used;
    if (input->returned && input->length && input->bytes[input->start] == '\n')
        take(input, 1);
    while ((used = key_decode(input->bytes + input->start, input->length, last, key)) > 0) {
        take(input, used);
        if (key->code != KEY_PASTE_BEGIN && key->code != KEY_PASTE_END)
            return note_paste(input, last, key), true;
        input->pasting = input->paste_begins = key->code == KEY_PASTE_BEGIN;
    }
    return false;
}

struct key input_next(struct input *input, int milliseconds) {
    struct key key = {.code = KEY_HANGUP};
    while (!input->hung_up) {
        if (signal_key(&key) || buffered_key(input, false, &key))
            break;
        struct pollfd ready[] = {{.fd = input->descriptor, .events = POLLIN},
                                 {.fd = signal_pipe[0], .events = POLLIN},
                                 {.fd = input->watched, .events = POLLIN}};
        int wait = input->length ? input->escape_ms : milliseconds;
        int count = poll(ready, sizeof ready / sizeof *ready, wait);
        if (count == 0 && buffered_key(input, true, &key))
            break;
        if (count == 0)
            return (struct key){.code = KEY_IDLE};
        if (count > 0 && ready[0].revents && !fill(input))
            key.code = KEY_HANGUP, input->hung_up = true;
        else if (count > 0 && !ready[0].revents && !ready[1].revents)
            return (struct key){.code = KEY_NEWS};
    }
    input->hung_up |= key.code == KEY_HANGUP;
    return key;
}
