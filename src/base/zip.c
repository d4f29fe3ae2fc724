/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zip archives (libzip): those that people bring, and those that the program writes. */
#include "config.h"

#include "base/zip.h"

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <zip.h>

#define RATIO_FROM (INT64_C(16) << 20)
#define MAX_ENTRIES 20000 /* a large workbook has some hundred */

struct entry {
	char *name;
	int64_t size, packed;
	bool encrypted;
};

struct unzip {
	char *name;
	zip_t *zip;
	struct entry *entries;
	int count;
	zip_file_t *open;
	int current;
	int64_t read; /* of the open entry */
};

bool
unzip_looks_like(const void *first_bytes, size_t length)
{
	return length >= 4 && (memcmp(first_bytes, "PK\003\004", 4) == 0 ||
				      memcmp(first_bytes, "PK\005\006", 4) == 0);
}

static int
damaged(const char *name, struct error *err)
{
	return error_set(err, ERROR_INPUT, _("%s is a damaged zip file. Download it again."), name);
}

static char *
clean_copy(const char *text)
{
	size_t size = 3 * strlen(text) + 1; /* a bad byte becomes U+FFFD */
	char *copy = memory_new(size);

	return text_clean(copy, size, text);
}

static int
list_entries(struct unzip *z, struct error *err)
{
	zip_int64_t count = zip_get_num_entries(z->zip, 0);

	if (count < 0 || count > MAX_ENTRIES)
		return error_set(err, ERROR_INPUT,
			_("%s holds too many files for a data file. Unpack it and import one "
			  "file."),
			z->name);
	z->entries = memory_array((size_t)count + 1, sizeof *z->entries);
	for (z->count = 0; z->count < count; z->count++) {
		struct entry *entry = &z->entries[z->count];
		zip_stat_t stat;

		if (zip_stat_index(z->zip, (zip_uint64_t)z->count, 0, &stat) != 0 ||
			!(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_SIZE) ||
			stat.size > INT64_MAX)
			return damaged(z->name, err);
		entry->name = clean_copy(stat.name);
		entry->size = (int64_t)stat.size;
		entry->packed = stat.valid & ZIP_STAT_COMP_SIZE && stat.comp_size <= INT64_MAX
					? (int64_t)stat.comp_size
					: 0;
		entry->encrypted = stat.valid & ZIP_STAT_ENCRYPTION_METHOD &&
				   stat.encryption_method != ZIP_EM_NONE;
	}
	return 0;
}

/* Takes zip over, which is NULL when libzip refused it. */
static int
start(struct unzip **out, zip_t *zip, const char *name, struct error *err)
{
	struct unzip *z;

	*out = NULL;
	if (!zip)
		return damaged(name, err);
	z = memory_new(sizeof *z);
	z->name = memory_string(name);
	z->zip = zip;
	z->current = -1;
	if (list_entries(z, err) != 0) {
		unzip_close(z);
		return -1;
	}
	*out = z;
	return 0;
}

int
unzip_open(struct unzip **out, int fd, const char *name, struct error *err)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0); /* libzip closes what it is given */
	zip_t *zip = copy < 0 ? NULL : zip_fdopen(copy, 0, NULL);

	if (!zip && copy >= 0)
		close(copy);
	return start(out, zip, name, err);
}

int
unzip_open_memory(
	struct unzip **out, const char *name, const void *bytes, size_t size, struct error *err)
{
	zip_source_t *source = zip_source_buffer_create(bytes, size, 0, NULL);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;

	if (!zip && source)
		zip_source_free(source);
	return start(out, zip, name, err);
}

void
unzip_close(struct unzip *z)
{
	if (!z)
		return;
	if (z->open)
		zip_fclose(z->open);
	zip_discard(z->zip);
	for (int i = 0; z->entries && i <= z->count; i++)
		free(z->entries[i].name);
	free(z->entries);
	free(z->name);
	free(z);
}

int
unzip_entries(const struct unzip *z)
{
	return z->count;
}

const char *
unzip_entry_name(const struct unzip *z, int entry)
{
	return z->entries[entry].name;
}

int64_t
unzip_entry_size(const struct unzip *z, int entry)
{
	return z->entries[entry].size;
}

int
unzip_find(const struct unzip *z, const char *name)
{
	for (int i = 0; i < z->count; i++)
		if (strcmp(z->entries[i].name, name) == 0)
			return i;
	return -1;
}

static bool
is_data_name(const char *name)
{
	static const char *const endings[] = { ".csv", ".xml", ".txt" };
	const char *dot = strrchr(name, '.');
	const char *slash = strrchr(name, '/');

	if (!dot || strncmp(name, "__MACOSX/", 9) == 0 || (slash && slash[1] == '.'))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (strcasecmp(dot, endings[i]) == 0)
			return true;
	return false;
}

/* GUS packs the register as CSV and XML of one name: the same content, so the CSV will do. */
static int
one_of_twins(const struct unzip *z, int first, int second)
{
	const char *a = z->entries[first].name, *b = z->entries[second].name;
	size_t stem = (size_t)(strrchr(a, '.') - a);

	if (stem != (size_t)(strrchr(b, '.') - b) || strncmp(a, b, stem) != 0)
		return -1;
	if (strcasecmp(a + stem, ".csv") == 0 && strcasecmp(b + stem, ".xml") == 0)
		return first;
	if (strcasecmp(b + stem, ".csv") == 0 && strcasecmp(a + stem, ".xml") == 0)
		return second;
	return -1;
}

