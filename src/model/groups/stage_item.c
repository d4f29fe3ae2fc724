/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda that a meeting of a stage begins with: few lines, written anew as a whole. */
#include "config.h"

#include "model/groups/stage.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/kept.h"
#include "model/meetings/meeting_parts.h"
#include "model/queries.h"

enum { MOST_MINUTES = 1440, MOST_ITEMS = 99 };

static int64_t
seen_of(const struct stage_item *i)
{
	return seen_number(seen_text(seen_text(0, i->title), i->speaker), i->minutes);
}

/* Both tables have the same columns behind the one that says whose they are. */
static struct stmt *
start(struct db *db, const struct stage_place *of, int of_kind, int of_group, struct error *err)
{
	struct stmt *q = db_start(db, of->group ? of_group : of_kind, err);

	if (of->group)
		db_bind_int(q, 1, of->group);
	else
		db_bind_text(q, 1, exchange_kind_name(of->kind));
	db_bind_int(q, 2, of->stage);
	return q;
}

int
stage_item_list(struct db *db, const struct stage_place *of, struct arena *arena,
	struct stage_item **list, int *count, struct error *err)
{
	struct stmt *q = start(db, of, Q_STAGE_ITEMS, Q_GROUP_STAGE_ITEMS, err);
	size_t room = 0;

	*list = NULL;
	*count = 0;
	while (db_next(q)) {
		struct stage_item *item;

		*list = arena_grow(arena, *list, (size_t)*count, &room, sizeof(**list));
		item = &(*list)[(*count)++];
		*item = (struct stage_item){
			.of = *of, .position = *count, .minutes = (int)db_int(q, 2)
		};
		text_copy(item->title, sizeof(item->title), db_text(q, 0));
		text_copy(item->speaker, sizeof(item->speaker), db_text(q, 1));
		item->seen = seen_of(item);
	}
	return db_end(q);
}

/* ---- writing ---- */

static int
check(const struct stage_item *i, struct error *err)
{
	if (!i->title[0])
		return error_field(err, ERROR_INPUT, STAGE_ITEM_TITLE,
			_("An item of the agenda needs a title."));
	if (kept_line_check(i->title, STAGE_ITEM_TITLE, err) < 0 ||
		kept_line_check(i->speaker, STAGE_ITEM_SPEAKER, err) < 0)
		return -1;
	if (i->minutes < 1 || i->minutes > MOST_MINUTES)
		return error_field(err, ERROR_INPUT, STAGE_ITEM_MINUTES,
			_("An item of a stage lasts from 1 to %d minutes."), MOST_MINUTES);
	return 0;
}

static int
check_stage(struct db *db, const struct stage_place *of, struct error *err)
{
	struct stmt *q;
	bool there;

	if (of->group && exchange_group_ours(db, of->group, err) < 0)
		return -1;
	q = start(db, of, Q_STAGE_THERE, Q_GROUP_STAGE_THERE, err);
	there = db_next(q);
	if (db_end(q) < 0)
		return -1;
	return there ? 0 : error_set(err, ERROR_MISSING, _("This stage is gone."));
}

static int
write_all(struct db *db, const struct stage_place *of, const struct stage_item *list, int count,
	struct error *err)
{
	struct stmt *q = start(db, of, Q_STAGE_ITEMS_CLEAR, Q_GROUP_STAGE_ITEMS_CLEAR, err);

	if (db_run(q, NULL) < 0)
		return -1;
	for (int i = 0; i < count; i++) {
		q = start(db, of, Q_STAGE_ITEM_PUT, Q_GROUP_STAGE_ITEM_PUT, err);
		db_bind_int(q, 3, i + 1);
		db_bind_text(q, 4, list[i].title);
		db_bind_text(q, 5, list[i].speaker);
		db_bind_int(q, 6, list[i].minutes);
		if (db_run(q, NULL) < 0)
			return -1;
	}
	return 0;
}

struct change {
	struct stage_item *item;
	/* Changes the list, in which there is room for one more; place is that of the item, the
	 * end for a new one. */
	void (*apply)(struct stage_item *list, int *count, int place, struct change *c);
	int by;
	bool moved;
};

/* The list as it is, with the place of the item that the person saw. */
static int
find(struct db *db, const struct stage_item *item, struct stage_item *list, int *count, int *place,
	struct error *err)
{
	struct arena arena = { 0 };
	struct stage_item *there;
	int result = stage_item_list(db, &item->of, &arena, &there, count, err);

	if (result == 0)
		result = check_stage(db, &item->of, err);
	for (int i = 0; result == 0 && i < *count && i < MOST_ITEMS; i++)
		list[i] = there[i];
	arena_release(&arena);
	if (result < 0)
		return -1;
	*place = item->position ? item->position - 1 : *count;
	if (*place >= MOST_ITEMS)
		return error_set(err, ERROR_INPUT, _("An agenda of a stage has at most %d items."),
			MOST_ITEMS);
	if (!item->position)
		return 0;
	if (*place >= *count)
		return meeting_line_gone(err);
	return list[*place].seen == item->seen ? 0 : meeting_line_changed(err);
}

static int
change(struct db *db, void *context, struct error *err)
{
	struct change *c = context;
	struct stage_item list[MOST_ITEMS + 1];
	int count, place;

	if (find(db, c->item, list, &count, &place, err) < 0)
		return -1;
	c->apply(list, &count, place, c);
	return write_all(db, &c->item->of, list, count, err);
}

static int
write_change(struct db *db, const char *action, struct change *c, struct error *err)
{
	struct db_act act = {
		.action = action, .entity = "stage", .summary = exchange_kind_name(c->item->of.kind)
	};

	return db_write(db, &act, change, c, err);
}

static void
apply_save(struct stage_item *list, int *count, int place, struct change *c)
{
	list[place] = *c->item;
	*count += place == *count;
	c->item->position = place + 1;
}

int
stage_item_save(struct db *db, struct stage_item *item, struct error *err)
{
	struct stage_item copy = *item;
	struct change c = { .item = &copy, .apply = apply_save };

	if (check(item, err) < 0 ||
		write_change(db, item->position ? "stage.item.change" : "stage.item.add", &c, err) <
			0)
		return -1;
	*item = copy;
	item->seen = seen_of(item);
	return 0;
}

static void
apply_remove(struct stage_item *list, int *count, int place, struct change *c)
{
	(void)c;
	for (int i = place; i + 1 < *count; i++)
		list[i] = list[i + 1];
	(*count)--;
}

int
stage_item_remove(struct db *db, const struct stage_item *item, struct error *err)
{
	struct stage_item copy = *item;
	struct change c = { .item = &copy, .apply = apply_remove };

	return write_change(db, "stage.item.remove", &c, err);
}

static void
apply_move(struct stage_item *list, int *count, int place, struct change *c)
{
	int other = place + c->by;
	struct stage_item item = list[place];

	if (other < 0 || other >= *count)
		return;
	list[place] = list[other];
	list[other] = item;
	c->moved = true;
}

int
stage_item_move(struct db *db, const struct stage_item *item, int by, struct error *err)
{
	struct stage_item copy = *item;
	struct change c = { .item = &copy, .apply = apply_move, .by = by };

	return write_change(db, "stage.item.move", &c, err) < 0 ? -1 : c.moved;
}
