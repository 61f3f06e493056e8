#include "app/app.h"
#include "app/stack.h"
#include "base/memory.h"
#include "screen/ask/ask.h"
#include "screen/screens.h"
#include "surface/input.h"
#include "widget/form.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROWS_MIN = 24, COLUMNS_MIN = 80, REST_MS = 1000, RESERVE_BYTES = 65536, DESCRIPTOR_NONE = -1 };

enum draft_state { DRAFT_NONE, DRAFT_UNSAVED, DRAFT_SAVED };

struct app {
    struct session session;
    struct surface *surface;
    struct input *input;
    struct stack stack;
    struct draft draft;
    enum draft_state draft_state;
    struct err draft_err; /* why it could not be kept */
    bool draft_on_disk;
    unsigned long keys;
    int idle_descriptor; /* TRIWULAN_DIAM_FD */
    bool running;
};

/* --- drafts --- */

static const char *directory_of(const struct app *app) {
    return office_facts(app->session.office).directory;
}

static bool draft_keep(struct app *app) {
    struct err *err = &app->draft_err;
    if (app->draft_state != DRAFT_UNSAVED)
        return true;
    *err = (struct err){0};
    if (!draft_save(directory_of(app), app->session.person->login, &app->draft, err)) {
        if (app->session.message_style != STYLE_ERROR) /* why the text itself was not saved */
            session_fail(&app->session, err);
        app->session.kept = KEPT_NOT;
        return false;
    }
    app->draft_state = DRAFT_SAVED;
    app->draft_on_disk = true;
    app->session.kept = KEPT_DRAFT;
    return true;
}

static void draft_follow(struct app *app) {
    if (stack_draft(&app->stack, &app->draft)) {
        app->draft_state = DRAFT_UNSAVED;
        return;
    }
    /* What failed without a text to stay unsaved is unsaved all the same, as long as its message stands. */
    if (app->draft_state != DRAFT_NONE || app->session.message_style != STYLE_ERROR)
        app->session.kept = office_facts(app->session.office).read_only ? KEPT_NEVER : KEPT_ALL;
    app->draft_state = DRAFT_NONE;
    if (!app->draft_on_disk)
        return;
    draft_remove(directory_of(app), app->session.person->login);
    app->draft_on_disk = false;
}

static const struct {
    const char *name;
    struct screen *(*make)(struct session *session);
} resumable[] = {{"isian", entry_grid_new}, {"rincian", detail_new}};

/* The screen it was typed in; NULL when there is none any more, or what it was about is gone. */
static struct screen *draft_screen(struct app *app, const struct indicator *indicator) {
    for (size_t i = 0; indicator && i < sizeof resumable / sizeof *resumable; i++)
        if (strcmp(resumable[i].name, app->draft.screen) == 0)
            return resumable[i].make(&app->session);
    return ask_restore(&app->session, &app->draft);
}

/* What is about an indicator opens over the sheet, a verdict of who verifies over his list. */
static struct screen *draft_ground(struct app *app) {
    struct screen *list = app->draft.key.kind == RECORD_CHECK ? verify_open(&app->session) : NULL;
    return list ? list : entry_grid_new(&app->session);
}

static bool draft_reopen(struct app *app) {
    struct session *session = &app->session;
    const struct draft *draft = &app->draft;
    const struct indicator *indicator =
        config_indicator(session->config, draft->key.quarter, draft->key.code);
    session->focus = indicator;
    session->unit = indicator ? indicator->unit : config_unit(session->config, draft->key.code);
    session->quarter = draft->key.quarter;
    struct screen *screen = draft_screen(app, indicator);
    if (!screen)
        return false;
    if (indicator && strcmp(draft->screen, resumable[0].name) != 0)
        stack_push(&app->stack, draft_ground(app));
    stack_push(&app->stack, screen);
    screen->ops->restore(screen, draft);
    session_say(session, STYLE_WARNING, "Ketikan terakhir di %s dikembalikan, belum disimpan",
                session->unit && !indicator ? session->unit->name : draft->key.code);
    return true;
}

