#include "base/filesystem.h"
#include <errno.h>
#include <stddef.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

#define NETWORK "jaringan"
#define CARD "kartu memori atau flashdisk"

/* Magic numbers as in linux/magic.h and statfs(2). */
static const struct filesystem filesystems[] = {
    {0x0000ef53, "ext4", NULL},
    {0x58465342, "xfs", NULL},
    {0x9123683e, "btrfs", NULL},
    {0xf2f52010, "f2fs", NULL},
    {0x2fc12fc1, "zfs", NULL},
    {0x01021994, "tmpfs", NULL},
    {0x794c7630, "overlay", NULL},
    {0x00006969, "NFS", NETWORK},
    {0x0000517b, "SMB", NETWORK},
    {0xff534d42, "CIFS", NETWORK},
    {0xfe534d42, "SMB2", NETWORK},
    {0x01021997, "9P", NETWORK},
    {0x5346414f, "AFS", NETWORK},
    {0x00c36400, "Ceph", NETWORK},
    {0x00004d44, "FAT", CARD},
    {0x2011bab0, "exFAT", CARD},
    {0x65735546, "FUSE", "buatan program"},
};

const struct filesystem *filesystem_find(uint32_t magic) {
    for (size_t i = 0; i < sizeof filesystems / sizeof *filesystems; i++)
        if (filesystems[i].magic == magic)
            return &filesystems[i];
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
    const struct filesystem *found = filesystem_find((uint32_t)status.f_type);
    *read_only = ((unsigned long)status.f_flags & ST_RDONLY) != 0;
    if (!found || !found->refused)
        return true;
    return err_set(err, ERR_UNSUPPORTED,
                   "\"%s\" berada di sistem berkas %s (%s); pilih folder di disk komputer ini dengan --data",
                   path, found->refused, found->name);
}
