#include "app/stack.h"
#include <assert.h>
#include <string.h>

struct screen *stack_top(const struct stack *stack) {
    return stack->count ? stack->screen[stack->count - 1] : NULL;
}

void stack_push(struct stack *stack, struct screen *screen) {
    assert(stack->count < STACK_MAX);
    stack->screen[stack->count++] = screen;
    screen->ops->reload(screen);
}

void stack_pop(struct stack *stack) {
    screen_free(stack_top(stack));
    stack->count--;
    struct screen *top = stack_top(stack);
    if (top)
        top->ops->reload(top);
}

void stack_release(struct stack *stack) {
    while (stack->count)
        screen_free(stack->screen[--stack->count]);
}

bool stack_draft(const struct stack *stack, struct draft *draft) {
    for (int i = stack->count - 1; i >= 0; i--) {
        const struct screen *screen = stack->screen[i];
        memset(draft, 0, sizeof *draft);
        if (screen->ops->draft && screen->ops->draft(screen, draft))
            return true;
    }
    return false;
}
