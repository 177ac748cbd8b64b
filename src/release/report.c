#include "base/buffer.h"
#include "release/about.h"
void report_write(const struct about *a, struct buffer *b) { (void)a; buffer_text(b, "<!DOCTYPE html>\n"); }
