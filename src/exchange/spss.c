/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Syntax for SPSS and PSPP beside a file of data. Tested with PSPP, which runs the same words. */
#include "config.h"

#include "exchange/spss.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { PIECE = 120 /* bytes of a literal on one line; old versions end lines at 256 */ };

struct syntax {
	const struct dataset *d;
	struct output *out;
	struct arena arena;
	struct data_cut *cut;
};

static void
put_literal(struct output *out, const char *text)
{
	size_t length = strlen(text), used;
	size_t line = 0;

	output_puts(out, "'");
	for (size_t i = 0; i < length; i += used, line += used) {
		(void)text_decode(text + i, length - i, &used);
		if (line >= PIECE) {
			output_puts(out, "' +\n    '");
			line = 0;
		}
		output_write(out, text + i, used);
		if (text[i] == '\'')
			output_puts(out, "'");
	}
	output_puts(out, "'");
}

static void
put_label(struct syntax *s, const char *text, size_t most, bool counted)
{
	int *cut = counted && s->cut ? &s->cut->labels : NULL;

	put_literal(s->out, data_label(&s->arena, text, most, 0, cut));
}

static void
put_number(struct output *out, double value)
{
	char text[40];

	output_puts(out, number_plain(text, sizeof(text), value, -1));
}

/* ---- where the data are ---- */

/* Days are read as text, because reasons stand among them. */
static void
put_columns(struct syntax *s)
{
	const struct dataset *d = s->d;

	output_puts(s->out, "  /VARIABLES=\n");
	for (int i = 0; i < d->count; i++) {
		const struct data_variable *v = &d->variables[i];

		if (v->kind == DATA_DATE)
			output_printf(s->out, "    @day%d A10\n", i + 1);
		else if (v->kind == DATA_TEXT)
			output_printf(s->out, "    %s A%d\n", v->name,
				v->width > DATA_TEXT_MOST ? DATA_TEXT_MOST : v->width);
		else
			output_printf(
				s->out, "    %s F%d.%d\n", v->name, 8 + v->decimals, v->decimals);
	}
	output_puts(s->out, "  .\n");
}

static void
put_days(struct syntax *s)
{
	const struct dataset *d = s->d;
	bool any = false;

	for (int i = 0; i < d->count; i++) {
		const char *name = d->variables[i].name;

		if (d->variables[i].kind != DATA_DATE)
			continue;
		output_printf(s->out, "NUMERIC %s (SDATE10).\n", name);
		output_printf(s->out, "IF (SUBSTR(@day%d, 1, 1) = '-') %s = NUMBER(@day%d, F10).\n",
			i + 1, name, i + 1);
		output_printf(s->out,
			"IF (SUBSTR(@day%d, 5, 1) = '-') %s = NUMBER(@day%d, SDATE10).\n", i + 1,
			name, i + 1);
		any = true;
	}
	if (!any)
		return;
	output_puts(s->out, "EXECUTE.\nDELETE VARIABLES");
	for (int i = 0; i < d->count; i++)
		if (d->variables[i].kind == DATA_DATE)
			output_printf(s->out, "\n  @day%d", i + 1);
	output_puts(s->out, ".\nADD FILES /FILE=* /KEEP=");
	for (int i = 0; i < d->count; i++)
		output_printf(s->out, "\n  %s", d->variables[i].name);
	output_puts(s->out, ".\n");
}

/* Where our tables and theirs have other bases. */
static void
put_base(struct syntax *s)
{
	bool any = false;

	for (int i = 0; i < s->d->count && !any; i++)
		any = s->d->variables[i].reasons;
	if (any)
		output_printf(s->out, "* %s\n",
			_("“Hard to say” and “does not apply” are missing values on scales here; "
			  "in per cents of answers of gromada they count as answers."));
}

