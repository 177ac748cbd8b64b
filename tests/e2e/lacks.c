/* To be preloaded: a file system without rights (FAT, SMB), links, locks and syncs of folders. */
#include <errno.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int
lacking(int error)
{
	errno = error;
	return -1;
}

static int
is_folder(int file)
{
	struct stat status;

	return fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
}

int
chmod(const char *path, mode_t mode)
{
	(void)path;
	(void)mode;
	return lacking(EPERM);
}

int
fchmod(int file, mode_t mode)
{
	(void)file;
	(void)mode;
	return lacking(EPERM);
}

int
symlink(const char *to, const char *path)
{
	(void)to;
	(void)path;
	return lacking(EPERM);
}

int
fsync(int file)
{
	return is_folder(file) ? lacking(ENOTSUP) : (int)syscall(SYS_fsync, file);
}

int
flock(int file, int how)
{
	return is_folder(file) ? lacking(ENOLCK) : (int)syscall(SYS_flock, file, how);
}
