/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed for a figure of a data sheet, held against what is saved. */
#include "config.h"

#include "screens/sheets/sheet_entry.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

int
sheet_entry_read(const struct entry_view *v, struct own_figure *f, struct error *err)
{
	*f = v->was;
	f->indicator_id = v->marked;
	f->import_id = 0;
	text_copy(f->remark, sizeof f->remark, v->remark);
	text_copy(f->source, sizeof f->source, v->source);
	return number_doubt(v->value, err) ? -1
					   : own_figure_parse(v->value, &f->value, f->missing, err);
}

bool
sheet_entry_other_source(const struct entry_view *v)
{
	return v->source[0] && strcmp(v->source, v->offered) != 0;
}

bool
sheet_entry_dirty(const struct entry_view *v)
{
	struct error ignored = { 0 };
	struct own_figure f;

	if (!v->count)
		return false;
	if (sheet_entry_read(v, &f, &ignored))
		return true;
	if (isnan(f.value) && !f.missing[0])
		return v->was.indicator_id || v->remark[0] || sheet_entry_other_source(v);
	return !own_figure_same(&f, &v->was);
}

static int
refuse_words(const struct entry_view *v, struct error *err)
{
	if (!v->remark[0])
		return error_set(err, ERROR_INPUT,
			_("A source needs a value, bd or nd beside it; type one, or delete the "
			  "source (Tab)."));
	return error_set(err, ERROR_INPUT,
		v->field == ENTRY_REMARK
			? _("A remark needs a value, bd or nd beside it.")
			: _("The figure is empty but has a remark; type a value, bd or nd, or "
			    "delete the remark (Tab)."));
}

/* The next figure typed in the remark of an unusual one would pass for its reason. */
static int
check_reason(const struct entry_view *v, const struct own_figure *f, struct error *err)
{
	struct sheet_entry typed = v->rows[v->selected];

	typed.figure = *f;
	typed.signs = sheet_entry_signs(&typed);
	if (!f->remark[0] || !strcmp(f->remark, v->was.remark) || !sheet_entry_unexplained(&typed))
		return 0;
	return error_set(err, ERROR_INPUT,
		_("A number, bd or nd is no reason: say in words why the figure is unusual. If "
		  "it is the next figure, delete it here (Ctrl-U) and press Down first."));
}

int
sheet_entry_judge(const struct entry_view *v, struct own_figure *f, struct error *err)
{
	if (sheet_entry_read(v, f, err))
		return -1;
	if (isnan(f->value) && !f->missing[0] && (v->remark[0] || sheet_entry_other_source(v)))
		return refuse_words(v, err);
	return check_reason(v, f, err);
}

const char *
sheet_entry_words(const struct entry_view *v, char dst[ENTRY_WORDS_SIZE])
{
	bool remark = strcmp(v->remark, v->was.remark) != 0;
	bool source = strcmp(v->source, v->offered) != 0;

	snprintf(dst, ENTRY_WORDS_SIZE, "%s%s%s%s%s", v->value, remark ? "; " : "",
		remark ? v->remark : "", source ? "; " : "", source ? v->source : "");
	return dst;
}
