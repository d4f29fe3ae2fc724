# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libstore.a
%C%_libstore_a_SOURCES = %D%/internal.h \
	%D%/db.c %D%/db.h %D%/file.c %D%/connection.c %D%/statement.c %D%/transaction.c \
	%D%/migrate.c %D%/audit.c %D%/audit.h %D%/backup.c %D%/backup.h \
	%D%/watch.c %D%/restore.c %D%/daily.c %D%/check.c %D%/check.h
