#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Help, mistakes on the command line, exit codes, two languages.
. "$abs_top_srcdir/tests/cli/common.sh"

g --version; prints the_version_is_printed <<EOT
gromada $("$GROMADA_PROGRAM" --version | cut -d' ' -f2)
EOT
g --help; done_well help_needs_no_database
holds help_lists_the_commands out "import teryt FILE..."
holds help_lists_the_options out "--database FILE"
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\( [a-z]\{1,\}\)\{0,1\}\).*/\1/p' out)
bad=
for line in init "import teryt" "import undo" "list units" values rank profile trend check backup restore \
	"indicator set" "group add" "office set" "settings show" completion; do
	# shellcheck disable=SC2086
	g $line --help
	{ [ "$status" = 0 ] && grep -q "^Usage: gromada $line" out && [ ! -s err ]; } || bad="$bad $line"
	case $commands in *"${line%% *}"*) ;; *) bad="$bad ($line is not listed)" ;; esac
done
same every_command_explains_itself "$bad" ""
g import --help; holds a_group_of_commands_explains_itself out "import changes FILE..."
g values --help; holds required_options_are_said_to_be_so out "Code of the indicator. Required."
widest=$("$GROMADA_PROGRAM" --help | LC_ALL=C.UTF-8 awk '{ if (length($0) > w) w = length($0) } END { print (w <= 110) }')
same help_fits_a_terminal "$widest" 1

g valeus; refused a_command_that_is_nearly_right_is_suggested 2 'There is no command "valeus"; did you mean "values"?'
g import bld x; refused a_second_word_is_suggested_too 2 'did you mean "import bdl"?'
g xyzzy; refused an_unknown_command_points_to_help 2 'There is no command "xyzzy"; see gromada --help.'
g import; refused a_word_alone_is_not_enough 2 '"import" needs another word'
g values --indicatr X; refused an_option_that_is_nearly_right_is_suggested 2 'did you mean --indicator?'
g values; refused a_required_option_is_missed 2 'The command values needs --indicator CODE.'
g meeting add WOD; refused all_that_are_missed_are_named_at_once 2 'needs --on DAY, --from HOUR, --to HOUR.'
g meeting add --help; holds an_option_says_what_it_is_in_the_command out ' The title of the meeting.'
holds and_what_follows_it out '--from HOUR '
g questionnaire copy --help; holds in_another_it_is_another out ' The title of the copy.'
g list plans --help; holds a_group_of_lists_is_one_of_exchange out 'Only what this exchange group'
g diagnose --help; holds and_there_whom_to_compare_with out 'Whom to compare with'
g values --indicator; refused an_option_without_its_value_is_a_mistake 2 'The option --indicator needs CODE after it.'
g check --yes; refused an_option_of_another_command_is_a_mistake 2 'The command check has no option --yes'
g check more; refused too_many_operands_are_a_mistake 2 '"more" is too much for the command check'
g backup; refused too_few_operands_are_a_mistake 2 'Something is missing: gromada backup FILE'
g check --force=1; refused a_switch_takes_no_value 2 'The option --force takes no value.'
g list units --level vilage; refused a_choice_is_checked 2 'The option --level takes country|voivodeship|powiat'
g -x; refused an_unknown_letter_is_a_mistake 2 'There is no option -x'
g --format csv; refused a_form_without_a_command_is_a_mistake 2 'The option --format needs a command'
"$GROMADA_PROGRAM" check --language en --database "$db" > out 2> err; status=$?
refused options_may_stand_behind_the_command 1 "The database $db does not exist; create it with: gromada init"
"$GROMADA_PROGRAM" --language=en "--database=$db" check > out 2> err; status=$?
refused options_may_have_an_equals_sign 1 'does not exist; create it with: gromada init'
"$GROMADA_PROGRAM" --language pl --database "$db" check > out 2> err; status=$?
refused the_other_language_is_Polish 1 "Bazy $db nie ma; utwórz ją poleceniem: gromada init"
LC_ALL= LC_MESSAGES= LANG=en_GB.UTF-8 "$GROMADA_PROGRAM" xyzzy > out 2> err; status=$?
refused the_environment_chooses_the_language 2 'There is no command'
LC_ALL=C "$GROMADA_PROGRAM" xyzzy > out 2> err; status=$?
refused without_a_wish_it_is_Polish 2 'Nie ma polecenia'
mkdir -p "$HOME/.config/gromada"
printf '[screen]\nlanguage = en\n' > "$HOME/.config/gromada/gromada.ini"
LC_ALL=pl_PL.UTF-8 "$GROMADA_PROGRAM" xyzzy > out 2> err; status=$?
refused the_setting_stands_above_the_environment 2 'There is no command'
printf '[screen]\nlanguge = en\n' > "$HOME/.config/gromada/gromada.ini"
g check; refused a_broken_setting_is_reported_with_its_line 1 'gromada.ini, line 2:'
g --help; done_well help_works_with_broken_settings
rm "$HOME/.config/gromada/gromada.ini"
"$GROMADA_PROGRAM" xyzzy "$(printf 'a\033[31m')" 2> err; "$GROMADA_PROGRAM" "$(printf 'a\033[31m\342\200\256')" 2>> err
if LC_ALL=C grep -q "$(printf '\033\|\342\200\256')" err; then fail messages_are_cleaned "$(cat -v err)"; else pass messages_are_cleaned; fi
g completion bash
if command -v bash > /dev/null && bash -n out 2> err; then pass the_completion_is_a_script_of_bash
else skip the_completion_is_a_script_of_bash "no bash"; fi
cp out completion
complete_words() { # words of a command line, the last one being completed
	bash -c '. ./completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gromada; echo "${COMPREPLY[*]}"' bash "$@"
}
if command -v bash > /dev/null; then
	same completion_knows_the_commands "$(complete_words gromada va)" values
	same completion_knows_the_second_word "$(complete_words gromada import te)" teryt
	same completion_offers_all_that_fit "$(complete_words gromada import t)" "teryt types"
	same completion_knows_the_options "$(complete_words gromada --database x values --ind)" --indicator
	same completion_knows_all_second_words_of_a_first "$(complete_words gromada report '')" "survey group practice member coordinator"
	same completion_knows_the_options_of_the_longer_command "$(complete_words gromada compare group --ye)" --year
	same completion_knows_the_choices "$(complete_words gromada values --level gm)" gmina
else
	skip completion_offers_what_the_table_has "no bash"
fi
finish
