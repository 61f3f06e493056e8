#include "command/command.h"
#include "base/version.h"
#include "command/commands.h"
#include "command/samples.h"
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- finding a command ---- */

/* How many words the name takes, 0 when it is another one. */
static int name_matches(const char *name, char **words) {
    int count = 0;
    for (const char *at = name; *at != '\0'; count++) {
        size_t length = strcspn(at, " ");
        if (!words[count] || strlen(words[count]) != length || memcmp(words[count], at, length) != 0)
            return 0;
        at += length + (at[length] == ' ');
    }
    return count;
}

/* A form that begins with an option goes before the others, where that option is given. */
static bool form_given(const char *grammar, const struct args *args) {
    char option[32];
    snprintf(option, sizeof option, "%.*s", (int)strcspn(grammar, " "), grammar);
    return option[0] == '-' && args_ahead(args, option);
}

static const struct command *find(struct args *args) {
    const struct command *found = NULL;
    for (const struct command *command = commands; command->name; command++)
        if (name_matches(command->name, args->rest) > 0 && (!found || form_given(command->grammar, args)))
            found = command;
    if (found)
        args->rest += name_matches(found->name, args->rest);
    return found;
}

/* ---- help ---- */

/* A command's own name, or the first word of a family: "bukti". */
static bool is_about(const struct command *command, const char *name) {
    size_t length = strlen(name);
    return strncmp(command->name, name, length) == 0 &&
           (command->name[length] == '\0' || command->name[length] == ' ');
}

static bool known(const char *name) {
    for (const struct command *command = commands; command->name; command++)
        if (is_about(command, name))
            return true;
    return false;
}

static void print_usage(FILE *out, const char *name) {
    const char *label = "Cara pakai:";
    for (const struct command *command = commands; command->name; command++) {
        if (!is_about(command, name))
            continue;
        fprintf(out, "%-11s triwulan %s%s%s\n", label, command->name, *command->grammar == '\0' ? "" : " ",
                command->grammar);
        label = "";
    }
}

static void print_command_help(const char *name) {
    print_usage(stdout, name);
    for (const struct command *command = commands; command->name; command++) {
        if (!is_about(command, name))
            continue;
        printf("\n%s: %s.\n", command->name, command->help);
        if (command->detail)
            printf("%s\n", command->detail);
    }
    puts("\nOpsi untuk semua perintah: triwulan --help");
}

static void print_help(void) {
    puts("triwulan: pengukuran kinerja triwulanan perangkat daerah\n\n"
         "Cara pakai: triwulan [opsi] [perintah]; tanpa perintah: layar isian\n");
    const char *last = "";
    for (const struct command *command = commands; command->name; last = command->name, command++)
        printf("  %-20s%s\n", strcmp(last, command->name) == 0 ? "" : command->name, command->help);
    puts("\nOpsi, di depan atau di belakang perintah:\n"
         "  --konfig DIR           folder konfigurasi (YAML)\n"
         "  --data DIR             folder data\n"
         "  --bidang KODE          hanya bidang ini\n"
         "  --triwulan 2025-TW1    triwulan; tanpa ini yang sedang jatuh tempo\n"
         "  --sebagai LOGIN        bekerja sebagai orang ini\n"
         "  --hari-ini 2025-12-31  seakan-akan hari ini\n"
         "  --contoh               latihan dengan data contoh, yang dibuang sesudahnya\n"
         "  --format F             tabel, csv, json atau yaml, menurut perintahnya\n"
         "  --help, --version      perintah: triwulan PERINTAH --help\n\n"
         "Keluar dengan 0 bila selesai, 1 bila ditolak, gagal atau ada temuan, 2 bila cara memanggil salah.");
}

/* ---- running one ---- */

static struct globals read_globals(const struct args *args) {
    return (struct globals){
        .config = args_value(args, "--konfig"),
        .data = args_value(args, "--data"),
        .unit = args_value(args, "--bidang"),
        .quarter = args_value(args, "--triwulan"),
        .login = args_value(args, "--sebagai"),
        .today = args_value(args, "--hari-ini"),
        .format = args_value(args, "--format"),
        .sample = args_value(args, "--contoh"),
        .help = args_value(args, "--help"),
        .version = args_value(args, "--version"),
    };
}

