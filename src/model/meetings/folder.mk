# SPDX-License-Identifier: GPL-3.0-or-later
# Meetings of exchange groups: agenda, participants, homework, documents, opinions, advice.
src_model_libmodel_a_SOURCES += %D%/advice.c %D%/advice.h %D%/agenda.c %D%/agenda.h \
	%D%/agenda_stage.c %D%/attendance.c %D%/attendance.h %D%/document_register.c %D%/document_register.h %D%/homework.c \
	%D%/homework.h %D%/homework_answer.c %D%/homework_back.c %D%/homework_check.c %D%/homework_parts.h %D%/meeting.c %D%/meeting.h %D%/meeting_host.c %D%/meeting_notes.c \
	%D%/meeting_number.c %D%/meeting_number.h %D%/meeting_odd.c %D%/meeting_parts.h %D%/meeting_save.c %D%/opinion.c %D%/opinion.h \
	%D%/participant.c %D%/participant.h %D%/participant_check.c
query_files += %D%/advice.sql %D%/agenda.sql %D%/attendance.sql %D%/document_register.sql %D%/homework.sql \
	%D%/meeting.sql %D%/opinion.sql %D%/participant.sql
