/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk on which a flush takes ten milliseconds, for LD_PRELOAD. */
#include <time.h>
#include <unistd.h>

int fdatasync(int fd);

static int
wait_ten(void)
{
	const struct timespec ten = { 0, 10 * 1000 * 1000 };

	return nanosleep(&ten, NULL);
}

int
fsync(int fd)
{
	(void)fd;
	return wait_ten();
}

int
fdatasync(int fd)
{
	(void)fd;
	return wait_ten();
}
