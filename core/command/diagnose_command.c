/* diagnosa: what an administrator sends when asking for help; no figures and no names, also none in paths. */
#include "base/filesystem.h"
#include "base/version.h"
#include "command/commands.h"
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

static void line(const char *label, const char *text) {
    printf("%-16s%s\n", label, text && *text != '\0' ? text : "-");
}

/* How much of the path is one's own home directory. */
static size_t home_length(const char *path) {
    const char *home = getenv("HOME");
    size_t length = home ? strlen(home) : 0;
    bool below =
        length > 1 && strncmp(path, home, length) == 0 && (path[length] == '/' || path[length] == '\0');
    return below ? length : 0;
}

/* Home directories hold names: one's own is "~", another's "/home/@". */
static void line_path(const char *label, const char *path) {
    static const char homes[] = "/home/";
    size_t own = home_length(path);
    printf("%-16s%s", label, own > 0 ? "~" : "");
    path += own;
    const char *other = strstr(path, homes);
    if (other) {
        const char *name = other + sizeof homes - 1;
        printf("%.*s@", (int)(name - path), path);
        path = name + strcspn(name, "/");
    }
    puts(path);
}

static void print_filesystem(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) {
        line("sistem berkas", strerror(errno));
        return;
    }
    uint32_t magic = (uint32_t)status.f_type;
    const struct filesystem *known = filesystem_find(magic);
    printf("%-16s%s (0x%x)\n", "sistem berkas", known ? known->name : "lain", magic);
}

static void print_system(void) {
    line("versi", TRIWULAN_VERSION);
    line("TERM", getenv("TERM"));
    line("lokal", setlocale(LC_CTYPE, NULL));
    line("penyandian", nl_langinfo(CODESET));
    printf("%-16s%s masuk, %s keluar\n", "terminal", isatty(STDIN_FILENO) == 1 ? "ya" : "bukan",
           isatty(STDOUT_FILENO) == 1 ? "ya" : "bukan");
}

static void print_config(const struct context *context, const char *problems) {
    int faults = 0;
    int indicators = 0;
    for (int i = 0; i < context->config.catalogue_count; i++)
        indicators += context->config.catalogue[i].count;
    for (const char *at = problems; (at = strchr(at, '\n')); at++)
        faults++;
    line_path("konfigurasi", context->config_directory);
    printf("%-16s%d indikator, %d bidang, %d pengguna, %d masalah\n", "isi", indicators,
           context->config.unit_count, context->config.person_count, faults);
}

static void print_store(const struct store_info *info, bool read_only) {
    char store[UUID_TEXT_MAX];
    char device[UUID_TEXT_MAX];
    uuid_print(&info->store, store);
    uuid_print(&info->device, device);
    printf("%-16sformat %d, %llu peristiwa, %llu dari %llu byte%s\n", "simpanan", info->format,
           (unsigned long long)info->events, (unsigned long long)info->used_bytes,
           (unsigned long long)info->map_bytes, read_only ? ", hanya baca" : "");
    line("id simpanan", store);
    line("perangkat", device);
}

/* Goes as far as it can: what does not open is told as it stands. */
bool command_diagnose(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct buf problems = {0};
    struct store_info info;
    print_system();
    bool good = context_load(context, &problems, err);
    print_config(context, buf_string(&problems));
    buf_release(&problems);
    good = good && context_open(context, err);
    if (context->data) {
        line_path("data", context->data);
        print_filesystem(context->data);
    }
    good = good && office_describe(context->office, &info, err);
    if (good)
        print_store(&info, office_facts(context->office).read_only);
    return good;
}
