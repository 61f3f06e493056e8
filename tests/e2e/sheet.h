/* Koperasi's Lembar Isian for TW III, on 3 October 2025, with its operator in front of it. */
#ifndef E2E_SHEET_H
#define E2E_SHEET_H

#include "e2e/terminal.h"

/* Rows of the 80x24 screen. */
enum { SHEET_TITLE = 0, SHEET_PROGRESS = 1, SHEET_FIRST = 3, SHEET_MESSAGE = 22, SHEET_KEYS = 23 };

/* The menu, as the program opens; `setup` NULL or what to change (its arguments are these ones). */
struct terminal *menu_open(const char *home, const struct terminal_setup *setup);
/* One Enter further. */
struct terminal *sheet_open(const char *home, const struct terminal_setup *setup);

/* The sheet with another person in front of it. */
struct terminal *person_open(const char *home, const char *login);

/* What `lihat KODE --format csv` says of an indicator's realisasi in TW III: "375", "" when empty. */
void sheet_stored(const char *home, const char *code, const char *actual);

#endif
