/* What each key costs on the line, screen by screen. */
#ifndef BENCH_PRESSES_H
#define BENCH_PRESSES_H

/* Prints a row for every key, with its budget, and for each screen how many are over theirs. */
void presses_print(void);

#endif
