# SPDX-License-Identifier: GPL-3.0-or-later
# Results of surveys (menu 4).
src_screens_libscreens_a_SOURCES += %D%/data_out.c
src_screens_libscreens_a_SOURCES += %D%/compare.c %D%/compare.h %D%/compare_cells.c %D%/publish.h \
	%D%/publish_form.c %D%/published_list.c %D%/services.c %D%/services_cells.c \
	%D%/services_view.h
src_screens_libscreens_a_SOURCES += %D%/question_choice.c %D%/report_form.c %D%/result_list.c %D%/result_view.c \
	%D%/result_where.c %D%/result_where.h %D%/results.c %D%/results.h
src_screens_libscreens_a_SOURCES += %D%/weight_margin.c %D%/weights.c %D%/weights_view.h
