/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that a person brings: opened without following links, read once from start to
 * end, plain or as the only entry of a zip, hashed on the way, and turned to UTF-8. */
#include "config.h"

#include "base/input.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/zip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SIZE UNZIP_MAX_SIZE
#define BLOCK 65536
#define NAME_SIZE 256

/* The bytes come from memory if there is no zip and fd is -1. */
struct input {
	char name[NAME_SIZE], outer[NAME_SIZE];
	int fd;
	const char *bytes;
	size_t at;
	struct unzip *zip;
	bool zip_borrowed;
	int entry;
	int64_t size, done;
	enum encoding encoding;
	long bom; /* bytes of the BOM still to skip */
	struct encoding_check check;
	struct encoding_table *table; /* NULL for UTF-8 */
	char *raw;                    /* bytes before they are turned to UTF-8 */
	struct sha256 *sha256;
	char hash[SHA256_HEX];
};

static struct input *
input_new(const char *path)
{
	struct input *in = memory_new(sizeof *in);
	const char *slash = strrchr(path, '/');

	text_clean(in->outer, sizeof in->outer, slash ? slash + 1 : path);
	text_copy(in->name, sizeof in->name, in->outer);
	in->fd = -1;
	return in;
}

void
input_close(struct input *in)
{
	char unused[SHA256_HEX];

	if (!in)
		return;
	if (in->fd >= 0)
		close(in->fd);
	if (!in->zip_borrowed)
		unzip_close(in->zip);
	if (in->sha256)
		sha256_finish(in->sha256, unused);
	free(in->table);
	free(in->raw);
	free(in);
}

static long
raw_read(struct input *in, char *buffer, size_t size, struct error *err)
{
	ssize_t got;

	if (in->zip)
		return unzip_entry_read(in->zip, buffer, size, err);
	if (in->fd < 0) {
		size_t left = (size_t)in->size - in->at;

		size = size < left ? size : left;
		memcpy(buffer, in->bytes + in->at, size);
		in->at += size;
		return (long)size;
	}
	do
		got = read(in->fd, buffer, size);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return error_set(err, ERROR_IO,
			_("Reading %s failed: the disk or the connection to it reports an error."),
			in->outer);
	return (long)got;
}

static int
raw_rewind(struct input *in, struct error *err)
{
	if (in->zip)
		return unzip_entry_open(in->zip, in->entry, err);
	in->at = 0;
	if (in->fd >= 0 && lseek(in->fd, 0, SEEK_SET) != 0)
		return error_set(
			err, ERROR_IO, _("%s cannot be read from its beginning."), in->outer);
	return 0;
}

/* The line that holds the byte at offset; only errors ask, so it may read again. */
static long
line_of(struct input *in, int64_t offset)
{
	char *block = memory_new(BLOCK);
	long line = 1, got;

	if (raw_rewind(in, NULL) == 0)
		while (offset > 0 && (got = raw_read(in, block, BLOCK, NULL)) > 0) {
			long size = got < offset ? got : (long)offset;

			for (long i = 0; i < size; i++)
				line += block[i] == '\n';
			offset -= size;
		}
	free(block);
	return line;
}

static int
binary(struct input *in, int64_t offset, struct error *err)
{
	long line = line_of(in, offset);

	return error_at(err, ERROR_INPUT, line, 0,
		_("%s, line %ld: this is no text file (it holds NUL bytes). "
		  "Choose a CSV, XML or text file."),
		in->name, line);
}

static int
not_utf8(struct input *in, int64_t offset, struct error *err)
{
	long line = line_of(in, offset);

	return error_at(err, ERROR_INPUT, line, 0,
		_("%s, line %ld: a character is broken (the file is in UTF-8, but not here). "
		  "Save the file again as UTF-8 or download it again."),
		in->name, line);
}

/* What the first bytes say for sure; ENCODING_DETECT when they say nothing. */
static int
signature(struct input *in, const char *start, size_t length, struct error *err)
{
	if (length >= 2 && (memcmp(start, "\377\376", 2) == 0 || memcmp(start, "\376\377", 2) == 0))
		return error_set(err, ERROR_INPUT,
			_("%s is in the encoding UTF-16. Save it as CSV in UTF-8."), in->name);
	in->bom = length >= 3 && memcmp(start, "\357\273\277", 3) == 0 ? 3 : 0;
	if (in->bom > 0)
		in->encoding = ENCODING_UTF8;
	else if (in->encoding == ENCODING_DETECT)
		in->encoding = encoding_of_xml(start, length);
	return 0;
}

