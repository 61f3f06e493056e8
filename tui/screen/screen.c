#include "screen/screen.h"
#include "screen/screens.h"
#include "widget/bar.h"

enum next screen_key(struct screen *screen, const struct key *key) {
    const struct screen_ops *ops = screen->ops;
    enum next next = ops->type ? ops->type(screen, key) : NEXT_PASS;
    if (next != NEXT_PASS)
        return next;
    enum action action = binding_find(ops->bindings, ops->binding_count, key);
    if (action == ACTION_NONE)
        return NEXT_STAY;
    session_quiet(screen->session);
    return ops->act(screen, action);
}

static const char *label(const void *context, enum action action) {
    const struct screen *screen = context;
    return screen->ops->label ? screen->ops->label(screen, action) : action_label(action);
}

void screen_draw(const struct screen *screen, struct surface *surface) {
    const struct screen_ops *ops = screen->ops;
    const struct session *session = screen->session;
    char title[TITLE_TEXT_MAX];
    char text[TITLE_TEXT_MAX] = "";
    ops->title(screen, title);
    bar_title(surface, session->practice ? "LATIHAN" : "", title, kept_word(session->kept));
    ops->draw(screen, surface);
    if (ops->hint)
        ops->hint(screen, text);
    bar_message(surface, session->message_style, session->message[0] ? session->message : text);
    bar_keys(surface, ops->bindings, ops->binding_count, label, screen);
}

void screen_free(struct screen *screen) {
    if (screen)
        screen->ops->free(screen);
}

enum next screen_open(struct session *session, struct screen *opened) {
    session->opened = opened;
    return opened ? NEXT_OPEN : NEXT_STAY;
}

enum next screen_act(struct screen *screen, enum action action) {
    if (action == ACTION_HELP)
        return screen_open(screen->session, help_new(screen->session, screen->ops));
    if (action == ACTION_BACK)
        return NEXT_BACK;
    return action == ACTION_QUIT ? NEXT_QUIT : NEXT_STAY;
}
