/* SIGINT and SIGTERM: the first asks the run to stop, the second ends it. */
#pragma once

void stop_listen(void);
/* The signal that came, 0: none. */
int stop_signal(void);
