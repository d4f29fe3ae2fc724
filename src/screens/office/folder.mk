# SPDX-License-Identifier: GPL-3.0-or-later
# The office: first start, settings, people, acts, personal data that fall due (menu 8).
src_screens_libscreens_a_SOURCES += %D%/act_words.c %D%/act_words.h %D%/acts.c \
	%D%/due_list.c %D%/first_start.c %D%/glyph_test.c \
	%D%/glyph_test.h %D%/person_list.c %D%/settings.c %D%/settings_form.c \
	%D%/settings_form.h
