# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libbase.a
%C%_libbase_a_SOURCES = %D%/arena.c %D%/arena.h %D%/clock.c %D%/clock.h %D%/date.c %D%/date.h \
	%D%/error.c %D%/error.h %D%/i18n.c %D%/i18n.h %D%/letters.c %D%/letters.h %D%/memory.c \
	%D%/memory.h %D%/number.c %D%/number.h %D%/paths.c %D%/paths.h %D%/process.c %D%/process.h %D%/progress.h \
	%D%/random.c %D%/random.h %D%/settings.c %D%/settings.h %D%/settings_file.c \
	%D%/settings_file.h %D%/settings_table.c \
	%D%/testmode.c %D%/testmode.h %D%/text.c %D%/text.h %D%/text_fold.c %D%/text_order.c
%C%_libbase_a_SOURCES += %D%/csv.c %D%/csv.h %D%/csv_write.c %D%/csv_write.h %D%/encoding.c %D%/encoding.h %D%/input.c %D%/input.h \
	%D%/output.c %D%/output.h %D%/sha256.c %D%/sha256.h %D%/xml.c %D%/xml.h %D%/xml_write.c %D%/xml_write.h %D%/zip.c %D%/zip.h
%C%_libbase_a_SOURCES += %D%/expression.c %D%/expression.h %D%/expression_parts.h \
	%D%/expression_functions.c %D%/expression_numbers.c %D%/expression_parse.c %D%/expression_regex.c \
	%D%/expression_texts.c %D%/expression_time.c %D%/expression_tokens.c %D%/expression_tokens.h
EXTRA_DIST += data/gromada.ini
