/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "units_fixture.h"

#include "base/memory.h"
#include "model/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
fixture_open(void **state)
{
	struct fixture *f = memory_new(sizeof(*f));
	struct person person;

	strcpy(f->folder, "/tmp/gromada-test-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	assert_int_equal(database_open_memory(&f->db, &f->err), 0);
	assert_int_equal(person_enter(f->db, "anna", &person, &f->err), 0);
	*state = f;
	return 0;
}

int
fixture_close(void **state)
{
	struct fixture *f = *state;

	db_close(f->db);
	rmdir(f->folder);
	free(f);
	return 0;
}

char *
fixture_replace(char *text, const char *find, const char *with)
{
	size_t count = 0;
	const char *from = text, *at;
	char *result, *to;

	while ((at = strstr(from, find))) {
		count++;
		from = at + strlen(find);
	}
	to = result = memory_new(strlen(text) + count * strlen(with) + 1);
	for (from = text; (at = strstr(from, find)); from = at + strlen(find)) {
		to = mempcpy(to, from, (size_t)(at - from));
		to = stpcpy(to, with);
	}
	strcpy(to, from);
	free(text);
	return result;
}

char *
fixture_register(const char *date, const char *const *change)
{
	size_t size = 64 * 1024, used;
	char *text = memory_new(size);

	used = (size_t)snprintf(text, size, "\xef\xbb\xbfWOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n");
	for (int w = 2; w <= 32; w += 2)
		used += (size_t)snprintf(text + used, size - used,
			"%02d;;;;WOJ%02d;województwo;DATE\r\n"
			"%02d;01;;;powiatowy%02d;powiat;DATE\r\n"
			"%02d;01;01;1;Miasto%02d;gmina miejska;DATE\r\n"
			"%02d;01;02;2;Miasto%02d;gmina wiejska;DATE\r\n"
			"%02d;01;03;3;Łąka%02d;gmina miejsko-wiejska;DATE\r\n"
			"%02d;01;03;4;Łąka%02d;miasto;DATE\r\n"
			"%02d;01;03;5;Łąka%02d;obszar wiejski;DATE\r\n",
			w, w, w, w, w, w, w, w, w, w, w, w, w, w);
	snprintf(text + used, size - used,
		"14;65;;;Warszawa;miasto stołeczne, na prawach powiatu;DATE\r\n"
		"14;65;01;1;Warszawa;gmina miejska, miasto stołeczne;DATE\r\n"
		"14;65;02;8;Bemowo;dzielnica;DATE\r\n\r\n");
	for (; change && change[0]; change += 2) {
		assert_non_null(strstr(text, change[0]));
		text = fixture_replace(text, change[0], change[1]);
	}
	return fixture_replace(text, "DATE", date);
}

const char *
fixture_file(struct fixture *f, const char *name, const char *text)
{
	static char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", f->folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	fwrite(text, 1, strlen(text), file);
	fclose(file);
	return path;
}

int64_t
fixture_import(struct fixture *f, const char *path, const struct import_options *options)
{
	struct importer *importer;
	int64_t id = -1;

	f->err = (struct error){ .code = ERROR_NONE };
	if (importer_read(&importer, f->db, IMPORT_DETECT, path, options, NULL, &f->err) < 0)
		return -1;
	f->preview = *importer_preview(importer);
	if (importer_write(importer, NULL, &id, &f->err) < 0)
		id = -1;
	importer_free(importer);
	return id;
}

int64_t
fixture_import_text(struct fixture *f, const char *name, const char *text)
{
	const char *path = fixture_file(f, name, text);
	int64_t id = fixture_import(f, path, NULL);

	unlink(path);
	return id;
}

int64_t
fixture_import_register(struct fixture *f, const char *date, const char *const *change)
{
	char *text = fixture_register(date, change);
	int64_t id = fixture_import_text(f, "TERC.csv", text);

	free(text);
	if (id < 0)
		print_message("# %s\n", f->err.text);
	return id;
}

void
fixture_refused(struct fixture *f, const char *name, const char *text, const char *sentence)
{
	char *before = fixture_dump(f), *after;
	int64_t id = fixture_import_text(f, name, text);

	if (id != -1 || !strstr(f->err.text, sentence))
		print_message("# wanted “%s”, got %lld “%s”\n", sentence, (long long)id, f->err.text);
	assert_int_equal(id, -1);
	assert_non_null(strstr(f->err.text, sentence));
	assert_non_null(strstr(f->err.text, name));
	after = fixture_dump(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

void
fixture_units(struct fixture *f, struct unit_table *t)
{
	assert_int_equal(unit_table_load(f->db, t, &f->err), 0);
}

static void
tell(void *context, const char *sentence)
{
	(void)context;
	print_message("# %s\n", sentence);
}

int
fixture_faults(struct fixture *f)
{
	return check_database(f->db, tell, NULL, &f->err);
}

char *
fixture_dump(struct fixture *f)
{
	struct unit_table t;
	struct import_entry *entries;
	struct arena arena = { 0 };
	char *text = NULL;
	size_t size;
	int count;
	FILE *out = open_memstream(&text, &size);

	fixture_units(f, &t);
	for (int i = 0; i < t.count; i++) {
		const struct unit *u = &t.units[i];
		fprintf(out, "%d %s %s %d %c %d %d %s %s-%s %s-%s\n", u->slot, u->code, u->teryt, (int)u->level,
			u->kind ? u->kind : '-', u->parent, u->from_bdl, u->name, u->starts_after, u->starts_on,
			u->ends_after, u->ends_on);
	}
	unit_table_release(&t);
	assert_int_equal(import_list(f->db, &arena, &entries, &count, &f->err), 0);
	for (int i = 0; i < count; i++)
		if (!entries[i].undone_at[0])
			fprintf(out, "import %lld %s\n", (long long)entries[i].id, entries[i].file_name);
	arena_release(&arena);
	fclose(out);
	return text;
}
