/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions of questionnaires through libxml2: it compiles and runs what the parser wrote and
 * counts the steps; every name and function it meets is looked up here, none of its own is left. */
#include "config.h"

#include "base/expression.h"

#include "base/expression_parts.h"
#include "base/i18n.h"
#include "base/memory.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ARGUMENTS 64 /* beyond: in the evaluation's arena */

struct found {
	bool known;
	struct expression_values values;
};

struct expression {
	struct expression_plan plan;
	xmlXPathContext *xpath;
	xmlXPathCompExpr *compiled;
	struct expression_regex *regex;
	struct found *found;  /* names, then columns, of the evaluation that runs */
	struct expression_values own;
	const struct expression_scope *scope;
	struct arena arena; /* of the evaluation that runs */
	struct error *err;
	bool failed;
};

#if LIBXML_VERSION >= 21200
static void
be_silent(void *data, const xmlError *error)
#else
static void
be_silent(void *data, xmlError *error)
#endif
{
	(void)data, (void)error;
}

static struct expression_value
from_object(const xmlXPathObject *o)
{
	struct expression_value v = { .kind = EXPRESSION_TEXT, .text = "" };

	if (o->type == XPATH_BOOLEAN) {
		v.kind = EXPRESSION_BOOLEAN;
		v.boolean = o->boolval != 0;
	} else if (o->type == XPATH_NUMBER) {
		v.kind = EXPRESSION_NUMBER;
		v.number = o->floatval;
	} else if (o->type == XPATH_STRING) {
		v.text = (const char *)o->stringval;
	} else if (o->type == XPATH_USERS) {
		v.kind = EXPRESSION_VALUES;
		v.values = o->user;
	}
	return v;
}

static xmlXPathObject *
to_object(const struct expression_value *v)
{
	switch (v->kind) {
	case EXPRESSION_BOOLEAN:
		return xmlXPathNewBoolean(v->boolean);
	case EXPRESSION_NUMBER:
		return xmlXPathNewFloat(v->number);
	case EXPRESSION_TEXT:
		return xmlXPathNewString((const xmlChar *)v->text);
	case EXPRESSION_VALUES:
		break;
	}
	return xmlXPathWrapExternal((void *)v->values); /* it only hands it back */
}

static bool
run(struct expression *e, xmlXPathParserContext *xpath, struct expression_call *c)
{
	xmlXPathContext *context = xpath->context;
	const struct expression_function *f =
		expression_function(atoi((const char *)context->function + 1));

	c->name = f->name;
	c->scope = e->scope;
	c->regex = &e->regex;
	c->arena = &e->arena;
	c->err = e->err;
	c->left = context->opLimit > context->opCount ? context->opLimit - context->opCount : 0;
	if (f->run(c) != 0) {
		e->failed = true;
		xmlXPathSetError(xpath, XPATH_INVALID_OPERAND);
		return false;
	}
	if (c->steps > c->left) {
		xmlXPathSetError(xpath, XPATH_OP_LIMIT_EXCEEDED);
		return false;
	}
	context->opCount += c->steps;
	return true;
}

/* Every function of every expression; its name says which (f12). */
static void
call(xmlXPathParserContext *xpath, int count)
{
	struct expression *e = xpath->context->funcLookupData;
	xmlXPathObject *few[MAX_ARGUMENTS], **objects = few;
	struct expression_value few_values[MAX_ARGUMENTS], *values = few_values;
	struct expression_call c = { .count = count };

	if (count > MAX_ARGUMENTS) {
		objects = arena_array(&e->arena, (size_t)count, sizeof *objects);
		values = arena_array(&e->arena, (size_t)count, sizeof *values);
	}
	for (int i = count - 1; i >= 0; i--) {
		objects[i] = valuePop(xpath);
		values[i] = from_object(objects[i]);
	}
	c.args = values;
	if (run(e, xpath, &c))
		valuePush(xpath, to_object(&c.result));
	for (int i = 0; i < count; i++)
		xmlXPathFreeObject(objects[i]);
}

static xmlXPathFunction
find_function(void *data, const xmlChar *name, const xmlChar *space)
{
	(void)data, (void)name, (void)space;
	return call; /* the parser writes only names that there are */
}

static int
look_up(struct expression *e, char kind, const char *name, struct expression_values *out)
{
	const struct expression_scope *s = e->scope;
	int (*ask)(void *, const char *, struct expression_values *) =
		kind == 'c' ? s->column : s->values;

	if (ask && ask(s->context, name, out) == 0)
		return 0;
	return error_set(e->err, ERROR_INPUT,
		kind == 'c' ? _("The choices have no column %s, which the expression names.")
			    : _("There is no question %s, which the expression names."),
		name);
}

