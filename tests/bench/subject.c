#include "bench/subject.h"
#include "base/memory.h"
#include <stdlib.h>

static const char *const no_arguments[] = {NULL};

void subject_init(struct subject *subject, int which) {
    bool floor = which == SUBJECT_FLOOR;
    *subject = (struct subject){
        .home = floor ? bench_path("") : office_copy((enum bench_office)which),
        .program = floor ? bench_path("../tests/bench/floor_table") : memory_text(getenv("TRIWULAN_PROGRAM")),
    };
    subject->variable = office_environment(subject->home);
    subject->environment[0] = subject->variable;
    subject->setup = (struct terminal_setup){
        .program = subject->program,
        .arguments = floor ? no_arguments : office_arguments,
        .environment = subject->environment,
        .home = subject->home,
    };
    launch_init(&subject->launch, subject->program, subject->setup.arguments, subject->home);
    launch_environment(&subject->launch, subject->environment, "xterm-256color");
}

void subject_release(struct subject *subject) {
    bool floor = subject->setup.arguments == no_arguments;
    launch_release(&subject->launch);
    free(subject->program);
    free(subject->variable);
    if (floor)
        free(subject->home);
    else
        home_free(subject->home);
}
