/* SIGINT and SIGTERM: the first asks the run to stop, the second ends it. */
#ifndef ENRICH_STOP_H
#define ENRICH_STOP_H

void stop_listen(void);
/* The signal that came, 0: none. */
int stop_signal(void);

#endif
