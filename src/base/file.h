/* Files: whole, bounded, synced, private. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct arena;
struct buffer;

/*
 * Read a file ("-": standard input) whole.  false with errno set; EFBIG when
 * it is longer than the buffer's limit, ENOTSUP when it is a pipe.
 */
bool file_read(const char *path, struct buffer *);
/* Why that failed, as errno has it: a pipe is called so. */
const char *file_trouble(void);
/* Write beside, sync, rename over `path`.  false with errno set. */
bool file_replace(const char *path, const void *bytes, size_t length, mode_t mode);
/* The same over a file that is there: its permissions and owner stay. */
bool file_rewrite(const char *path, const void *bytes, size_t length);
/* All of it to an open file.  false with errno set. */
bool file_write(int file, const void *bytes, size_t length);
/* mkdir -p with the given mode for what is made. */
bool file_make_folder(const char *path, mode_t mode);
/* Could it be made, or is it there and can be written to?  false with errno set. */
bool file_may_make(const char *folder);
bool file_sync(const char *path); /* a file or a folder */
bool file_flush(int file);        /* fsync */
/* Does errno say that a file system has none of what was asked for, as FAT and SMB have no
 * rights and some no sync?  What it has instead has to do: that is no failure. */
bool file_has_none(void);
/* rm -r; does not follow links.  true when nothing is left. */
bool file_remove_tree(const char *path);
/* A new one in spool_folder() for us alone; NULL with errno set. */
char *file_temporary_folder(struct arena *);
/* Its end; a line where something of it stays. */
void file_remove_temporary(const char *folder);
/* Bytes that are free where it lies; UINT64_MAX: nobody says. */
uint64_t file_room(const char *path);
bool file_exists(const char *path);
char *file_join(struct arena *, const char *folder, const char *name);
const char *file_name(const char *path); /* the part after the last / */

/*
 * An exclusive flock on `path` (made when missing), the pid written into it
 * for people.  The descriptor; -1 with errno EWOULDBLOCK when another process
 * holds it, *holder then is that process's pid or 0; EPERM or ELOOP when it is a
 * link or another user's.
 */
int file_lock(const char *path, pid_t *holder);
void file_unlock(int descriptor);
