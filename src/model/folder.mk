# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += %D%/libmodel.a
%C%_libmodel_a_SOURCES = %D%/schema.h

nodist_%C%_libmodel_a_SOURCES = %D%/queries.c %D%/queries.h %D%/schema.c

# One .sql beside each module that asks the database; order as listed.
query_files =
schema_files = data/schema/0001-units-and-indicators.sql
EXTRA_DIST += $(query_files) $(schema_files) build-aux/queries.awk build-aux/schema.awk
BUILT_SOURCES += %D%/queries.c %D%/queries.h %D%/schema.c
CLEANFILES += %D%/queries.c %D%/queries.h %D%/schema.c

%D%/queries.h: $(query_files) build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=header -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/queries.c: $(query_files) build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=source -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/schema.c: $(schema_files) build-aux/schema.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -f build-aux/schema.awk $(schema_files)) > $@.tmp && mv $@.tmp $@
