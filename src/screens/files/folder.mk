# SPDX-License-Identifier: GPL-3.0-or-later
# Files in and out: imports, exports, print-outs, copies, the check of the database (menu 8).
src_screens_libscreens_a_SOURCES += %D%/backup.c %D%/check.c %D%/export.c %D%/export.h \
	%D%/files.c %D%/files.h %D%/import_files.c %D%/import_list.c %D%/import_preview.c \
	%D%/import_preview.h %D%/import_text.c %D%/out_file.c %D%/out_file.h \
	%D%/print.c %D%/print.h %D%/take_away.c \
	%D%/package_form.c %D%/package_form.h %D%/package_list.c
