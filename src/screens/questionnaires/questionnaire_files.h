/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questionnaires from files and to files, and those that come with the program. */
#ifndef SCREENS_QUESTIONNAIRE_FILES_H
#define SCREENS_QUESTIONNAIRE_FILES_H

#include "screens/frame/app.h"

/* Takes over the folder or workbook as a draft; whatever is wrong is listed, and nothing is taken
 * with an error. true: code (64 bytes) holds what was taken. */
bool questionnaire_take_file(struct screens *s, const char *path, char *code);
/* The same from the templates of the program, under another code. */
bool questionnaire_take_template(struct screens *s, const char *name, const char *code);
/* Writes the newest version into the folder for files out and says where it lies. */
void questionnaire_give_out(struct screens *s, const char *code, bool workbook);

#endif
