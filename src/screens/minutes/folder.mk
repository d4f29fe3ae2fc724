# SPDX-License-Identifier: GPL-3.0-or-later
# Minutes of meetings, homework, documents, opinions, advice of exchange groups (menu 2 3).
src_screens_libscreens_a_SOURCES += %D%/room.c %D%/room.h %D%/room_back.c %D%/homework_answer_form.c \
	%D%/homework_form.c %D%/homework_list.c \
	%D%/document_form.c %D%/document_list.c %D%/minutes_list.c %D%/minutes_view.h %D%/minutes_approval.c \
	%D%/minutes_take.c %D%/minutes_editor.c %D%/minutes_editor.h %D%/minutes_marks.c \
	%D%/minutes_remarks.c %D%/minutes_forms.c %D%/opinion_form.c %D%/opinion_list.c \
	%D%/advice_form.c %D%/advice_list.c
