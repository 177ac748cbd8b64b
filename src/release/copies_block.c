/* Records that wait enter a block at a time; the database and the page have them. */
#include "base/crew.h"
#include "release/copies.h"

struct turn {
	struct copies *copies;
	void (*fill)(void *context);
	void *context;
	struct copied_block *written;
};

enum part { PART_FILL, PART_WRITE, PARTS };

static void
take_part(void *context, size_t part, size_t who)
{
	const struct turn *turn = context;
	struct copies *copies = turn->copies;

	(void)who;
	if (part == PART_FILL) {
		if (turn->fill != NULL)
			turn->fill(turn->context);
		return;
	}
	copies_write_block(copies, turn->written);
}

void
copies_block(struct copies *copies, void (*fill)(void *context), void *context)
{
	struct turn turn = { copies, fill, context, &copies->blocks[copies->filling] };

	copies->filling = 1 - copies->filling;
	copies->waits = true;
	crew_do(PARTS, take_part, &turn);
	copies->waits = false;
}
