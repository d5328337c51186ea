/* Records what a program writes below one folder, and when it has it synced, so that a power cut can be played.
 *
 * LD_PRELOADed by tools/torture_power.py. Every call goes through to the system; a record of it goes to the file named
 * by TORTURE_LOG, where it is about a path that begins with TORTURE_FOLDER:
 *
 *     one letter, two lengths of 4 bytes (path, data), an offset of 8 bytes, the path, the data
 *
 *     W write   T truncate (offset: the new length)   S fsync   C create   R rename (data: the new path)
 *     U unlink  M mkdir    D rmdir
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_fd = -1;
static const char *folder;
static size_t folder_length;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name, type, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t really_write(int fd, const void *data, size_t length) {
    REAL("write", ssize_t, int, const void *, size_t);
    return real(fd, data, length);
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("TORTURE_LOG");
    folder = getenv("TORTURE_FOLDER");
    if (!log || !folder) return;
    folder_length = strlen(folder);
    log_fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) { return log_fd >= 0 && path && strncmp(path, folder, folder_length) == 0; }

static void record(char what, const char *path, int64_t offset, const void *data, uint32_t data_length) {
    uint32_t path_length = (uint32_t)strlen(path);
    char head[17];
    head[0] = what;
    memcpy(head + 1, &path_length, 4);
    memcpy(head + 5, &data_length, 4);
    memcpy(head + 9, &offset, 8);
    pthread_mutex_lock(&turn);
    really_write(log_fd, head, sizeof head);
    really_write(log_fd, path, path_length);
    if (data_length) really_write(log_fd, data, data_length);
    pthread_mutex_unlock(&turn);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_ours(path);
}

ssize_t write(int fd, const void *data, size_t length) {
    char path[PATH_MAX];
    ssize_t done = really_write(fd, data, length);
    if (log_fd >= 0 && fd != log_fd && done > 0 && path_of(fd, path))
        record('W', path, lseek(fd, 0, SEEK_CUR) - done, data, (uint32_t)done);
    return done;
}

#define POSITIONED(name, offset_type)                                                                                  \
    ssize_t name(int fd, const void *data, size_t length, offset_type offset) {                                        \
        char path[PATH_MAX];                                                                                           \
        REAL(#name, ssize_t, int, const void *, size_t, offset_type);                                                  \
        ssize_t done = real(fd, data, length, offset);                                                                 \
        if (log_fd >= 0 && done > 0 && path_of(fd, path)) record('W', path, offset, data, (uint32_t)done);             \
        return done;                                                                                                   \
    }
POSITIONED(pwrite, off_t)
POSITIONED(pwrite64, off64_t)

#define TRUNCATING(name, length_type)                                                                                  \
    int name(int fd, length_type length) {                                                                             \
        char path[PATH_MAX];                                                                                           \
        REAL(#name, int, int, length_type);                                                                            \
        int failed = real(fd, length);                                                                                 \
        if (log_fd >= 0 && !failed && path_of(fd, path)) record('T', path, length, NULL, 0);                           \
        return failed;                                                                                                 \
    }
TRUNCATING(ftruncate, off_t)
TRUNCATING(ftruncate64, off64_t)

#define SYNCING(name)                                                                                                  \
    int name(int fd) {                                                                                                 \
        char path[PATH_MAX];                                                                                           \
        REAL(#name, int, int);                                                                                         \
        int failed = real(fd);                                                                                         \
        if (log_fd >= 0 && !failed && path_of(fd, path)) record('S', path, 0, NULL, 0);                                \
        return failed;                                                                                                 \
    }
SYNCING(fsync)
SYNCING(fdatasync)

#define OPENING(name)                                                                                                  \
    int name(const char *path, int flags, ...) {                                                                       \
        REAL(#name, int, const char *, int, ...);                                                                      \
        mode_t mode = 0;                                                                                               \
        if (flags & O_CREAT) {                                                                                         \
            va_list more;                                                                                              \
            va_start(more, flags);                                                                                     \
            mode = va_arg(more, mode_t);                                                                               \
            va_end(more);                                                                                              \
        }                                                                                                              \
        int is_new = is_ours(path) && (flags & O_CREAT) && access(path, F_OK) != 0;                                    \
        int fd = real(path, flags, mode);                                                                              \
        if (fd >= 0 && is_new) record('C', path, 0, NULL, 0);                                                          \
        if (fd >= 0 && !is_new && is_ours(path) && (flags & O_TRUNC)) record('T', path, 0, NULL, 0);                   \
        return fd;                                                                                                     \
    }
OPENING(open)
OPENING(open64)

int rename(const char *old, const char *new) {
    REAL("rename", int, const char *, const char *);
    int failed = real(old, new);
    if (!failed && is_ours(old)) record('R', old, 0, new, (uint32_t)strlen(new));
    return failed;
}

#define NAMED(name, what, ...)                                                                                         \
    int failed = real(__VA_ARGS__);                                                                                    \
    if (!failed && is_ours(path)) record(what, path, 0, NULL, 0);                                                      \
    return failed

int unlink(const char *path) {
    REAL("unlink", int, const char *);
    NAMED("unlink", 'U', path);
}

int rmdir(const char *path) {
    REAL("rmdir", int, const char *);
    NAMED("rmdir", 'D', path);
}

int mkdir(const char *path, mode_t mode) {
    REAL("mkdir", int, const char *, mode_t);
    NAMED("mkdir", 'M', path, mode);
}
