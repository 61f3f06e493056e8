#include "e2e/sheet.h"
#include "e2e/shell.h"

struct terminal *menu_open(const char *home, const struct terminal_setup *setup) {
    static const char *const arguments[] = {"--sebagai", "koperasi1", "--hari-ini", "2025-10-03", NULL};
    struct terminal_setup mine = setup ? *setup : (struct terminal_setup){0};
    mine.home = home;
    mine.arguments = arguments;
    return terminal_open(&mine);
}

struct terminal *sheet_open(const char *home, const struct terminal_setup *setup) {
    struct terminal *terminal = menu_open(home, setup);
    terminal_type(terminal, "\r");
    return terminal;
}

struct terminal *person_open(const char *home, const char *login) {
    const char *const arguments[] = {"--sebagai", login, "--hari-ini", "2025-10-03", NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments};
    struct terminal *terminal = terminal_open(&setup);
    terminal_type(terminal, "\r");
    return terminal;
}

void sheet_stored(const char *home, const char *code, const char *actual) {
    struct buf line = {0};
    struct buf out = {0};
    buf_printf(&line, "triwulan --sebagai koperasi1 lihat %s --format csv | tail -n 1 | cut -d, -f1,7", code);
    buf_printf(&out, "%s,%s\n", code, actual);
    const struct step step = {line.data, 0, out.data, ""};
    shell_steps(home, &step, 1);
    buf_release(&line);
    buf_release(&out);
}
