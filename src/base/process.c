/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number is given again after a process has ended; with the time of its start it is not. */
#include "config.h"

#include "base/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { STATE = 3, START = 22 }; /* fields of /proc/NUMBER/stat */

static void
name_of(pid_t pid, unsigned long long began, char *dst, size_t size)
{
	char host[80];

	if (gethostname(host, sizeof host))
		host[0] = '\0';
	host[sizeof host - 1] = '\0';
	snprintf(dst, size, "%s %ld %llu", host, (long)pid, began);
}

/* false where it has ended; began 0 where the system does not say. */
static bool
look(pid_t pid, unsigned long long *began)
{
	char path[48], line[1024] = "";
	FILE *f;
	const char *at;

	*began = 0;
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
	f = fopen(path, "re");
	if (!f)
		return kill(pid, 0) == 0 || errno == EPERM;
	at = fgets(line, sizeof line, f) ? strrchr(line, ')') : NULL; /* a name may hold blanks */
	fclose(f);
	for (int field = STATE; at && field <= START; field++) {
		at = strchr(at, ' ');
		at = at ? at + 1 : NULL;
		if (at && field == STATE && *at == 'Z')
			return false;
	}
	if (at)
		(void)sscanf(at, "%llu", began);
	return true;
}

char *
process_name(char *dst, size_t size)
{
	unsigned long long began;

	(void)look(getpid(), &began);
	name_of(getpid(), began, dst, size);
	return dst;
}

bool
process_lives(const char *name)
{
	const char *number = strchr(name, ' ');
	unsigned long long began;
	char now[PROCESS_NAME_SIZE];
	long pid = 0;

	if (!number || sscanf(number, "%ld", &pid) != 1 || pid <= 0 || !look((pid_t)pid, &began))
		return false;
	name_of((pid_t)pid, began, now, sizeof now);
	return strcmp(now, name) == 0;
}
