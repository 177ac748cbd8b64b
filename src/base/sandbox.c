/*
 * Folders enter; a process that can write nowhere else and reach nobody leaves.
 *
 * Two of the kernel's own means, both without any right of root's: Landlock for
 * files, a seccomp filter for calls.  Reading stays free: lists, certificates and
 * releases lie anywhere.
 */
#include "base/sandbox.h"

#if defined(__linux__) && __has_include(<linux/landlock.h>)
#define HAVE_SANDBOX 1
#else
#define HAVE_SANDBOX 0
#endif

#if HAVE_SANDBOX
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__i386__)
#define MACHINE AUDIT_ARCH_I386
#elif defined(__arm__)
#define MACHINE AUDIT_ARCH_ARM
#elif defined(__s390x__)
#define MACHINE AUDIT_ARCH_S390X
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define MACHINE AUDIT_ARCH_PPC64LE
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#else
#define MACHINE 0 /* Landlock alone */
#endif
/* Numbers from here on are those of another calling convention (x32). */
#define FOREIGN_CALLS 0x40000000
/* Newer than the headers of Debian 12. */
#define ACCESS_FS_TRUNCATE (1ull << 14)

#define DENY(name)                                                                       \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1),                          \
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/* What a process of ours never does, and one that was taken over would. */
static struct sock_filter filter[] = {
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FOREIGN_CALLS, 0, 1),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
	DENY(socket),
	DENY(socketpair),
	DENY(connect),
	DENY(bind),
	DENY(listen),
#ifdef __NR_socketcall /* all of these in one, on older machines */
	DENY(socketcall),
#endif
#ifdef __NR_accept
	DENY(accept),
#endif
	DENY(accept4),
	DENY(sendto),
	DENY(sendmsg),
	DENY(sendmmsg),
	DENY(execve),
	DENY(execveat),
	DENY(ptrace),
	DENY(process_vm_readv),
	DENY(process_vm_writev),
	DENY(add_key),
	DENY(keyctl),
	DENY(mount),
	DENY(umount2),
	DENY(chroot),
	DENY(pivot_root),
	DENY(unshare),
	DENY(setns),
	DENY(bpf),
	DENY(perf_event_open),
	DENY(userfaultfd),
	DENY(io_uring_setup),
	DENY(open_by_handle_at),
	DENY(init_module),
	DENY(finit_module),
	DENY(kexec_load),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static long
landlock_version(void)
{
	return syscall(
	    __NR_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/* All that changes files, and running them. */
static uint64_t
watched_access(long version)
{
	uint64_t access = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
	    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
	    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
	    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
	    LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
	    LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;

	return version >= 3 ? access | ACCESS_FS_TRUNCATE : access;
}

/* false: there are no descriptors left, and that is what the run shall say. */
static bool
allow(int rules, const char *folder, uint64_t access)
{
	struct landlock_path_beneath_attr beneath = { .allowed_access = access,
		.parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC) };

	if (beneath.parent_fd < 0)
		return errno != EMFILE && errno != ENFILE;
	syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	close(beneath.parent_fd);
	return true;
}

static bool
enter_files(const char *const *writable)
{
	long version = landlock_version();
	uint64_t access = watched_access(version);
	struct landlock_ruleset_attr attr = { .handled_access_fs = access };
	bool done = true;
	int rules;

	/* The first version forbids to rename from folder to folder. */
	if (version < 2)
		return false;
	rules = (int)syscall(__NR_landlock_create_ruleset, &attr, sizeof attr, 0);
	if (rules < 0)
		return false;
	for (; *writable != NULL && done; writable++)
		done = allow(
		    rules, *writable, access & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE);
	done = done && syscall(__NR_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return done;
}

unsigned
sandbox_enter(const char *const *writable)
{
	struct sock_fprog program = { .len = sizeof filter / sizeof *filter,
		.filter = filter };
	unsigned taken = 0;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return 0;
	if (enter_files(writable))
		taken |= SANDBOX_FILES;
	if (MACHINE != 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0)
		taken |= SANDBOX_CALLS;
	return taken;
}

unsigned
sandbox_known(void)
{
	unsigned known = landlock_version() >= 2 ? SANDBOX_FILES : 0;

	return MACHINE != 0 && prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0
	    ? known | SANDBOX_CALLS
	    : known;
}
#else
unsigned
sandbox_enter(const char *const *writable)
{
	(void)writable;
	return 0;
}

unsigned
sandbox_known(void)
{
	return 0;
}
#endif
