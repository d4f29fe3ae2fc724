# SPDX-License-Identifier: GPL-3.0-or-later
# Minutes of meetings by version.
src_model_libmodel_a_SOURCES += %D%/line_diff.c %D%/line_diff.h %D%/minutes.c %D%/minutes.h \
	%D%/minutes_compose.c %D%/minutes_head.c %D%/minutes_lines.c %D%/minutes_outdated.c %D%/minutes_parts.h
query_files += %D%/minutes.sql
