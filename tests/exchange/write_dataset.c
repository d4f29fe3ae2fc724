/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the made-up wave, for the programs that read it.
 *
 *   write_dataset FORMS FILE...        .sav .dta .csv .sss; names with "texts" bring open answers,
 *                                      with "weights" weights, with "numbers" form numbers
 *   write_dataset book FILE            .xml .sss .csv
 *   write_dataset frequencies FORMS    variable,value,n of every code and reason
 *   write_dataset means FORMS          variable,n,mean of every number that is no reason
 *   write_dataset time FORMS VARIABLES FILE   ms that writing and reading again took
 */
#include "config.h"

#include "dataset_fixture.h"

#include "base/i18n.h"
#include "base/number.h"
#include "exchange/dataset_write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct error err;

static int
fail(void)
{
	fprintf(stderr, "%s\n", err.text);
	return 1;
}

static int
make(struct dataset_fixture *f, size_t forms, const char *name, struct dataset *d)
{
	struct dataset_source s;

	dataset_fixture_open(f, forms);
	s = f->source;
	if (strstr(name, "texts")) {
		s.texts = f->texts;
		s.text_count = 2;
	}
	if (strstr(name, "weights"))
		s.weights = f->weights;
	if (strstr(name, "numbers"))
		s.keyed = f->keyed;
	return dataset_make(&s, d, &err);
}

static int
write_files(size_t forms, char **paths, bool book)
{
	struct dataset_written written;
	struct dataset_fixture f;
	struct dataset d;

	for (; *paths; paths++) {
		const char *name = strrchr(*paths, '/') ? strrchr(*paths, '/') : *paths;
		int result = make(&f, forms, name, &d);

		if (result == 0)
			result = book ? dataset_book_write(&d, NULL, *paths, true, &written, &err)
				      : dataset_write(&d, NULL, *paths, true, NULL, &written, &err);
		dataset_fixture_close(&f);
		if (result)
			return fail();
		printf("%d labels cut, %d texts cut, %d files\n", written.cut.labels,
			written.cut.texts, written.file_count);
	}
	return 0;
}

/* Counted from the columns themselves, not from what was stored. */
static void
print_frequencies(const struct dataset *d, const struct data_variable *v)
{
	long reasons[MISSING_COUNT] = { 0 };
	char text[40];

	for (size_t row = 0; row < d->rows; row++) {
		double value = 0;

		reasons[data_number(d, v, row, &value)]++;
	}
	for (int i = 0; i < v->code_count; i++) {
		long n = 0;

		for (size_t row = 0; row < d->rows; row++) {
			double value = NAN;

			n += data_number(d, v, row, &value) == MISSING_NONE &&
			     value == v->codes[i].number;
		}
		if (n)
			printf("%s,%d,%ld\n", v->name, v->codes[i].number, n);
	}
	for (int i = MISSING_NO_ANSWER; i < MISSING_COUNT; i++)
		if (reasons[i])
			printf("%s,%s,%ld\n", v->name,
				number_plain(text, sizeof(text),
					data_reason_code(v, (enum missing)i), -1),
				reasons[i]);
}

/* A mean of ours knows points of the scale alone, whatever was given out. */
static bool
is_exit(const struct dataset *d, const struct data_variable *v, size_t row)
{
	const struct answer_column *c = v->column;
	uint32_t form = d->order[row];

	return c && c->kind == COLUMN_CHOICE && c->scale && c->missing[form] == MISSING_NONE &&
	       c->choices[c->choice[form]].exit != MISSING_NONE;
}

static void
print_mean(const struct dataset *d, const struct data_variable *v)
{
	double sum = 0, value;
	long n = 0;

	for (size_t row = 0; row < d->rows; row++) {
		value = NAN;
		if (data_number(d, v, row, &value) != MISSING_NONE || isnan(value) ||
			is_exit(d, v, row))
			continue;
		sum += value;
		n++;
	}
	printf("%s,%ld,%.2f\n", v->name, n, sum / (double)n);
}

static int
print_figures(size_t forms, bool means)
{
	struct dataset_fixture f;
	struct dataset d;

	if (make(&f, forms, "", &d))
		return fail();
	for (int i = 0; i < d.count; i++) {
		const struct data_variable *v = &d.variables[i];

		if (means ? v->kind == DATA_NUMBER : v->code_count > 0)
			(means ? print_mean : print_frequencies)(&d, v);
	}
	dataset_fixture_close(&f);
	return 0;
}

static int
measure(size_t forms, int variables, const char *path)
{
	struct dataset_written written;
	struct dataset_fixture f;
	struct timespec a, b;
	struct dataset d;
	int result;

	dataset_fixture_open(&f, forms);
	dataset_fixture_widen(&f, variables);
	clock_gettime(CLOCK_MONOTONIC, &a);
	result = dataset_make(&f.source, &d, &err);
	if (result == 0)
		result = dataset_write(&d, NULL, path, true, NULL, &written, &err);
	clock_gettime(CLOCK_MONOTONIC, &b);
	dataset_fixture_close(&f);
	printf("%.0f\n", (double)(b.tv_sec - a.tv_sec) * 1e3 + (double)(b.tv_nsec - a.tv_nsec) / 1e6);
	return result ? fail() : 0;
}

int
main(int argc, char **argv)
{
	i18n_start(getenv("GROMADA_LANGUAGE") ? getenv("GROMADA_LANGUAGE") : "en");
	if (argc == 5 && !strcmp(argv[1], "time"))
		return measure(strtoul(argv[2], NULL, 10), atoi(argv[3]), argv[4]);
	if (argc < 3)
		return 2;
	if (!strcmp(argv[1], "frequencies") || !strcmp(argv[1], "means"))
		return print_figures(strtoul(argv[2], NULL, 10), argv[1][0] == 'm');
	if (!strcmp(argv[1], "book"))
		return write_files(100, argv + 2, true);
	return write_files(strtoul(argv[1], NULL, 10), argv + 2, false);
}
