/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of BDL as a kind of import: which file it is, whose series, under which cards. */
#include "config.h"

#include "exchange/bdl.h"
#include "exchange/figures_write.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/indicators/series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CARD_DECIMALS = 6 };

/* The first two names of the header in Polish or English; and what tells an export from another
 * list of codes and names: a measure in brackets (TAB) or the column of attributes (REL). */
static int
recognise(const char *head, const char *file_name)
{
	char line[4096], *end;
	size_t word;

	(void)file_name;
	text_copy(line, sizeof line, head + strspn(head, "\" \t"));
	end = strpbrk(line, "\r\n");
	if (end)
		*end = '\0';
	word = strcspn(line, "\";,\t ");
	if (strncasecmp(line, "kod", word) && strncasecmp(line, "code", word))
		return 0;
	end = line + word + strspn(line + word, "\";,\t ");
	if (word < 3 || (strncasecmp(end, "nazwa", 5) && strncasecmp(end, "name", 4)))
		return 0;
	return strchr(line, ']') || strcasestr(line, "atrybut") || strcasestr(line, "attribute");
}

static int
read(struct import_job *job, struct input *in, const struct progress *progress, struct error *err)
{
	struct bdl *bdl = memory_new(sizeof *bdl);

	job->data = bdl;
	bdl_subgroup_of_name(input_name(in), bdl->file_subgroup);
	if (!bdl->file_subgroup[0])
		bdl_subgroup_of_name(job->outer_name, bdl->file_subgroup);
	if (bdl_read(bdl, in, progress, err))
		return -1;
	return figures_match(&bdl->figures, &job->units, input_name(in), err);
}

/* "2137" of "2137", "P2137" or "p2137". */
static int
choose_subgroup(struct import_job *job, struct bdl *bdl, struct error *err)
{
	const char *given = job->options.subgroup;

	text_copy(bdl->subgroup, sizeof bdl->subgroup, bdl->file_subgroup);
	if (!given || !given[0])
		return 0;
	if (given[0] == 'P' || given[0] == 'p')
		given++;
	if (!given[0] || strlen(given) > 6 || strspn(given, "0123456789") != strlen(given))
		return error_set(err, ERROR_INPUT,
			_("\"%.40s\" is no subgroup of BDL; it is a number such as "
			  "2137."),
			given);
	text_copy(bdl->subgroup, sizeof bdl->subgroup, given);
	return 0;
}

static int
new_card(struct import_job *job, struct figures *f, int series, struct indicator *card,
	struct error *err)
{
	struct bdl *bdl = job->data;
	const struct figure_series *s = &f->series[series];
	const char *prefix = arena_format(&job->arena, "P%s", bdl->subgroup);
	char frequency[2] = { s->frequency, '\0' };

	if (series_free_number(job->db, prefix, &bdl->next_number, err))
		return -1;
	*card = (struct indicator){
		.code = arena_format(&job->arena, "%s.%d", prefix, bdl->next_number),
		.name = bdl_series_name(&job->arena, bdl->subgroup, s->dimensions),
		.multiplier = 1,
		.measure = s->measure,
		.direction = 'N',
		.decimals = s->decimals > CARD_DECIMALS ? CARD_DECIMALS : s->decimals,
		.source = "GUS, BDL",
		.kind = INDICATOR_PUBLISHED,
		.frequency = arena_string(&job->arena, frequency),
	};
	return 0;
}

static struct figure_kind
figure_kind(const struct bdl *bdl)
{
	return (struct figure_kind){
		.origin = "bdl", .subgroup = bdl->subgroup, .doubt_zeros = true, .card = new_card
	};
}

/* The first names and years, for the eye. */
static const char *
sample(struct import_job *job, const struct figures *f)
{
	const char *text = "";

	for (int i = 0; i < f->unit_codes.count && i < 3; i++)
		text = arena_format(&job->arena, "%s%s%s", text, i ? ", " : "",
			f->units[i].name ? f->units[i].name : "");
	if (f->unit_codes.count > 3)
		text = arena_format(&job->arena, "%s …", text);
	return text;
}

static int
compare(struct import_job *job, struct error *err)
{
	struct bdl *bdl = job->data;
	struct import_preview *p = &job->preview;
	struct figure_kind kind;
	char date[11];

	if (choose_subgroup(job, bdl, err))
		return -1;
	kind = figure_kind(bdl);
	p->kind = IMPORT_BDL;
	p->needs_subgroup = !bdl->subgroup[0];
	p->title = arena_format(&job->arena,
		bdl->layout == BDL_TAB ? _("BDL, wide table (TAB), subgroup %s")
				       : _("BDL, long table (REL), subgroup %s"),
		bdl->subgroup[0] ? bdl->subgroup : "?");
	p->sample_header = sample(job, &bdl->figures);
	/* Inside a zip the name stays BDL's own, whatever the zip is called by now. */
	bdl_date_of_name(job->file.inner_name, date);
	if (!date[0])
		bdl_date_of_name(job->outer_name, date);
	job->file.data_date = arena_string(&job->arena, date);
	job->file.source = job->options.source ? job->options.source : "GUS, BDL";
	if (figures_compare(job, &bdl->figures, &kind, err))
		return -1;
	if (bdl->file_subgroup[0] && strcmp(bdl->file_subgroup, bdl->subgroup))
		import_remark(job, REMARK_WARNING, 0,
			_("The file's name says subgroup %s; subgroup %s was asked for."),
			bdl->file_subgroup, bdl->subgroup);
	return 0;
}

static int
write(struct import_job *job, const struct progress *progress, int64_t *import_id,
	struct error *err)
{
	struct bdl *bdl = job->data;
	struct figure_kind kind = figure_kind(bdl);

	if (!bdl->subgroup[0])
		return error_set(err, ERROR_INPUT,
			_("The name of %s does not say which subgroup of BDL it is; give its "
			  "number, "
			  "such as 2137."),
			job->file.name);
	bdl->next_number = 0;
	return figures_write(job, &bdl->figures, &kind, progress, import_id, err);
}

static void
release(struct import_job *job)
{
	struct bdl *bdl = job->data;

	if (!bdl)
		return;
	figures_release(&bdl->figures);
	free(bdl);
	job->data = NULL;
}

const struct import_ops import_bdl = { IMPORT_BDL, "bdl", N_("Data from BDL"), recognise, read,
	compare, write, release };
