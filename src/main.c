/* Options in, exit status out. */
#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		printf("enrich %s\n", ENRICH_VERSION);
		return 0;
	}
	fprintf(stderr, "enrich: nothing to do yet\n");
	return 64;
}