/* Reads as far as it takes to be sure: as a rule one block, all of a file in plain ASCII. */
static int
look_ahead(struct input *in, char *block, struct error *err)
{
	struct encoding_check check = { 0 };
	int64_t offset = 0;
	long got;

	while ((got = raw_read(in, block, BLOCK, err)) > 0) {
		const char *nul = memchr(block, '\0', (size_t)got);

		if (offset == 0 && signature(in, block, (size_t)got, err) != 0)
			return -1;
		if (nul)
			return binary(in, offset + (nul - block), err);
		if (in->encoding != ENCODING_DETECT)
			return 0;
		if (encoding_check(&check, block, (size_t)got) < (size_t)got) {
			in->encoding = check.evident ? ENCODING_UTF8 : ENCODING_CP1250;
			return 0;
		}
		if (check.evident)
			break;
		offset += got;
	}
	if (got < 0)
		return -1;
	in->encoding =
		check.evident || encoding_check_ended(&check) ? ENCODING_UTF8 : ENCODING_CP1250;
	return 0;
}

/* The rest of opening, once the source of the bytes is known. */
static int
begin(struct input *in, struct error *err)
{
	char *block;
	int result;

	if (in->size == 0)
		return error_set(err, ERROR_INPUT, _("%s is empty."), in->name);
	if (in->size > MAX_SIZE)
		return error_set(
			err, ERROR_INPUT, _("%s is larger than 4 GB. Split it."), in->name);
	block = memory_new(BLOCK);
	result = raw_rewind(in, err) != 0 ? -1 : look_ahead(in, block, err);
	free(block);
	if (result != 0 || raw_rewind(in, err) != 0)
		return -1;
	if (in->encoding != ENCODING_UTF8) {
		in->table = memory_new(sizeof *in->table);
		in->raw = memory_new(BLOCK);
		if (encoding_table_load(in->table, in->encoding, err) != 0)
			return -1;
	}
	in->sha256 = sha256_new();
	return 0;
}

static void
use_entry(struct input *in)
{
	const char *name = unzip_entry_name(in->zip, in->entry);
	const char *slash = strrchr(name, '/');

	text_copy(in->name, sizeof in->name, slash ? slash + 1 : name);
	in->size = unzip_entry_size(in->zip, in->entry);
}

static int
cannot_open(const char *name, int reason, struct error *err)
{
	switch (reason) {
	case ENOENT:
	case ENOTDIR:
		return error_set(err, ERROR_MISSING, _("There is no file %s."), name);
	case EACCES:
	case EPERM:
		return error_set(err, ERROR_DENIED,
			_("You have no right to read %s. Ask its owner or the administrator."),
			name);
	case ELOOP:
		return error_set(err, ERROR_INPUT,
			_("%s is a link. Name the file that it points to."), name);
	case ENXIO:
		return error_set(err, ERROR_INPUT, _("%s is a device, not a file."), name);
	default:
		return error_set(
			err, ERROR_IO, _("%s cannot be opened (%s)."), name, error_reason(reason));
	}
}

static int
check_kind(struct input *in, struct error *err)
{
	struct stat st;

	if (fstat(in->fd, &st) != 0)
		return cannot_open(in->outer, errno, err);
	in->size = st.st_size;
	if (S_ISREG(st.st_mode))
		return 0;
	if (S_ISDIR(st.st_mode))
		return error_set(
			err, ERROR_INPUT, _("%s is a folder. Name a file in it."), in->outer);
	if (S_ISFIFO(st.st_mode))
		return error_set(err, ERROR_INPUT, _("%s is a pipe, not a file."), in->outer);
	return cannot_open(in->outer, ENXIO, err);
}

static int
open_zip_if_any(struct input *in, struct error *err)
{
	char head[4];
	long got;

	if (in->size == 0)
		return 0;
	got = raw_read(in, head, sizeof head, err);
	if (got < 0)
		return -1;
	if (!unzip_looks_like(head, (size_t)got))
		return 0;
	if ((in->fd < 0 ? unzip_open_memory(&in->zip, in->outer, in->bytes, (size_t)in->size, err)
			: unzip_open(&in->zip, in->fd, in->outer, err)) != 0 ||
		(in->entry = unzip_data_entry(in->zip, in->outer, err)) < 0)
		return -1;
	use_entry(in);
	return 0;
}

static int
finish(struct input **out, struct input *in, int result)
{
	if (result != 0) {
		input_close(in);
		in = NULL;
	}
	*out = in;
	return result;
}

