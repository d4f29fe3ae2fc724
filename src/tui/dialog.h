/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes over a screen: message, question, choice, one line of text. None waits: the answer
 * comes to the screen below as act(action, event) with event->type EVENT_ANSWER. */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include "tui/screen.h"

enum { DIALOG_MARGIN = 8, DIALOG_WIDEST = 64 }; /* columns beside a box at least, in it at most */

/* Text is copied, wrapped, may hold newlines. Enter or Esc closes. */
void dialog_message(struct screens *s, const char *title, const char *text);
/* Default No. T/Y or Enter on Yes runs yes, N and Esc run no (0 = nothing), on the screen below.
 * text names the object and the number of records. */
void dialog_ask(struct screens *s, const char *title, const char *text, int yes, int no);
/* As ask, default Yes: for what harms nothing and is nearly always wanted. */
void dialog_offer(struct screens *s, const char *title, const char *text, int yes, int no);
/* As offer, but Esc answers nothing: it goes back from the screen below too, so that a yes or no
 * that destroys something is always a key of its own. */
void dialog_decide(struct screens *s, const char *title, const char *text, int yes, int no);
/* As ask, with own words on the buttons (save / discard / stay …), at most 4; the first letter
 * in brackets "[Z]apisz" chooses. Action with event->number; Esc = no action. first = default. */
void dialog_buttons(struct screens *s, const char *title, const char *text,
	const char *const *buttons, int count, int first, int action);
/* List of choices (copied); event->number is the chosen one. Typing a letter jumps. */
void dialog_choose(struct screens *s, const char *title, const char *const *choices, int count,
	int selected, int action);
/* One line; event->answer is the text. Esc = no action. Where the screen below refuses what was
 * typed (screens_refuse, or an error), the box comes back with it and says why. */
void dialog_input(struct screens *s, const char *title, const char *label, const char *initial,
	int action);
/* The same with a text of the program's, which the first character typed replaces. */
void dialog_propose(struct screens *s, const char *title, const char *label, const char *proposal,
	int action);
/* The same for a path: it begins with the folder, and a whole path typed behind it ("/…", "~…")
 * takes its place. */
void dialog_path(struct screens *s, const char *title, const char *label, const char *folder,
	int action);
/* With the path that was typed before. */
void dialog_path_again(struct screens *s, const char *title, const char *label, const char *path,
	int action);

#endif
