#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who works: --as, shared accounts, roles.
. "$abs_top_srcdir/tests/cli/common.sh"
terc=$fixtures/TERC_Urzedowy_2020-01-01.csv

g init --as anna; refused as_is_refused_for_a_new_database_of_work 1 '--as is allowed only on a shared account'
absent nothing_was_made "$db"
g init; g --as anna list units; refused as_is_refused_on_a_database_of_work 1 '--as is allowed only on a shared account'
g office set purpose=test; g list persons; same one_person_is_known "$(rows)" 1
g --as anna list units; done_well as_is_accepted_on_a_database_for_tests
g --as anna operators nowhere; g --as anna verify report nowhere
g list persons; same who_only_reads_leaves_no_trace "$(rows)" 1
g list acts --person anna; same nor_among_the_acts "$(rows)" 0
g --as anna office set purpose=work; refused a_clerk_does_not_set_the_office 1 'administrator'
g --as anna import teryt --yes "$terc"; done_well a_clerk_imports
g list persons; holds she_is_a_clerk out 'anna,,clerk'
g list imports; holds the_import_is_hers out ',anna,'
g --as anna restore "$db" --yes; refused a_clerk_does_not_restore 1 'administrator'
g --as 'anna;rm' list units; refused a_strange_login_is_refused 1 'cannot be the login of a person'
g --as '' list units; refused an_empty_login_is_refused 2 '--as'
g --as "$(printf 'a\033[1m')" list units; refused a_login_with_control_characters_is_refused 1 'cannot be the login of a person'
me=$(id -un)
g --as anna person set anna role=administrator; refused a_clerk_gives_no_roles 1 'administrator'
g person set anna role=reader 'name=Referat Oświaty'; done_well a_role_and_a_name_are_given
g list persons; holds they_are_kept out 'anna,Referat Oświaty,reader'
g --as anna import teryt --yes "$terc"; refused a_reader_imports_nothing 1 'clerk'
g person set anna role=king; refused an_unknown_role_is_refused 1 '"king" is no role; the roles are reader, clerk'
g person set anna colour=red; refused another_fact_is_refused 1 '"colour=red" says nothing about a person'
g person set anna "name=$(printf 'a\033[1m')"; refused a_name_that_would_colour_the_terminal_is_refused 1 'invisible character'
g person set ewa role=clerk; refused an_unknown_person_is_refused 1 'Nobody with the login ewa'
g person set "$me" role=clerk; refused the_only_administrator_stays_one 1 "$me is the only administrator"
g person retire "$me"; refused and_stays 1 "$me is the only administrator"
g person retire anna; done_well a_person_is_shut_out
g --as anna list units; refused and_comes_in_no_more 1 'may not use this database any'
g person retire anna; refused once_is_enough 1 'already'
g list persons; same she_is_in_the_list_no_more "$(lines '^anna,')" 0
g list persons --retired; holds but_in_that_of_those_shut_out out 'anna,Referat Oświaty,reader'
same without_the_others "$(rows)" 1
g list acts --person anna; holds her_acts_are_listed out ',anna,import,'
same only_hers "$(lines ",$me,")" 0
g list acts --from 2026-11-23; same nothing_was_done_after_that_day "$(rows)" 0
g list acts --from 22.11.2026 --to 2026-11-22; holds both_days_count out ',person.retire,person,'
g list acts --to tuesdayish; refused a_day_is_a_date 1 '"tuesdayish" is no date for --to'
g person restore anna; done_well a_person_is_let_in_again
g --as anna list units; done_well and_works
g person set anna role=administrator; g --as anna person set "$me" role=coordinator; done_well two_administrators_may_be_one_again
g person set anna role=reader; refused who_is_none_any_more_gives_no_roles 1 'administrator'
g --as anna person set "$me" role=administrator; g person set anna role=clerk
USER=ewa LOGNAME=ewa g list imports; g office show; holds the_environment_does_not_say_who_works out "person,$(id -un)"
g office set purpose=work
if [ "$(id -u)" = 0 ]; then
	printf '[security]\nshared_accounts = someone, %s\n' "$(id -un)" > system.ini
	GROMADA_SYSTEM_SETTINGS=$work/system.ini; export GROMADA_SYSTEM_SETTINGS
	g --as piotr import teryt --yes "$terc"; done_well as_is_accepted_on_a_shared_account
	g list persons; holds he_is_known_by_that_login out 'piotr,,clerk'
	printf '[security]\nshared_accounts = someone\n' > system.ini
	g --as jan list units; refused another_account_is_not_shared 1 '--as is allowed only on a shared account'
	printf '[security]\nshared_accounts = %s\n' "$(id -un)" > system.ini; chmod 666 system.ini
	g --as jan list units
	same a_system_file_that_anybody_may_write_gives_no_right "$status" 1
	unset GROMADA_SYSTEM_SETTINGS
	mkdir -p "$HOME/.config/gromada"
	printf '[security]\nshared_accounts = %s\n' "$(id -un)" > "$HOME/.config/gromada/gromada.ini"
	g --as jan list units; refused the_own_file_gives_no_right 1 'gromada.ini, line 2'
else
	skip as_is_accepted_on_a_shared_account "only root owns a system file"
fi
finish
