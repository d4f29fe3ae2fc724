# SPDX-License-Identifier: GPL-3.0-or-later
# What members take home: conclusions, plans, closing notes.
src_model_libmodel_a_SOURCES += %D%/closing_note.c %D%/closing_note.h %D%/conclusion.c \
	%D%/conclusion.h %D%/evidence.c %D%/improvement_plan.c %D%/improvement_plan.h \
	%D%/improvement_plan_lines.c %D%/improvement_plan_parts.h %D%/improvement_plan_progress.c
query_files += %D%/closing_note.sql %D%/conclusion.sql %D%/improvement_plan.sql
