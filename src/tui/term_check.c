/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there is a terminal at all, before curses is asked about it. */
#include "config.h"

#include "tui/term.h"

#include "base/i18n.h"

#include <unistd.h>

int
term_check(const char *name, struct error *err)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error_set(err, ERROR_INPUT,
			_("The full screen needs a terminal, but input or output is a file or a "
			  "pipe. Start gromada in a terminal window, or use a command (see gromada "
			  "--help)."));
	if (!name || !*name)
		return error_set(err, ERROR_INPUT,
			_("The kind of terminal is not known, because TERM is not set. Try: "
			  "TERM=xterm gromada"));
	return 0;
}
