/* Exit statuses: sysexits, 3: written but partial, 1: what was checked is not right. */
#pragma once

enum status {
	STATUS_RUNNING = -1, /* in last-run.json: null */
	STATUS_COMPLETE = 0,
	STATUS_DIFFERS = 1,
	STATUS_PARTIAL = 3,
	STATUS_USAGE = 64,
	STATUS_BAD_LIST = 65,
	STATUS_NO_LIST = 66,
	STATUS_UNAVAILABLE = 69,
	STATUS_BUG = 70,
	STATUS_CANNOT_CREATE = 73,
	STATUS_IO = 74,
	STATUS_LOCKED = 75,
	STATUS_KEY_REFUSED = 77,
	STATUS_CONFIG = 78,
};
