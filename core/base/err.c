#include "base/err.h"
#include "base/text.h"
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Room for one character behind the longest text, so that a cut never leaves half of it. */
enum { RAW_MAX = ERR_TEXT_MAX + 4 };

bool err_set(struct err *err, enum err_kind kind, const char *format, ...) {
    char raw[RAW_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(raw, sizeof raw, format, args);
    va_end(args);
    err->kind = kind;
    text_printable(raw, err->text, sizeof err->text);
    return false;
}

bool err_prefix(struct err *err, const char *format, ...) {
    char prefix[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(prefix, sizeof prefix, format, args);
    va_end(args);
    return err_set(err, err->kind, "%s: %s", prefix, err->text);
}

static const struct {
    int error;
    enum err_kind kind;
    const char *reason;
} reasons[] = {
    {ENOENT, ERR_NOT_FOUND, "tidak ada; periksa namanya"},
    {ENOTDIR, ERR_NOT_FOUND, "tidak ada; periksa nama foldernya"},
    {EEXIST, ERR_IO, "itu berkas, bukan folder; pilih folder lain"},
    {ENOSPC, ERR_FULL, "disk penuh; kosongkan tempat lalu ulangi"},
    {EDQUOT, ERR_FULL, "kuota disk habis; kosongkan tempat lalu ulangi"},
    {EACCES, ERR_IO, "tidak ada izin; hubungi pengelola"},
    {EPERM, ERR_IO, "tidak ada izin; hubungi pengelola"},
    {EROFS, ERR_IO, "disk hanya dapat dibaca; hubungi pengelola"},
    {EISDIR, ERR_IO, "itu folder; tulis nama berkas"},
    {ENAMETOOLONG, ERR_IO, "namanya terlalu panjang; pendekkan"},
    {EPIPE, ERR_IO, "yang membacanya sudah menutup"},
    {EIO, ERR_IO, "disk gagal; salin data ke tempat lain dan hubungi pengelola"},
};

bool err_system(struct err *err, int error, const char *format, ...) {
    char what[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return err_set(err, reasons[i].kind, "%s: %s", what, reasons[i].reason);
    return err_set(err, ERR_IO, "%s: galat sistem %d (%s)", what, error, strerror(error));
}

int err_exit_status(enum err_kind kind) {
    static const int status[] = {ERR_KINDS(SET_TEXT)};
    return status[kind];
}