int
unzip_data_entry(const struct unzip *z, const char *name, struct error *err)
{
	int found = 0, entry = -1, before = -1;

	if (unzip_find(z, "word/document.xml") >= 0)
		return error_set(err, ERROR_INPUT,
			_("%s is a document of a word processor, and a table is wanted (CSV). "
			  "Minutes come back at their meeting (menu 2 2, m, i)."),
			name);
	if (unzip_find(z, "[Content_Types].xml") >= 0)
		return error_set(err, ERROR_INPUT,
			_("%s is a workbook of an office program. Save its sheet as CSV; a data "
			  "sheet of a group comes back as it is (menu 2 5)."),
			name);
	for (int i = 0; i < z->count; i++)
		if (is_data_name(z->entries[i].name)) {
			before = entry;
			entry = i;
			found++;
		}
	if (found == 2 && one_of_twins(z, before, entry) >= 0)
		return one_of_twins(z, before, entry);
	if (found == 0)
		return error_set(
			err, ERROR_INPUT, _("%s holds no data file (.csv, .xml or .txt)."), name);
	if (found > 1)
		return error_set(err, ERROR_INPUT,
			P_("%s holds %d data file. Unpack it and import it.",
				"%s holds %d data files. Unpack it and import them one by one.",
				(unsigned long)found),
			name, found);
	return entry;
}

int
unzip_entry_open(struct unzip *z, int entry, struct error *err)
{
	const struct entry *e = &z->entries[entry];

	if (z->open)
		zip_fclose(z->open);
	z->open = NULL;
	if (e->encrypted)
		return error_set(err, ERROR_INPUT,
			_("%s is locked with a password. Unpack it and import the file inside."),
			z->name);
	if (e->size > UNZIP_MAX_SIZE ||
		(e->size > RATIO_FROM && e->size / UNZIP_MAX_RATIO > e->packed))
		return error_set(err, ERROR_INPUT,
			_("%s would unpack to %lld MB, which is too much for a data file. "
			  "Nothing was unpacked."),
			z->name, (long long)(e->size >> 20));
	z->open = zip_fopen_index(z->zip, (zip_uint64_t)entry, 0);
	z->current = entry;
	z->read = 0;
	return z->open ? 0 : damaged(z->name, err);
}

long
unzip_entry_read(struct unzip *z, void *buffer, size_t size, struct error *err)
{
	const struct entry *e = &z->entries[z->current];
	zip_int64_t got = zip_fread(z->open, buffer, size);

	if (got < 0)
		return damaged(z->name, err);
	z->read += got;
	if (z->read > e->size || (got == 0 && size > 0 && z->read < e->size))
		return damaged(z->name, err);
	return (long)got;
}

/* ---- writing ---- */

struct zipped {
	zip_source_t *bytes; /* the archive, in memory */
	zip_t *zip;          /* NULL = something failed */
};

struct zipped *
zipped_new(void)
{
	struct zipped *z = memory_new(sizeof *z);

	z->bytes = zip_source_buffer_create(NULL, 0, 0, NULL);
	if (z->bytes) {
		zip_source_keep(z->bytes); /* to read it after the archive is closed */
		z->zip = zip_open_from_source(z->bytes, ZIP_CREATE | ZIP_TRUNCATE, NULL);
		if (!z->zip)
			zip_source_free(z->bytes);
	}
	return z;
}

/* Time of day as DOS writes it: two-second steps, no zone. */
static void
set_time(struct zipped *z, zip_uint64_t entry)
{
	struct date today = clock_today();
	char now[32];
	unsigned hour, minute, second;

	clock_now_utc(now, sizeof now);
	if (sscanf(now + 11, "%2u:%2u:%2u", &hour, &minute, &second) != 3)
		hour = minute = second = 0;
	zip_file_set_dostime(z->zip, entry, (zip_uint16_t)(hour << 11 | minute << 5 | second / 2),
		(zip_uint16_t)((unsigned)(today.year - 1980) << 9 | (unsigned)today.month << 5 |
			       (unsigned)today.day),
		0);
}

static void
give_up(struct zipped *z)
{
	if (z->zip)
		zip_discard(z->zip);
	z->zip = NULL;
}

void
zipped_add(struct zipped *z, const char *name, const void *bytes, size_t size)
{
	zip_source_t *source;
	zip_int64_t entry;

	if (!z->zip)
		return;
	source = zip_source_buffer(z->zip, bytes, size, 0);
	entry = source ? zip_file_add(z->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (entry < 0) {
		zip_source_free(source);
		give_up(z);
		return;
	}
	set_time(z, (zip_uint64_t)entry);
}

static int
copy_out(zip_source_t *bytes, struct output *out)
{
	char buffer[16384];
	zip_int64_t got;

	if (zip_source_open(bytes) != 0)
		return -1;
	while ((got = zip_source_read(bytes, buffer, sizeof buffer)) > 0)
		output_write(out, buffer, (size_t)got);
	zip_source_close(bytes);
	return got < 0 ? -1 : 0;
}

int
zipped_write(struct zipped *z, struct output *out, struct error *err)
{
	int result = -1;

	if (z->zip && zip_close(z->zip) == 0) {
		z->zip = NULL;
		result = copy_out(z->bytes, out);
	}
	give_up(z);
	if (z->bytes)
		zip_source_free(z->bytes);
	free(z);
	if (result == 0)
		return 0;
	return error_set(
		err, ERROR_IO, _("The file could not be packed: there is not enough memory."));
}
