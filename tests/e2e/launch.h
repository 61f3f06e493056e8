/* What a tested program is started with: its arguments and a clean environment, so that nothing of the
 * machine or of the person running the tests reaches it. */
#ifndef E2E_LAUNCH_H
#define E2E_LAUNCH_H

enum { LAUNCH_ARGUMENTS_MAX = 32, LAUNCH_ENVIRONMENT_MAX = 32, LAUNCH_IDLE_FD = 3 };

/* As execve wants them; zero-initialised is empty. */
struct launch {
    char *arguments[LAUNCH_ARGUMENTS_MAX];
    char *environment[LAUNCH_ENVIRONMENT_MAX];
};

/* `program` NULL: $TRIWULAN_PROGRAM. `arguments` are those after the program's name, NULL at the end. Sets
 * HOME, TRIWULAN_DATA (HOME/data), LC_ALL=C.UTF-8, TZ=UTC and PATH. */
void launch_init(struct launch *launch, const char *program, const char *const *arguments, const char *home);

/* For a program on a terminal: TERM ("" for none) and TRIWULAN_DIAM_FD; then `more`, "NAME=value" each, NULL
 * at the end, which replaces what is there by the same name. */
void launch_environment(struct launch *launch, const char *const *more, const char *term);

void launch_release(struct launch *launch);

/* A new empty directory to live in, and its removal with all that is in it; NULL is fine. */
char *home_new(void);
void home_free(char *home);

#endif
