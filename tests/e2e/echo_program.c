/* The smallest program that follows the idle contract: test_terminal.c proves the harness with it.
 *
 * Row 0 shows the size, row 1 in reverse the last key in hexadecimal, row 2 HOME, row 3 wide and coloured
 * text. A key is a byte, a UTF-8 character or an escape sequence. f floods the line, q ends with status 7, m
 * leaves the line as it is and ends. SIGTSTP stops it with the line restored, SIGTERM ends it. */
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { QUIT_STATUS = 7, FLOOD_ROWS = 5000, KEYS_MAX = 256 };

static volatile sig_atomic_t caught;

static void catch_signal(int number) {
    caught = number;
}

static size_t key_length(const unsigned char *bytes, size_t length) {
    size_t end = 1;
    if (bytes[0] == 033)
        while (end < length && (bytes[end - 1] == 033 || bytes[end] < 0x40))
            end++;
    if (bytes[0] == 033 && end < length)
        end++;
    while (bytes[0] >= 0xc0 && end < length && (bytes[end] & 0xc0) == 0x80)
        end++;
    return end;
}

static void draw(const unsigned char *key, size_t length) {
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    printf("\033[H\033[Ksize %dx%d\r\n\033[K\033[7m", size.ws_row, size.ws_col);
    for (size_t i = 0; i < length; i++)
        printf("%02x", key[i]);
    printf("\033[m\r\n%s\r\n\033[1;31m漢字\033[m é \033[4mu\033[m\033[1;9H", getenv("HOME"));
}

static void flood(void) {
    for (int row = 0; row < FLOOD_ROWS; row++)
        printf("\033[5;1Hflood %d", row);
}

static void set_raw(const struct termios *before) {
    struct termios raw = *before;
    cfmakeraw(&raw);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    printf("\033[?1049h\033[2J");
}

static void restore(const struct termios *before) {
    printf("\033[?1049l");
    fflush(stdout);
    tcsetattr(STDIN_FILENO, TCSANOW, before);
}

static int leave_behind(unsigned char key, const struct termios *before) {
    if (key == 'm')
        printf("\033[?1049l");
    else
        tcsetattr(STDIN_FILENO, TCSANOW, before);
    return 0;
}

static void stop(const struct termios *before) {
    restore(before);
    raise(SIGSTOP);
    set_raw(before);
}

static size_t read_keys(unsigned char *keys, size_t size, const sigset_t *unblocked) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (ppoll(&input, 1, NULL, unblocked) <= 0)
        return 0;
    ssize_t length = read(STDIN_FILENO, keys, size);
    if (length > 0)
        return (size_t)length;
    for (;;) /* the line is gone: the hang-up's signal ends this */
        pause();
}

static sigset_t catch_signals(void) {
    static const int signals[] = {SIGWINCH, SIGTSTP, SIGTERM};
    sigset_t blocked, unblocked;
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaddset(&blocked, signals[i]);
        sigaction(signals[i], &(struct sigaction){.sa_handler = catch_signal}, NULL);
    }
    sigprocmask(SIG_BLOCK, &blocked, &unblocked);
    return unblocked;
}

/* One key; ends the program where the key says so. */
static void handle(const unsigned char *key, size_t length, const struct termios *before) {
    if (*key == 'm' || *key == 'n')
        exit(leave_behind(*key, before));
    if (*key == 'q') {
        restore(before);
        exit(QUIT_STATUS);
    }
    if (*key == 'f')
        flood();
    draw(key, length);
}

int main(void) {
    const char *descriptor = getenv("TRIWULAN_DIAM_FD");
    struct termios before;
    if (!descriptor || tcgetattr(STDIN_FILENO, &before) != 0)
        return EXIT_FAILURE;
    int idle = (int)strtol(descriptor, NULL, 10);
    sigset_t unblocked = catch_signals();

    set_raw(&before);
    draw(NULL, 0);
    for (size_t handled = 0; caught != SIGTERM;) {
        unsigned char keys[KEYS_MAX];
        fflush(stdout);
        dprintf(idle, "%zu\n", handled);
        caught = 0;
        size_t length = read_keys(keys, sizeof keys, &unblocked);
        if (caught == SIGTSTP)
            stop(&before);
        if (caught)
            draw(NULL, 0);
        for (size_t at = 0, next; at < length; at += next, handled++) {
            next = key_length(keys + at, length - at);
            handle(keys + at, next, &before);
        }
    }
    restore(&before);
    return EXIT_SUCCESS;
}
