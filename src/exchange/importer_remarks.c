/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview of an import tells: remarks, and faults for which the file is refused. */
#include "config.h"

#include "exchange/kind.h"

#include "base/i18n.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { REMARKS_MOST = 300 };

void
import_remark(struct import_job *job, int kind, long line, const char *fmt, ...)
{
	struct import_preview *p = &job->preview;
	char text[512], clean[512];
	struct import_remark *r;
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	text_clean(clean, sizeof(clean), text_whole(text));
	for (int i = 0; i < p->remark_count; i++) {
		r = &p->remarks[i];
		if ((int)r->kind == kind && strcmp(r->text, clean) == 0) {
			r->count++;
			return;
		}
	}
	if (p->remark_count == REMARKS_MOST)
		return;
	if (!p->remarks)
		p->remarks = arena_array(&job->arena, REMARKS_MOST, sizeof(*p->remarks));
	p->remarks[p->remark_count++] = (struct import_remark){
		.kind = kind, .line = line, .text = arena_string(&job->arena, clean), .count = 1
	};
}

void
import_remarks_clear(struct import_job *job)
{
	job->preview.remark_count = 0;
}

int
import_fault(struct import_job *job, struct error *err)
{
	int at = job->fault_count;

	if (err->code != ERROR_INPUT)
		return -1;
	job->faults = arena_grow(&job->arena, job->faults, (size_t)job->fault_count,
		&job->fault_room, sizeof(*job->faults));
	for (; at > 0 && job->faults[at - 1].line > err->row; at--)
		job->faults[at] = job->faults[at - 1];
	job->faults[at] = (struct import_fault){ err->row, arena_string(&job->arena, err->text) };
	job->fault_count++;
	error_clear(err);
	return 0;
}

/* Each says its line itself. */
void
import_faults_tell(struct import_job *job)
{
	for (int i = 0; i < job->fault_count; i++)
		import_remark(job, REMARK_REFUSED, 0, "%s", job->faults[i].text);
	if (job->fault_count > REMARKS_MOST)
		job->preview.remarks[REMARKS_MOST - 1].text = arena_format(&job->arena,
			P_("And %d more fault.", "And %d more faults.",
				job->fault_count - REMARKS_MOST + 1),
			job->fault_count - REMARKS_MOST + 1);
	job->preview.refused = job->faults[0].text;
}
