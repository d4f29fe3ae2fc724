# SPDX-License-Identifier: GPL-3.0-or-later
# Strategies: goals and targets, tasks and money, risks, the way to adoption (menu 6 4, 6 5).
src_screens_libscreens_a_SOURCES += %D%/strategies.h %D%/strategy_view.c %D%/line_acts.c
src_screens_libscreens_a_SOURCES += %D%/strategy_lookup.c %D%/task_forms.h %D%/task_list.c %D%/task_time.c \
	%D%/task_form.c %D%/money_list.c %D%/money_sums.c %D%/risks.c %D%/risk_form.c %D%/steps.c \
	%D%/consultations.c
src_screens_libscreens_a_SOURCES += %D%/target_screens.h %D%/target_words.c %D%/strategies.c %D%/strategy_units_list.c %D%/strategy_out.c %D%/strategy_form.c \
	%D%/tree.c %D%/change_form.c %D%/goal_form.c %D%/target_form.c %D%/target_card.c %D%/target_head.c %D%/target_lights.c
