#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where the database is, making it, checking it, copies of it.
. "$abs_top_srcdir/tests/cli/common.sh"

g list units; refused a_missing_database_is_not_made_by_the_way 1 "$db does not exist; create it with: gromada init"
absent nothing_appears "$db"
g init; done_well init_makes_a_database
same the_group_may_write_it "$(stat -c %a "$db")" 660
g init; refused init_refuses_an_existing_file 1 "$db exists already; nothing was changed."
g check; prints a_new_database_is_sound <<'EOT'
No fault was found.
EOT
g office show; holds the_creator_is_administrator out role,administrator
g list indicators; true_that the_catalogue_is_there [ "$(rows)" -gt 100 ]
db=$work/demo.db; g init --demo; done_well init_fills_demonstration_data
g office show; holds the_purpose_is_demo out purpose,demo
holds its_values_are_made_up out made_up,yes
g check; done_well demonstration_data_are_sound
db=$work/no/such/folder/x.db; g init; refused a_missing_folder_is_named 1 "$work/no/such/folder"
db=$work; g list units; refused a_folder_is_no_database 1 "$work is a folder, not a database."
db=$work/empty.db; : > "$db"; g list units; refused an_empty_file_is_no_database 1 'is empty, not a database of gromada'
db=$work/text.db; seq 1 5000 > "$db"; g list units; refused a_text_file_is_no_database 1 "$db"
if command -v sqlite3 > /dev/null; then
	db=$work/foreign.db; sqlite3 "$db" 'CREATE TABLE t (x); PRAGMA application_id = 7;'
	g list units; refused a_database_of_another_program_is_refused 1 'is a database of another program'
	cp test.db newer.db; db=$work/newer.db; sqlite3 "$db" 'PRAGMA user_version = 99;' > /dev/null
	g list units; refused a_newer_database_is_refused 1 'newer'
else
	skip a_database_of_another_program_is_refused "no sqlite3"
	skip a_newer_database_is_refused "no sqlite3"
fi

# backup and restore
db=$work/test.db; prepare; before=$(contents)
g backup copy.db; done_well backup_writes_a_copy
g backup copy.db; refused backup_refuses_an_existing_file 1 'copy.db exists already'
g backup copy.db --force; done_well backup_replaces_with_force
g import values --yes --new-indicators "$fixtures/values.csv"; after=$(contents)
true_that contents_tell_an_import [ "$after" != "$before" ]
g restore copy.db; refused restore_does_not_happen_without_a_word 1 'add --yes to put the copy in its place'
same nothing_was_restored "$(contents)" "$after"
g restore text.db --yes; refused what_is_no_copy_is_not_restored 1 text.db
same the_database_is_as_before "$(contents)" "$after"
g restore copy.db --yes; done_well restore_puts_the_copy_back
same the_copy_has_what_was_saved "$(contents)" "$before"
ls "$work" | grep -q 'test.db.before-restore' && pass the_former_one_is_kept || fail the_former_one_is_kept "$(ls "$work")"
g check; done_well the_restored_database_is_sound

# a damaged file
cp "$db" broken.db; db=$work/broken.db
dd if=/dev/zero of=broken.db bs=1024 seek=60 count=60 conv=notrunc 2> /dev/null
g check; same damage_is_found "$status" 1
true_that damage_is_told [ -s err -o -s out ]
g backup damaged.db
same damage_gets_no_backup "$status $(ls damaged.db 2> /dev/null)" "1 "
g restore copy.db --yes; done_well a_damaged_database_can_be_restored
g check; done_well and_is_sound_again
db=$work/gone.db; g restore copy.db --yes
done_well a_copy_makes_a_database_that_is_gone
g check; done_well and_it_is_sound
db=$work/test.db

# where it lies
run() { "$GROMADA_PROGRAM" --language en "$@" > out 2> err < /dev/null; status=$?; }
run init; done_well without_a_word_it_lies_in_the_data_folder
true_that the_folder_is_made [ -f "$HOME/.local/share/gromada/gromada.db" ]
XDG_DATA_HOME=$work/xdg run office show; refused the_data_folder_can_be_elsewhere 1 "$work/xdg/gromada/gromada.db"
env -i HOME="$work/elsewhere" "$GROMADA_PROGRAM" --language en office show > out 2> err < /dev/null; status=$?
refused the_home_is_where_home_says 1 "$work/elsewhere/.local/share/gromada/gromada.db does not exist"
run settings set database.file "$work/test.db"; done_well a_setting_is_saved
run office show; holds the_setting_names_the_database out "database,$work/test.db"
run --database "$work/demo.db" office show; holds the_option_stands_above_the_setting out "database,$work/demo.db"
run settings show; holds settings_are_listed out "database.file,$work/test.db"
holds so_is_where_they_come_from out "file.own,$HOME/.config/gromada/gromada.ini"
GROMADA_SYSTEM_SETTINGS=$work/system.ini run settings show; holds and_where_those_of_the_system out "file.system,$work/system.ini"
run settings set screen.glyphs stars; refused a_wrong_value_is_refused 1 'glyphs'
run settings set screen.glyph ascii; refused an_unknown_setting_is_refused 1 'There is no setting "screen.glyph"'
run settings set security.shared_accounts me; refused what_belongs_to_the_system_is_refused 1 'shared_accounts'
finish
