/* What the labels of links promise. */
#pragma once

enum {
	PROMISES_PAPER = 1,
	PROMISES_CODE = 2,
	PROMISES_GITHUB = 4,
	PROMISES_HUB = 8, /* Hugging Face */
};

/* What a label (letter case aside; NULL: none) says that its link opens. */
unsigned label_promises(const char *label);
