# SPDX-License-Identifier: GPL-3.0-or-later
# Strategies, goals, targets and their statuses; tasks, money, risks; the way to adoption.
src_model_libmodel_a_SOURCES += %D%/adoption_step.c %D%/adoption_step.h %D%/consultation.c \
	%D%/consultation.h %D%/goal.c %D%/goal.h %D%/goal_move.c %D%/goal_parts.h \
	%D%/goal_status.c %D%/goal_status.h %D%/risk.c %D%/risk.h %D%/strategy.c %D%/strategy.h \
	%D%/strategy_change.c %D%/strategy_change.h %D%/strategy_former.c %D%/strategy_former.h \
	%D%/strategy_line.c %D%/strategy_line.h %D%/strategy_units.c %D%/target.c %D%/target.h \
	%D%/target_change.c %D%/target_check.c %D%/target_course.c %D%/target_course.h \
	%D%/target_correction.c %D%/target_correction.h %D%/target_course_judge.c %D%/target_fed.c %D%/target_parts.h %D%/target_path.c %D%/target_reading.c \
	%D%/target_status.c %D%/target_status.h %D%/target_taken.c %D%/target_taken.h %D%/task.c %D%/task.h %D%/task_money.c \
	%D%/task_money.h %D%/task_money_sums.c %D%/task_save.c %D%/task_state.c %D%/task_state.h \
	%D%/words_mark.c %D%/words_mark.h
query_files += %D%/goal.sql %D%/strategy.sql %D%/strategy_change.sql %D%/strategy_former.sql \
	%D%/strategy_line.sql %D%/target.sql %D%/task.sql