static void
put_source(struct syntax *s, const char *data, bool csv)
{
	output_puts(s->out, "* Encoding: UTF-8.\n");
	output_printf(s->out, "* %s\n", _("Run it in the folder of the data, with SPSS or PSPP."));
	output_printf(s->out, "* %s: %zu.\n", C_("counted", "Forms"),
		s->d->rows);
	put_base(s);
	if (!csv) {
		output_puts(s->out, "GET FILE=");
		put_literal(s->out, data);
		output_puts(s->out, ".\n");
		return;
	}
	output_puts(s->out, "SET DECIMAL=DOT.\nGET DATA /TYPE=TXT\n  /FILE=");
	put_literal(s->out, data);
	output_puts(s->out, "\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=','\n"
			    "  /QUALIFIER='\"'\n  /FIRSTCASE=2\n");
	put_columns(s);
	put_days(s);
}

/* ---- what they mean ---- */

static void
put_value_labels(struct syntax *s, const struct data_variable *v)
{
	size_t most = stat_limits[STAT_SPSS].value_label_bytes;

	if (v->kind == DATA_TEXT || (v->code_count == 0 && !v->reasons))
		return;
	output_printf(s->out, "VALUE LABELS %s", v->name);
	for (int i = 0; i < v->code_count; i++) {
		output_printf(s->out, "\n  %d ", v->codes[i].number);
		put_label(s, v->codes[i].label, most, true);
	}
	for (int i = MISSING_NO_ANSWER; v->reasons && i < MISSING_COUNT; i++) {
		output_puts(s->out, "\n  ");
		put_number(s->out, data_reason_code(v, (enum missing)i));
		output_puts(s->out, " ");
		put_label(s, data_reason_label(v, (enum missing)i), most, true);
	}
	output_puts(s->out, ".\n");
}

static void
put_variable(struct syntax *s, const struct data_variable *v)
{
	static const char *const levels[] = {
		[DATA_NOMINAL] = "NOMINAL", [DATA_ORDINAL] = "ORDINAL", [DATA_SCALE] = "SCALE"
	};

	output_printf(s->out, "VARIABLE LABELS %s\n  ", v->name);
	put_label(s, v->label, stat_limits[STAT_SPSS].label_bytes, true);
	output_puts(s->out, ".\n");
	put_value_labels(s, v);
	if (v->reasons) {
		output_printf(s->out, "MISSING VALUES %s (", v->name);
		put_number(s->out, data_reason_code(v, MISSING_PAGE_MISSING));
		output_puts(s->out, " THRU ");
		put_number(s->out, data_reason_code(v, MISSING_NO_ANSWER));
		output_puts(s->out, ").\n");
	}
	if (v->kind != DATA_TEXT)
		output_printf(s->out, "VARIABLE LEVEL %s (%s).\n", v->name, levels[v->measure]);
}

static void
put_sets(struct syntax *s)
{
	for (int i = 0; i < s->d->set_count; i++) {
		const struct data_set *set = &s->d->sets[i];

		if (set->ranks || set->count < 2)
			continue;
		output_printf(s->out, "MRSETS\n  /MDGROUP NAME=$%s LABEL=", set->name);
		put_label(s, set->label, stat_limits[STAT_SPSS].value_label_bytes, false);
		output_puts(s->out, "\n   CATEGORYLABELS=VARLABELS VALUE=1 VARIABLES=");
		for (int k = 0; k < set->count; k++)
			output_printf(s->out, "\n    %s", s->d->variables[set->first + k].name);
		output_puts(s->out, ".\n");
	}
}

void
spss_syntax_write(const struct dataset *d, const char *data, bool csv, struct output *out,
	struct data_cut *cut)
{
	struct syntax s = { .d = d, .out = out, .cut = cut };

	put_source(&s, data, csv);
	for (int i = 0; i < d->count; i++)
		put_variable(&s, &d->variables[i]);
	put_sets(&s);
	if (d->weight >= 0)
		output_printf(out, "WEIGHT BY %s.\n", d->variables[d->weight].name);
	output_puts(out, "EXECUTE.\n");
	arena_release(&s.arena);
}
