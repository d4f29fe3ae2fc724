/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as gromada.ini: refused with a sentence, or every setting has a value that its
 * own table allows. */
#include "fuzz.h"

#include "base/settings.h"

#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/gromada-fuzz-XXXXXX";
static char path[64];

static void
clean_up(void)
{
	unlink(path);
	rmdir(folder);
}

static void
write_file(const uint8_t *bytes, size_t size)
{
	FILE *file;

	if (!path[0]) {
		MUST(mkdtemp(folder));
		snprintf(path, sizeof path, "%s/gromada.ini", folder);
		atexit(clean_up);
	}
	file = fopen(path, "wb");
	MUST(file);
	fwrite(bytes, 1, size, file);
	fclose(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct error err = { 0 };
	struct settings *s = NULL;
	int result;

	write_file(bytes, size);
	result = settings_load(&s, "/nonexistent/gromada.ini", path, &err);
	MUST_FIT(result, err);
	for (enum setting_id id = 0; result == 0 && id < SETTING_COUNT; id++) {
		MUST(settings_text(s, id));
		if (settings_table[id].type == SETTING_NUMBER)
			MUST(settings_number(s, id) >= settings_table[id].min
				&& settings_number(s, id) <= settings_table[id].max);
	}
	if (result == 0)
		settings_free(s);
	return 0;
}