/* What was being typed when the program last ended. */
static void draft_resume(struct app *app) {
    struct err err = {0};
    struct session *session = &app->session;
    if (!draft_load(directory_of(app), app->session.person->login, &app->draft, &err)) {
        if (err.kind != ERR_NONE)
            session_fail(session, &err);
        return;
    }
    if (!draft_reopen(app)) {
        session_say(session, STYLE_WARNING, "Ketikan terakhir untuk \"%s\" tidak dapat dibuka lagi: %s",
                    app->draft.key.code, app->draft.field[0].text);
        return;
    }
    app->draft_on_disk = true;
    draft_follow(app);
    if (app->draft_state != DRAFT_UNSAVED)
        return;
    app->draft_state = DRAFT_SAVED;
    session->kept = KEPT_DRAFT;
}

/* --- memory --- */

/* A hook has no argument. */
static struct app *exhausted_app;
static void *reserve;

/* The terminal first: should the reserve not be enough, the message is still seen, and the draft is that of
 * the last rest. */
static void on_exhausted(void) {
    surface_abandon();
    free(reserve);
    draft_keep(exhausted_app);
}

/* --- loop --- */

static void size_take(struct app *app) {
    app->session.rows = surface_rows(app->surface);
    app->session.columns = surface_columns(app->surface);
}

static bool too_small(const struct app *app) {
    return app->session.rows < ROWS_MIN || app->session.columns < COLUMNS_MIN;
}

static void reload(struct app *app) {
    struct screen *top = stack_top(&app->stack);
    app->session.version = office_version(app->session.office);
    top->ops->reload(top);
}

static void draw_too_small(struct app *app) {
    int columns = app->session.columns;
    surface_printf(app->surface, at(0, 0, columns), STYLE_NORMAL, "Layar terlalu kecil (%dx%d), perlu %dx%d",
                   columns, app->session.rows, COLUMNS_MIN, ROWS_MIN);
    surface_put(app->surface, at(1, 0, columns), STYLE_NORMAL, "Q = keluar");
}

static void draw(struct app *app) {
    surface_begin(app->surface);
    if (too_small(app))
        draw_too_small(app);
    else
        screen_draw(stack_top(&app->stack), app->surface);
    surface_end(app->surface);
}

/* Whole, also when memory runs out: dprintf would write it byte by byte then. */
static void say_idle(const struct app *app) {
    char line[24];
    if (app->idle_descriptor == DESCRIPTOR_NONE)
        return;
    ssize_t written =
        write(app->idle_descriptor, line, (size_t)snprintf(line, sizeof line, "%lu\n", app->keys));
    (void)written;
}

static void stop_and_go_on(struct app *app) {
    draft_keep(app);
    surface_suspend(app->surface);
    input_stop();
    surface_resume(app->surface);
}

static void follow(struct app *app, enum next next) {
    if (next == NEXT_OPEN)
        stack_push(&app->stack, app->session.opened);
    if (next == NEXT_BACK) {
        app->session.version = office_version(app->session.office); /* the screen below is read anew */
        stack_pop(&app->stack);
    }
    bool leaves = next == NEXT_QUIT || app->stack.count == 0;
    app->running = !leaves || (!draft_keep(app) && app->stack.count > 0);
}

/* Where the screen cannot be shown it takes no keys, but for the one that leaves. */
static enum next ask_screen(struct app *app, const struct key *key) {
    static const struct binding leave[] = {{.key = KEY_F10, .letter = 'Q', .action = ACTION_QUIT}};
    if (too_small(app))
        return binding_find(leave, 1, key) == ACTION_QUIT ? NEXT_QUIT : NEXT_STAY;
    return screen_key(stack_top(&app->stack), key);
}

