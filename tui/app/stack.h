/* The screens on top of one another; the last is the one that shows. */
#ifndef APP_STACK_H
#define APP_STACK_H

#include "screen/screen.h"

enum { STACK_MAX = 16 };

/* Zero-initialised is empty. */
struct stack {
    struct screen *screen[STACK_MAX];
    int count;
};

struct screen *stack_top(const struct stack *stack);         /* NULL when empty */
void stack_push(struct stack *stack, struct screen *screen); /* takes it over, and loads it */
void stack_pop(struct stack *stack);
void stack_release(struct stack *stack);

/* The half-typed text of the topmost screen that has some. */
bool stack_draft(const struct stack *stack, struct draft *draft);

#endif
