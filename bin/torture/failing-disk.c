// Loaded before the C library of a process under torture: writes and syncs of the desk's files fail for a while.
// FAIL_WITH: the errno (5 EIO, 28 ENOSPC), FAIL_FROM: the first call that fails, FAIL_COUNT: how many, FAIL_LOG: where they are noted. Built by intake-faults.ts.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long calls;

static int of_the_desk(int fd) {
  char link[64], target[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, target, sizeof target - 1);
  if (length <= 0) return 0;
  target[length] = 0;
  return strstr(target, "/desk.db") != NULL;
}

static int fails(int fd) {
  const char *from = getenv("FAIL_FROM"), *count = getenv("FAIL_COUNT");
  if (!from || !count || !of_the_desk(fd)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (call < atol(from) || call >= atol(from) + atol(count)) return 0;
  const char *log = getenv("FAIL_LOG");
  FILE *file = log ? fopen(log, "a") : NULL;
  if (file) {
    fprintf(file, "%ld\n", call);
    fclose(file);
  }
  const char *with = getenv("FAIL_WITH");
  errno = with ? atoi(with) : EIO;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) {
  return fails(fd) ? -1 : REAL(pwrite)(fd, bytes, n, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) {
  return fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, n, at);
}
ssize_t write(int fd, const void *bytes, size_t n) {
  return fails(fd) ? -1 : REAL(write)(fd, bytes, n);
}
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
