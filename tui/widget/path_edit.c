#include "widget/path_edit.h"
#include "base/buf.h"
#include "base/list.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void expand(const char *text, size_t length, struct buf *path) {
    const char *home = getenv("HOME");
    bool from_home = home && length && *text == '~' && (length == 1 || text[1] == '/');
    if (from_home)
        buf_text(path, home);
    buf_put(path, text + from_home, length - from_home);
}

static bool has_type(const char *path, mode_t type) {
    struct stat status;
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == type;
}

bool path_is_file(const struct line_edit *edit) {
    struct buf path = {0};
    expand(edit->text, edit->length, &path);
    bool found = has_type(buf_string(&path), S_IFREG);
    buf_release(&path);
    return found;
}

void path_settle(const char *text, const char *usual, const char *ending, struct buf *path) {
    expand(text, strlen(text), path);
    bool slash = path->length && path->data[path->length - 1] == '/';
    if (slash || has_type(buf_string(path), S_IFDIR)) {
        buf_printf(path, "%s%s", slash ? "" : "/", usual);
        return;
    }
    const char *last = strrchr(buf_string(path), '/');
    if (!strchr(last ? last : buf_string(path), '.'))
        buf_printf(path, ".%s", ending);
}

/* Hidden ones only when asked for; never what could not be typed. */
static bool offered(const char *name, const char *start) {
    struct err refused;
    return strncmp(name, start, strlen(start)) == 0 && (*name != '.' || *start == '.') &&
           strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
           text_accept(name, strlen(name), LINE_EDIT_MAX, &refused);
}

static int compare(const void *a, const void *b) {
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

/* The names in a directory that begin with `start`, ordered, directories with a '/' behind them. */
static void find(const char *directory, const char *start, struct list *found) {
    DIR *stream = opendir(*directory ? directory : ".");
    for (struct dirent *entry; stream && (entry = readdir(stream));) {
        if (!offered(entry->d_name, start))
            continue;
        struct buf path = {0};
        buf_printf(&path, "%s%s", directory, entry->d_name);
        bool is_directory = has_type(buf_string(&path), S_IFDIR);
        buf_clear(&path);
        buf_printf(&path, "%s%s", entry->d_name, is_directory ? "/" : "");
        list_add(found, &path.data);
    }
    if (stream)
        closedir(stream);
    if (found->count)
        qsort(found->item, (size_t)found->count, found->size, compare);
}

static size_t common_length(char *const *name, int count) {
    size_t common = strlen(name[0]);
    for (int i = 1; i < count; i++) {
        size_t same = 0;
        while (same < common && name[i][same] == name[0][same])
            same++;
        common = same;
    }
    /* Never half a character. */
    size_t whole = 0;
    while (whole < common && utf8_next(name[0], whole) <= common)
        whole = utf8_next(name[0], whole);
    return whole;
}

static void print_names(char *const *name, int count, char names[PATH_NAMES_MAX]) {
    struct buf text = {0};
    for (int i = 0; i < count && text.length < PATH_NAMES_MAX; i++)
        buf_printf(&text, "%s%s", i ? "  " : "", name[i]);
    utf8_truncate(buf_string(&text), PATH_NAMES_MAX / 2, names, PATH_NAMES_MAX);
    buf_release(&text);
}

int path_complete(struct line_edit *edit, char names[PATH_NAMES_MAX]) {
    const char *slash = strrchr(edit->text, '/');
    size_t directory_length = slash ? (size_t)(slash - edit->text) + 1 : 0;
    struct buf directory = {0};
    struct buf completed = {0};
    struct list found = {.size = sizeof(char *)};
    expand(edit->text, directory_length, &directory);
    find(buf_string(&directory), edit->text + directory_length, &found);
    char **name = found.item;
    names[0] = '\0';
    if (found.count) {
        buf_put(&completed, edit->text, directory_length);
        buf_put(&completed, name[0], common_length(name, found.count));
        line_edit_set(edit, edit->max, buf_string(&completed));
        print_names(name, found.count, names);
    }
    for (int i = 0; i < found.count; i++)
        free(name[i]);
    int count = found.count;
    list_release(&found);
    buf_release(&directory);
    buf_release(&completed);
    return count;
}
