/* A screen: one file, one `const struct screen_ops`. Handlers change state and return an outcome; draw is a
 * pure read. Behaviour is shared by calling functions, never by copying. */
#ifndef SCREEN_SCREEN_H
#define SCREEN_SCREEN_H

#include "own/draft.h"
#include "screen/session.h"
#include "surface/key.h"
#include "surface/surface.h"
#include "widget/action.h"

struct screen;

enum next {
    NEXT_STAY,
    NEXT_BACK, /* this screen is done: the one below goes on */
    NEXT_OPEN, /* session->opened goes on top */
    NEXT_QUIT, /* the program ends; half-typed text is kept as a draft first */
    NEXT_PASS  /* from `type`: not text, look in the bindings */
};

enum { TITLE_TEXT_MAX = 256 };

struct screen_ops {
    const char *name; /* in the draft file, and the help page's heading */
    const struct binding *bindings;
    size_t binding_count;
    /* Further lines of its help page, NULL behind them. NULL: none. */
    const char *const *help;

    /* Line 1: where am I. */
    void (*title)(const struct screen *screen, char out[TITLE_TEXT_MAX]);
    /* What to do here, on the message line while there is no message. NULL: nothing. */
    void (*hint)(const struct screen *screen, char out[TITLE_TEXT_MAX]);
    /* What the key bar calls an action here; NULL: it is not the person's now. NULL itself: action_label. */
    const char *(*label)(const struct screen *screen, enum action action);
    /* The rows between title and bottom bar (row 1 to rows - BAR_BOTTOM_ROWS - 1), and the cursor. */
    void (*draw)(const struct screen *screen, struct surface *surface);

    /* Keys that are text here: asked before the bindings. NULL: none are. */
    enum next (*type)(struct screen *screen, const struct key *key);
    enum next (*act)(struct screen *screen, enum action action);

    /* The store changed, the terminal's size did, or the screen is on top again: read anew, keep the place
     * (the session's focus) and whatever is being typed. Also called once before the first draw. */
    void (*reload)(struct screen *screen);

    /* There is something to read on session->watch. NULL where it never is set. */
    void (*news)(struct screen *screen);

    /* Half-typed text: true with it in *draft. And back, right after the screen was made and loaded. NULL:
     * this screen takes no text. */
    bool (*draft)(const struct screen *screen, struct draft *draft);
    void (*restore)(struct screen *screen, const struct draft *draft);

    void (*free)(struct screen *screen);
};

/* The first member of every screen's own struct. */
struct screen {
    const struct screen_ops *ops;
    struct session *session;
};

/* Sends a key to `type`, then to `act`. */
enum next screen_key(struct screen *screen, const struct key *key);
void screen_draw(const struct screen *screen, struct surface *surface);
void screen_free(struct screen *screen); /* NULL is fine */

/* For `return screen_open(session, detail_new(session));`; NEXT_STAY when `opened` is NULL. */
enum next screen_open(struct session *session, struct screen *opened);

/* What Bantuan, Kembali and Keluar mean everywhere; the last line of every `act`. */
enum next screen_act(struct screen *screen, enum action action);

#endif
