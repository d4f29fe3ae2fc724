# SPDX-License-Identifier: GPL-3.0-or-later
# Diagnosis of a unit, key problems, priorities and drivers (menu 6 1, 6 2).
src_screens_libscreens_a_SOURCES += %D%/diagnosis_screens.h %D%/diagnosis.c %D%/diagnosis_draw.c %D%/diagnosis_factor.c %D%/diagnosis_map.c \
	%D%/diagnosis_finding.c \
	%D%/diagnosis_view.h %D%/diagnosis_choose.c %D%/diagnosis_quadrant.c %D%/problem_list.c \
	%D%/problem_form.c %D%/strategic_evidence_list.c %D%/problem_links.c
