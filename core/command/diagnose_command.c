/* diagnosa: what an administrator sends when asking for help; no figures and no names, also none in paths. */
#include "command/commands.h"

#include "command/version.h"
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

static void line(const char *label, const char *text) {
    printf("%-16s%s\n", label, text == NULL || *text == '\0' ? "-" : text);
}

/* The home directory holds a name: "~". */
static void line_path(const char *label, const char *path) {
    const char *home = getenv("HOME");
    size_t length = home == NULL ? 0 : strlen(home);
    bool below =
        length > 1 && strncmp(path, home, length) == 0 && (path[length] == '/' || path[length] == '\0');
    printf("%-16s%s%s\n", label, below ? "~" : "", path + (below ? length : 0));
}

/* Magic numbers of statfs(2). */
static const struct {
    unsigned long magic;
    const char *name;
} filesystems[] = {
    {0xEF53, "ext4"},        {0x58465342, "xfs"},  {0x9123683E, "btrfs"}, {0x01021994, "tmpfs"},
    {0x794C7630, "overlay"}, {0xF2F52010, "f2fs"}, {0x2FC12FC1, "zfs"},   {0x6969, "nfs"},
    {0xFE534D42, "smb"},     {0x4D44, "fat"},
};

static void print_filesystem(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) {
        line("sistem berkas", strerror(errno));
        return;
    }
    unsigned long magic = (unsigned long)status.f_type & 0xFFFFFFFF;
    const char *name = "lain";
    for (size_t i = 0; i < sizeof filesystems / sizeof *filesystems; i++)
        if (filesystems[i].magic == magic)
            name = filesystems[i].name;
    printf("%-16s%s (0x%lx)\n", "sistem berkas", name, magic);
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
    for (const char *at = problems; (at = strchr(at, '\n')) != NULL; at++)
        faults++;
    line_path("konfigurasi", context->config_directory);
    printf("%-16s%d indikator, %d bidang, %d pengguna, %d masalah\n", "isi", context->config.catalogue.count,
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
    if (context->data != NULL) {
        line_path("data", context->data);
        print_filesystem(context->data);
    }
    good = good && office_describe(context->office, &info, err);
    if (good)
        print_store(&info, office_read_only(context->office));
    return good;
}
