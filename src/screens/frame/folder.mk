# SPDX-License-Identifier: GPL-3.0-or-later
# What every screen stands in: the program, its actions and menu, help, lists, cards, forms, choosing.
src_screens_libscreens_a_SOURCES += %D%/actions.c %D%/actions.h %D%/actions_groups.h \
	%D%/actions_surveys.h %D%/actions_strategy.h %D%/actions_strategy_rows.h %D%/app.c %D%/app.h %D%/card.c \
	%D%/card.h %D%/card_form.c %D%/card_form_back.c \
	%D%/card_form_back.h %D%/card_form_show.c %D%/card_form_show.h %D%/card_form_values.c %D%/card_form.h %D%/conflict.c %D%/conflict.h %D%/deleted_lines.c %D%/format.c \
	%D%/format.h %D%/help.c %D%/help.h %D%/home.c %D%/keeper.c %D%/keeper.h \
	%D%/list_screen.c %D%/list_screen.h %D%/lookup.c %D%/lookup.h %D%/menu_tree.c \
	%D%/menu_tree.h %D%/palette.c %D%/palette.h %D%/picker.c %D%/picker.h %D%/place.c \
	%D%/program.c %D%/screens.h %D%/target_state.c %D%/target_state.h %D%/start.c %D%/start.h %D%/wait.c %D%/wait.h
