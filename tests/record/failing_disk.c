/* A disk that fails: from the FAIL_FROMth call on, FAIL_MANY calls of the kind FAIL_KIND (write, sync) end in EIO. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(const char *kind)
{
    static long calls;
    const char *chosen = getenv("FAIL_KIND");
    if (!chosen || strcmp(chosen, kind))
        return 0;
    long from = atol(getenv("FAIL_FROM")), many = atol(getenv("FAIL_MANY"));
    calls++;
    if (calls < from || calls >= from + many)
        return 0;
    errno = EIO;
    return 1;
}

ssize_t pwrite64(int file, const void *bytes, size_t many, off64_t at)
{
    ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
    return fails("write") ? -1 : real(file, bytes, many, at);
}

ssize_t pwrite(int file, const void *bytes, size_t many, off_t at)
{
    return pwrite64(file, bytes, many, at);
}

int fsync(int file)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    return fails("sync") ? -1 : real(file);
}

int fdatasync(int file)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    return fails("sync") ? -1 : real(file);
}