static void key_handle(struct app *app, const struct key *key) {
    app->keys++;
    if (key->code == KEY_REPAINT)
        surface_repaint(app->surface);
    if (key->code == KEY_SUSPEND)
        stop_and_go_on(app);
    follow(app, ask_screen(app, key));
    if (!app->running)
        return;
    if (office_version(app->session.office) != app->session.version)
        reload(app);
    draft_follow(app);
    if (form_key_leaves(key))
        draft_keep(app);
}

static void event_handle(struct app *app, const struct key *key) {
    if (key->code < KEY_IDLE) {
        key_handle(app, key);
        return;
    }
    if (key->code == KEY_HANGUP)
        app->running = false;
    if (key->code == KEY_IDLE)
        draft_keep(app);
    if (key->code == KEY_NEWS)
        stack_top(&app->stack)->ops->news(stack_top(&app->stack));
    if (key->code == KEY_RESUME)
        surface_resume(app->surface);
    if (key->code == KEY_RESIZE)
        surface_resize(app->surface);
    if (key->code == KEY_RESIZE || key->code == KEY_RESUME) {
        size_take(app);
        reload(app);
    }
}

/* A screen may have begun or ended waiting for something else with the key before. */
static struct key next_key(struct app *app, int milliseconds) {
    input_watch(app->input, app->session.watch);
    return input_next(app->input, milliseconds);
}

/* One frame for a burst of keys; the only timer is the second after the last key of an unsaved edit. */
static void loop(struct app *app) {
    while (app->running) {
        draw(app);
        say_idle(app);
        struct key key = next_key(app, app->draft_state == DRAFT_UNSAVED ? REST_MS : INPUT_FOREVER);
        do {
            event_handle(app, &key);
            if (!app->running || key.code == KEY_IDLE)
                break;
            key = next_key(app, 0);
        } while (key.code != KEY_IDLE);
    }
}

static void start(struct app *app, const char *notice) {
    size_take(app);
    app->session.version = office_version(app->session.office);
    stack_push(&app->stack, menu_new(&app->session));
    if (*notice)
        session_say(&app->session, STYLE_WARNING, "%s", notice);
    draft_resume(app);
    app->running = true;
}

static int idle_descriptor(void) {
    const char *text = getenv("TRIWULAN_DIAM_FD");
    char *end;
    long number = text ? strtol(text, &end, 10) : DESCRIPTOR_NONE;
    return text && end != text && !*end && number >= 0 && number < 1024 ? (int)number : DESCRIPTOR_NONE;
}

static void app_init(struct app *app, struct context *context) {
    const struct office_facts facts = office_facts(context->office);
    *app = (struct app){
        .session = {.office = context->office,
                    .config = facts.asker.config,
                    .person = facts.asker.person,
                    .practice = context->practice,
                    .quarter = context->quarter,
                    .unit = context->unit,
                    .watch = DESCRIPTOR_NONE,
                    .kept = facts.read_only ? KEPT_NEVER : KEPT_ALL},
        .idle_descriptor = idle_descriptor(),
    };
}

int app_run(struct context *context) {
    struct err err = {0};
    struct app *app = memory_alloc(1, sizeof *app);
    app_init(app, context);
    if (!surface_open(&app->surface, &err)) {
        fprintf(stderr, "triwulan: %s\n", err.text);
        free(app);
        return err_exit_status(err.kind);
    }
    app->input = input_open(STDIN_FILENO);
    reserve = memory_alloc(RESERVE_BYTES, 1);
    exhausted_app = app;
    memory_on_exhausted(on_exhausted);
    start(app, context->notice);
    loop(app);
    bool kept = draft_keep(app);
    memory_on_exhausted(NULL);
    stack_release(&app->stack);
    surface_close(app->surface);
    input_close(app->input);
    if (!kept)
        fprintf(stderr, "triwulan: ketikan terakhir tidak dapat disimpan: %s\n", app->draft_err.text);
    free(reserve);
    free(app);
    return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}
