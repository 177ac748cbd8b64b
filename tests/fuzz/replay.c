/*
 * Replays files through a fuzz target without a fuzzing engine: what make
 * check does with seeds and with crashes of the past.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void
replay_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = malloc(1 << 22);
	size_t length;

	if (file == NULL || bytes == NULL)
		exit(99);
	length = fread(bytes, 1, 1 << 22, file);
	fclose(file);
	/* Exactly as long as the input: a read beyond it is seen. */
	uint8_t *exact = malloc(length == 0 ? 1 : length);
	memcpy(exact, bytes, length);
	LLVMFuzzerTestOneInput(exact, length);
	/* Cut off at some places: half of what arrives in real life. */
	for (size_t n = 0; n < 16; n++)
		LLVMFuzzerTestOneInput(exact, length * n / 16);
	free(exact);
	free(bytes);
}

static unsigned
replay_folder(const char *folder)
{
	DIR *directory = opendir(folder);
	struct dirent *entry;
	unsigned count = 0;
	char path[4096];

	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		if (entry->d_type == DT_DIR) {
			count += replay_folder(path);
			continue;
		}
		replay_file(path);
		count++;
	}
	if (directory != NULL)
		closedir(directory);
	return count;
}

int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	const char *name = strrchr(argv[0], '/');
	char folder[4096];
	unsigned count = 0;

	name = name != NULL ? name + 1 : argv[0];
	if (strncmp(name, "fuzz_", 5) == 0)
		name += 5;
	snprintf(folder, sizeof folder, "%s/tests/fuzz/%s.seeds", top != NULL ? top : ".",
	    name);
	count = replay_folder(folder);
	snprintf(folder, sizeof folder, "%s/tests/fuzz/%s.crashes",
	    top != NULL ? top : ".", name);
	count += replay_folder(folder);
	for (int i = 1; i < argc; i++, count++)
		replay_file(argv[i]);
	LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	printf("%s: %u inputs\n", name, count);
	return count > 0 ? 0 : 99;
}