static xmlXPathObject *
find_variable(void *data, const xmlChar *name, const xmlChar *space)
{
	struct expression *e = data;
	size_t index = (size_t)atoi((const char *)name + 1);
	const char *text;
	struct found *found;

	(void)space;
	if (name[0] == 'o')
		return xmlXPathWrapExternal(&e->own);
	text = name[0] == 'c' ? e->plan.columns.items[index] : e->plan.names.items[index];
	found = &e->found[index + (name[0] == 'c' ? e->plan.names.count : 0)];
	if (!found->known && look_up(e, (char)name[0], text, &found->values) != 0) {
		e->failed = true;
		return NULL;
	}
	found->known = true;
	return xmlXPathWrapExternal(&found->values);
}

int
expression_compile(
	struct expression **out, const char *text, enum expression_use use, struct error *err)
{
	struct expression *e = memory_new(sizeof *e);

	*out = NULL;
	if (expression_parse(&e->plan, text, use, err) != 0) {
		expression_free(e);
		return -1;
	}
	e->xpath = xmlXPathNewContext(NULL);
	if (e->xpath) {
		xmlXPathRegisteredFuncsCleanup(e->xpath);
		xmlXPathRegisterFuncLookup(e->xpath, find_function, e);
		xmlXPathRegisterVariableLookup(e->xpath, find_variable, e);
		e->xpath->error = be_silent;
		e->compiled = xmlXPathCtxtCompile(e->xpath, (const xmlChar *)e->plan.code);
	}
	if (!e->compiled) {
		expression_free(e);
		return error_set(err, ERROR_INPUT,
			_("The expression is too complicated: it has too many operators. Split it "
			  "into several calculations."));
	}
	e->found = memory_array(
		e->plan.names.count + e->plan.columns.count + 1, sizeof *e->found);
	free(e->plan.code);
	e->plan.code = NULL;
	*out = e;
	return 0;
}

void
expression_free(struct expression *e)
{
	if (!e)
		return;
	xmlXPathFreeCompExpr(e->compiled);
	if (e->xpath)
		xmlXPathFreeContext(e->xpath);
	expression_plan_release(&e->plan);
	expression_regex_free(e->regex);
	free(e->found);
	free(e);
}

static const char *const *
names_of(const struct expression_names *names, int *count)
{
	*count = (int)names->count;
	return (const char *const *)names->items;
}

const char *const *
expression_names(const struct expression *e, int *count)
{
	return names_of(&e->plan.names, count);
}

const char *const *
expression_columns(const struct expression *e, int *count)
{
	return names_of(&e->plan.columns, count);
}

bool
expression_uses_own(const struct expression *e)
{
	return e->plan.uses_own;
}

bool
expression_uses_clock(const struct expression *e)
{
	return e->plan.uses_clock;
}

static int
finish(struct expression *e, int result)
{
	arena_release(&e->arena);
	e->scope = NULL;
	e->err = NULL;
	return result;
}

/* The result lives in e until finish(). */
static int
evaluate(struct expression *e, const struct expression_scope *scope, struct expression_value *out,
	struct error *err)
{
	xmlXPathObject *object;

	e->scope = scope;
	e->err = err;
	e->failed = false;
	e->own = (struct expression_values){ .text = scope->own, .count = 1 };
	for (size_t i = 0; i < e->plan.names.count + e->plan.columns.count; i++)
		e->found[i] = (struct found){ .known = false };
	e->xpath->opLimit = EXPRESSION_MAX_STEPS;
	e->xpath->opCount = 0;
	object = xmlXPathCompiledEval(e->compiled, e->xpath);
	if (!object) {
		finish(e, -1);
		return e->failed ? -1
				 : error_set(err, ERROR_INPUT,
					   _("The expression was stopped: it takes more than %d "
					     "steps. Make it simpler."),
					   EXPRESSION_MAX_STEPS);
	}
	*out = from_object(object);
	if (out->kind == EXPRESSION_TEXT)
		out->text = arena_string(&e->arena, out->text);
	xmlXPathFreeObject(object);
	return 0;
}

int
expression_boolean(struct expression *e, const struct expression_scope *scope, bool *out,
	struct error *err)
{
	struct expression_value v;

	if (evaluate(e, scope, &v, err) != 0)
		return -1;
	*out = expression_to_boolean(&v);
	return finish(e, 0);
}

int
expression_number(struct expression *e, const struct expression_scope *scope, double *out,
	struct error *err)
{
	struct expression_value v;

	if (evaluate(e, scope, &v, err) != 0)
		return -1;
	*out = expression_to_number(&v);
	return finish(e, 0);
}

int
expression_text(struct expression *e, const struct expression_scope *scope, char **out,
	struct error *err)
{
	struct expression_value v;

	*out = NULL;
	if (evaluate(e, scope, &v, err) != 0)
		return -1;
	if (v.kind == EXPRESSION_NUMBER && isnan(v.number))
		v = (struct expression_value){ .kind = EXPRESSION_TEXT, .text = "" };
	*out = memory_string(expression_to_text(&e->arena, &v));
	return finish(e, 0);
}
