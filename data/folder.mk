# SPDX-License-Identifier: GPL-3.0-or-later
# Installed data: the catalogue that every new database gets, and the demonstration data.
cataloguedir = $(pkgdatadir)/catalogue
dist_catalogue_DATA = %D%/catalogue/indicators.csv %D%/catalogue/recodings.csv
demodir = $(pkgdatadir)/demo
dist_demo_DATA = %D%/demo/units.csv %D%/demo/values.csv %D%/demo/groups.csv \
	%D%/demo/exchange_groups.csv %D%/demo/exchange_members.csv %D%/demo/contacts.csv \
	%D%/demo/meetings.csv %D%/demo/homework.csv %D%/demo/figures.csv \
	%D%/demo/conclusions.csv %D%/demo/plans.csv %D%/demo/strategy.csv \
	%D%/demo/evaluation.csv %D%/demo/swot.csv %D%/demo/problems.csv \
	%D%/demo/monitoring.csv
exampledir = $(docdir)/examples
dist_example_DATA = %D%/gromada.ini
EXTRA_DIST += %D%/catalogue/README %D%/demo/README %D%/demo/values.awk
