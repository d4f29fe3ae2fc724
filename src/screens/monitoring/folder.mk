# SPDX-License-Identifier: GPL-3.0-or-later
# A strategy's year: rounds of monitoring, reports, evaluations (menu 6 6, 6 7, 6 8).
src_screens_libscreens_a_SOURCES += %D%/monitoring.h %D%/round_view.c %D%/round_acts.c %D%/round_view_parts.h %D%/round_detail.c %D%/round_offices.c \
	%D%/round_forms.c %D%/correction_form.c %D%/report_counts.c %D%/report_place.c %D%/year_report.c %D%/year_reports.c %D%/red_list.c %D%/evaluation_list.c %D%/evaluation_questions.c \
	%D%/recommendations.c %D%/evaluation_forms.c
