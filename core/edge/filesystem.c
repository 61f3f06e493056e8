#include "edge/filesystem.h"
#include <errno.h>
#include <stddef.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

/* Magic numbers as in linux/magic.h and statfs(2). */
static const struct {
    uint32_t magic;
    const char *name;
} refused[] = {
    {0x00006969, "jaringan (NFS)"},
    {0x0000517b, "jaringan (SMB)"},
    {0xff534d42, "jaringan (CIFS)"},
    {0xfe534d42, "jaringan (SMB2)"},
    {0x01021997, "jaringan (9P)"},
    {0x5346414f, "jaringan (AFS)"},
    {0x00c36400, "jaringan (Ceph)"},
    {0x00004d44, "kartu memori atau flashdisk (FAT)"},
    {0x2011bab0, "kartu memori atau flashdisk (exFAT)"},
    {0x65735546, "buatan program (FUSE)"},
};

const char *filesystem_refused(uint32_t magic) {
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (refused[i].magic == magic)
            return refused[i].name;
    return NULL;
}

bool filesystem_check(const char *path, bool *read_only, struct err *err) {
    struct statfs status;
    int rc;
    do
        rc = statfs(path, &status);
    while (rc < 0 && errno == EINTR);
    if (rc < 0)
        return err_system(err, errno, "tidak dapat memeriksa \"%s\"", path);
    const char *name = filesystem_refused((uint32_t)status.f_type);
    *read_only = ((unsigned long)status.f_flags & ST_RDONLY) != 0;
    return !name ||
           err_set(err, ERR_UNSUPPORTED,
                   "\"%s\" berada di sistem berkas %s; pilih folder di disk komputer ini dengan --data", path,
                   name);
}
