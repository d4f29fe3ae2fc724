# SPDX-License-Identifier: GPL-3.0-or-later
# The catalogue, its values and what is read from them.
src_model_libmodel_a_SOURCES += %D%/flag.c %D%/flag.h %D%/group.c %D%/group.h %D%/indicator.c \
	%D%/indicator.h %D%/indicator_catalogue.c %D%/indicator_save.c %D%/judge.c %D%/judge.h \
	%D%/layers.c %D%/lent.c %D%/lent.h %D%/matrix.c %D%/matrix.h %D%/measure.c %D%/measure.h \
	%D%/path.c %D%/path.h %D%/profile.c %D%/profile.h \
	%D%/ranking.c %D%/ranking.h %D%/series.c %D%/series.h %D%/slice.c %D%/slice.h \
	%D%/statistics.c %D%/statistics.h %D%/trend.c %D%/trend.h %D%/value.c %D%/value.h \
	%D%/value_origin.c
query_files += %D%/group.sql %D%/indicator.sql %D%/slice.sql %D%/value.sql
