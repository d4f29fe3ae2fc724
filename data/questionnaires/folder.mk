# SPDX-License-Identifier: GPL-3.0-or-later
# Questionnaires to begin with, one folder each.
residentsdir = $(pkgdatadir)/questionnaires/residents
dist_residents_DATA = %D%/residents/survey.csv %D%/residents/choices.csv %D%/residents/settings.csv
ngodir = $(pkgdatadir)/questionnaires/ngo
dist_ngo_DATA = %D%/ngo/survey.csv %D%/ngo/choices.csv %D%/ngo/settings.csv
entrepreneursdir = $(pkgdatadir)/questionnaires/entrepreneurs
dist_entrepreneurs_DATA = %D%/entrepreneurs/survey.csv %D%/entrepreneurs/choices.csv \
	%D%/entrepreneurs/settings.csv
employeesdir = $(pkgdatadir)/questionnaires/employees
dist_employees_DATA = %D%/employees/survey.csv %D%/employees/choices.csv %D%/employees/settings.csv
youthdir = $(pkgdatadir)/questionnaires/youth
dist_youth_DATA = %D%/youth/survey.csv %D%/youth/choices.csv %D%/youth/settings.csv
EXTRA_DIST += %D%/README %D%/README.pl