int
input_open(struct input **out, const char *path, enum encoding encoding, struct error *err)
{
	struct input *in = input_new(path);
	char shown[NAME_SIZE];
	int result;

	in->encoding = encoding;
	in->fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (in->fd < 0) {
		result = cannot_open(text_clean(shown, sizeof shown, path), errno, err);
		return finish(out, in, result);
	}
	result = check_kind(in, err);
	if (result == 0) {
		(void)posix_fadvise(in->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
		result = open_zip_if_any(in, err);
	}
	if (result == 0)
		result = begin(in, err);
	return finish(out, in, result);
}

int
input_open_memory(struct input **out, const char *name, const void *bytes, size_t size,
	enum encoding encoding, struct error *err)
{
	struct input *in = input_new(name);
	int result;

	in->encoding = encoding;
	in->bytes = bytes;
	in->size = (int64_t)size;
	result = open_zip_if_any(in, err);
	if (result == 0)
		result = begin(in, err);
	return finish(out, in, result);
}

int
input_open_entry(
	struct input **out, struct unzip *z, int entry, enum encoding encoding, struct error *err)
{
	struct input *in = input_new(unzip_entry_name(z, entry));

	in->encoding = encoding;
	in->zip = z;
	in->zip_borrowed = true;
	in->entry = entry;
	use_entry(in);
	return finish(out, in, begin(in, err));
}

void
input_skip_sha256(struct input *in)
{
	if (in->sha256)
		sha256_finish(in->sha256, in->hash);
	in->sha256 = NULL;
	in->hash[0] = '\0';
}

/* The end of the file: all of it came, nothing may stand open, and the hash is known. */
static long
end(struct input *in, struct error *err)
{
	if (in->done < in->size)
		return error_set(err, ERROR_IO,
			_("%s became shorter while it was being read. Try again when nobody "
			  "writes it."),
			in->name);
	if (!in->table && !encoding_check_ended(&in->check))
		return not_utf8(in, in->done - 1, err);
	if (in->sha256)
		sha256_finish(in->sha256, in->hash);
	in->sha256 = NULL;
	return 0;
}

static long
convert(struct input *in, char *buffer, size_t got, struct error *err)
{
	size_t taken;
	size_t written = encoding_convert(in->table, buffer, in->raw, got, &taken);

	if (taken < got) {
		long line = line_of(in, in->done - (int64_t)(got - taken));

		return error_at(err, ERROR_INPUT, line, 0,
			_("%s, line %ld: a character is broken (byte %02X means nothing in %s). "
			  "Save the file again as UTF-8."),
			in->name, line, (unsigned char)in->raw[taken],
			in->encoding == ENCODING_CP1250 ? "cp1250" : "ISO 8859-2");
	}
	return (long)written;
}

long
input_read(struct input *in, char *buffer, size_t size, struct error *err)
{
	char *to = in->table ? in->raw : buffer;
	long got, skip = 0;
	const char *nul;
	size_t good;

	if (in->table)
		size = size / 3 < BLOCK ? size / 3 : BLOCK;
	got = raw_read(in, to, size, err);
	if (got <= 0)
		return got < 0 ? -1 : end(in, err);
	in->done += got;
	if (in->done > MAX_SIZE)
		return error_set(
			err, ERROR_INPUT, _("%s is larger than 4 GB. Split it."), in->name);
	if (in->sha256)
		sha256_update(in->sha256, to, (size_t)got);
	nul = memchr(to, '\0', (size_t)got);
	if (nul)
		return binary(in, in->done - got + (nul - to), err);
	if (in->table)
		return convert(in, buffer, (size_t)got, err);
	good = encoding_check(&in->check, buffer, (size_t)got);
	if (good < (size_t)got)
		return not_utf8(in, in->done - got + (long)good, err);
	if (in->bom > 0) {
		skip = got < in->bom ? got : in->bom;
		in->bom -= skip;
		memmove(buffer, buffer + skip, (size_t)(got - skip));
	}
	return got > skip ? got - skip : input_read(in, buffer, size, err);
}

const char *
input_name(const struct input *in)
{
	return in->name;
}

const char *
input_outer_name(const struct input *in)
{
	return in->outer;
}

enum encoding
input_encoding(const struct input *in)
{
	return in->encoding;
}

int64_t
input_size(const struct input *in)
{
	return in->size;
}

int64_t
input_done(const struct input *in)
{
	return in->done;
}

const char *
input_sha256(const struct input *in)
{
	return in->hash;
}