static bool prepare(struct context *context, enum command_needs needs, struct err *err) {
    if (needs == NEEDS_NOTHING)
        return true;
    struct buf problems = {0};
    bool loaded = context_load(context, &problems, err);
    fputs(buf_string(&problems), stderr);
    buf_release(&problems);
    if (!loaded || needs == NEEDS_CONFIG)
        return loaded;
    return needs == NEEDS_LOOK ? context_look(context, err) : context_open(context, err);
}

static bool run(struct context *context, const struct command *command, const struct args *args,
                struct err *err) {
    if (!prepare(context, command->needs, err))
        return false;
    if (context->practice)
        fputs("LATIHAN: data contoh, dibuang sesudah perintah ini\n", stderr);
    if (context->notice[0] != '\0')
        fprintf(stderr, "triwulan: %s\n", context->notice);
    return command->run(context, args, err);
}

/* What was printed may still have to reach the disk or the pipe; or did not before. */
static bool flush(struct err *err) {
    if (fflush(stdout) != 0)
        return err_system(err, errno, "keluaran tidak tertulis seluruhnya");
    return ferror(stdout) == 0 ||
           err_set(err, ERR_IO, "keluaran tidak tertulis seluruhnya; periksa tujuannya");
}

static int fail(const char *name, const struct err *err) {
    fprintf(stderr, "triwulan: %s\n", err->text);
    if (err->kind == ERR_USAGE && known(name))
        print_usage(stderr, name);
    else if (err->kind == ERR_USAGE)
        fputs("Lihat: triwulan --help\n", stderr);
    return err_exit_status(err->kind);
}

/* `about` is a command's name, or a family's, or "" without one. */
static bool dispatch(struct context *context, const struct command *command, const char *about,
                     const struct args *args, struct err *err) {
    bool done = true;
    if (context->globals.version)
        puts("triwulan " TRIWULAN_VERSION);
    else if (context->globals.help && *about != '\0')
        print_command_help(about);
    else if (context->globals.help)
        print_help();
    else
        done = run(context, command, args, err);
    return (err->kind != ERR_NONE || flush(err)) && done;
}

/* True with a command, with none at all, or with a family whose help is asked for. */
static bool choose(struct args *args, const struct command **command, const char **about, struct err *err) {
    if (!args_read_globals(args, err))
        return false;
    const char *word = *args->rest;
    *command = find(args);
    *about = *command ? (*command)->name : (word ? word : "");
    if (*command || !word)
        return args_read(args, *command ? (*command)->grammar : "", err);
    bool help = args_value(args, "--help") || args_ahead(args, "--help") || args_ahead(args, "-h");
    return (help && known(word) && args_read(args, "", err)) ||
           err_set(err, ERR_USAGE, "perintah \"%s\" %s", word,
                   known(word) ? "belum lengkap" : "tidak dikenal");
}

/* A closed one would be given to the store's file, which would then receive what is printed. Read-only, so
 * that printing still fails. */
static void occupy_standard_descriptors(void) {
    int descriptor;
    do
        descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor > STDERR_FILENO)
        close(descriptor);
}

/* What a reading took goes back to the system when it is released; glibc would raise its threshold and keep it. */
static void return_large_memory(void) {
    enum { LARGE_BYTES = 24 * 1024 };
    mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
}

int command_main(int argc, char **argv, command_screens_fn *screens) {
    (void)argc;
    occupy_standard_descriptors();
    return_large_memory();
    setlocale(LC_CTYPE, "");
    signal(SIGPIPE, SIG_IGN);
    struct args args = {.rest = argv + 1};
    struct err err = {0};
    const struct command *command = NULL;
    const char *about = "";
    if (!choose(&args, &command, &about, &err))
        return fail(about, &err);

    struct context context = {.globals = read_globals(&args), .fill = samples_fill};
    bool batch = command || context.globals.help || context.globals.version;
    bool done =
        batch ? dispatch(&context, command, about, &args, &err) : prepare(&context, NEEDS_OFFICE, &err);
    int status = done ? 0 : 1;
    if (err.kind != ERR_NONE)
        status = fail(about, &err);
    else if (!batch && done)
        status = screens(&context);
    context_close(&context);
    return status;
}
