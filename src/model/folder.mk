# SPDX-License-Identifier: GPL-3.0-or-later
# One library. What every noun needs stands here; the nouns stand in rooms, and every room declares
# its own files.
noinst_LIBRARIES += %D%/libmodel.a
%C%_libmodel_a_SOURCES = %D%/authority.c %D%/authority.h %D%/check.c %D%/check.h %D%/code.c \
	%D%/code.h %D%/database.c %D%/database.h %D%/deleted_line.c \
	%D%/deleted_line.h %D%/deletion.c %D%/deletion.h %D%/draft.c %D%/draft.h %D%/due.c %D%/due.h \
	%D%/import.c %D%/import.h %D%/kept.c %D%/kept.h %D%/office.c %D%/office.h %D%/operator.c \
	%D%/operator.h %D%/owner.c %D%/owner.h %D%/person.c %D%/person.h %D%/schema.h %D%/seen.c %D%/seen.h %D%/undo.c \
	%D%/word.c %D%/word.h %D%/written.c %D%/written.h
nodist_%C%_libmodel_a_SOURCES = %D%/queries.c %D%/queries.h %D%/schema.c

# One .sql beside each module that asks the database.
query_files = %D%/check.sql %D%/deleted_line.sql %D%/deletion.sql %D%/draft.sql %D%/due.sql %D%/import.sql %D%/office.sql \
	%D%/operator.sql %D%/owner.sql %D%/person.sql %D%/written.sql
include %D%/indicators/folder.mk
include %D%/units/folder.mk
include %D%/questionnaires/folder.mk
include %D%/surveys/folder.mk
include %D%/keying/folder.mk
include %D%/results/folder.mk
include %D%/tables/folder.mk
include %D%/privacy/folder.mk
include %D%/weights/folder.mk
include %D%/groups/folder.mk
include %D%/plans/folder.mk
include %D%/sheets/folder.mk
include %D%/meetings/folder.mk
include %D%/minutes/folder.mk
include %D%/packages/folder.mk
include %D%/diagnosis/folder.mk
include %D%/swot/folder.mk
include %D%/strategies/folder.mk
include %D%/monitoring/folder.mk

schema_files = data/schema/0001-units-and-indicators.sql data/schema/0002-earliest-beginning.sql \
	data/schema/0003-surveys.sql data/schema/0004-results.sql \
	data/schema/0005-groups.sql data/schema/0006-strategy.sql data/schema/0007-sheets-of-offices.sql \
	data/schema/0008-frozen-report.sql data/schema/0009-membership.sql \
	data/schema/0010-strategy-files.sql data/schema/0011-rules-and-changes.sql \
	data/schema/0012-former-sources.sql data/schema/0013-decision-cards.sql \
	data/schema/0014-agendas-of-groups.sql data/schema/0015-money-not-entered.sql \
	data/schema/0016-deleted-lines.sql data/schema/0017-corrections-and-causes.sql \
	data/schema/0018-given-and-minutes-heads.sql data/schema/0019-moved-corrections.sql \
	data/schema/0020-last-days-and-later-documents.sql data/schema/0021-unknown-progress.sql \
	data/schema/0022-verified-sheets.sql data/schema/0023-figures-of-members.sql \
	data/schema/0024-minutes-that-wait.sql data/schema/0025-more-deleted-lines.sql
EXTRA_DIST += $(query_files) $(schema_files) build-aux/queries.awk build-aux/schema.awk
BUILT_SOURCES += %D%/queries.c %D%/queries.h %D%/schema.c
CLEANFILES += %D%/queries.c %D%/queries.h %D%/schema.c

%D%/queries.h: $(query_files) %D%/folder.mk build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=header -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/queries.c: $(query_files) %D%/folder.mk build-aux/queries.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -v mode=source -f build-aux/queries.awk $(query_files)) > $@.tmp && mv $@.tmp $@
%D%/schema.c: $(schema_files) %D%/folder.mk build-aux/schema.awk
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(AWK) -f build-aux/schema.awk $(schema_files)) > $@.tmp && mv $@.tmp $@

# So that one target alone can be made too.
$(%C%_libmodel_a_OBJECTS): %D%/queries.h
