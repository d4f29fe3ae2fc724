/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up wave as a data set, and an empty folder for its files. */
#ifndef TESTS_EXCHANGE_DATASET_PLACE_H
#define TESTS_EXCHANGE_DATASET_PLACE_H

#include "dataset_fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FORMS = 400 };

struct place_of_test {
	struct dataset_fixture f;
	struct dataset d;
	struct error err;
	char folder[64];
};

static int
open_place(void **state)
{
	struct place_of_test *p = calloc(1, sizeof *p);

	if (!p)
		return -1;
	*state = p;
	setenv("GROMADA_TEST", "1", 1); /* the clock stands still: files are compared */
	strcpy(p->folder, "/tmp/test_dataset_XXXXXX");
	if (!mkdtemp(p->folder))
		return -1;
	dataset_fixture_open(&p->f, FORMS);
	return dataset_make(&p->f.source, &p->d, &p->err);
}

static int
files_in(const char *folder, bool remove_them)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char path[512];
	int count = 0;

	while ((entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		count++;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		if (remove_them)
			unlink(path);
	}
	closedir(dir);
	return count;
}

static int
close_place(void **state)
{
	struct place_of_test *p = *state;

	dataset_fixture_close(&p->f);
	files_in(p->folder, true);
	rmdir(p->folder);
	free(p);
	return 0;
}

#define ON(test) cmocka_unit_test_setup_teardown(test, open_place, close_place)

#endif
