/*
 * A number and its bounds enter; the test fails unless it lies between them.
 * cmocka 2 calls assert_in_range deprecated, cmocka 1 has no other.
 */
#pragma once

#define assert_within(value, least, most)                                                \
	do {                                                                             \
		long long within = (long long)(value);                                   \
		if (within < (long long)(least) || within > (long long)(most))           \
			fail_msg("%s is %lld", #value, within);                          \
	} while (0)
