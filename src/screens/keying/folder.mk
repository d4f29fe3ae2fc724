# SPDX-License-Identifier: GPL-3.0-or-later
# Keying forms, second keying, and settling differences (menu 3).
src_screens_libscreens_a_SOURCES += %D%/difference_card.c %D%/difference_draw.c \
	%D%/difference_list.c %D%/difference_typed.c %D%/difference_view.h \
	%D%/keyer.c %D%/keyer.h %D%/keying.c %D%/keying.h %D%/keying_choose.c %D%/keying_codes.c %D%/keying_codes.h %D%/keying_draft.c \
	%D%/keying_draft.h %D%/keying_draw.c \
	%D%/keying_end.c %D%/keying_field.c %D%/keying_field.h %D%/keying_field_parts.h \
	%D%/keying_figures.c %D%/keying_forms.c %D%/keying_keys.c %D%/keying_mend.c \
	%D%/keying_number.c %D%/keying_number.h %D%/keying_number_draw.c \
	%D%/keying_open.c %D%/keying_open.h %D%/keying_page.c %D%/keying_page.h \
	%D%/keying_screen.h %D%/keying_session.c %D%/keying_sheet.c %D%/keying_sheet.h \
	%D%/keying_state.c %D%/keying_state.h %D%/keying_store.c %D%/second_list.c %D%/sound.c \
	%D%/sound.h
