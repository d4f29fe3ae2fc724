/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The zip of a package: its parts, whole and with their checksums. */
#include "config.h"

#include "exchange/package_parts.h"

#include "base/i18n.h"
#include "base/memory.h"
#include "base/sha256.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART_MOST (INT64_C(256) << 20) /* bytes of one part */

struct unzip *
package_open(const char *path)
{
	int fd;
	char head[4];
	struct stat st;
	struct unzip *z = NULL;

	fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
		pread(fd, head, sizeof(head), 0) == sizeof(head) &&
		unzip_looks_like(head, sizeof(head)) && unzip_open(&z, fd, "", NULL) < 0)
		z = NULL;
	if (fd >= 0)
		close(fd); /* libzip has its own */
	return z;
}

bool
package_looks_like(const char *path)
{
	struct unzip *z = package_open(path);
	bool ours;

	if (!z)
		return false;
	ours = unzip_find(z, PACKAGE_MANIFEST) >= 0 && unzip_find(z, PACKAGE_RECORDS) >= 0;
	unzip_close(z);
	return ours;
}

static int
read_bytes(struct unzip *z, int entry, char **bytes, size_t *size, struct error *err)
{
	int64_t declared = unzip_entry_size(z, entry);
	size_t used = 0, room;
	long got = 0;

	if (declared > PART_MOST)
		return error_set(err, ERROR_INPUT,
			_("%s would unpack to %lld MB, which is too much for a package. Nothing "
			  "was unpacked."),
			unzip_entry_name(z, entry), (long long)(declared >> 20));
	if (unzip_entry_open(z, entry, err) < 0)
		return -1;
	room = (size_t)declared + 2;
	*bytes = memory_new(room);
	while (used < room - 1 && (got = unzip_entry_read(z, *bytes + used, room - 1 - used,
					   err)) > 0)
		used += (size_t)got;
	if (got < 0)
		return -1;
	*size = used;
	return 0;
}

int
package_entry(struct unzip *z, const struct package_manifest *m, const char *name, char **bytes,
	size_t *size, struct error *err)
{
	const char *wanted = m ? package_part_sum(m, name) : NULL;
	int entry = unzip_find(z, name);
	struct sha256 *sum;
	char hex[SHA256_HEX];

	if (entry < 0 || (m && !wanted))
		return error_set(err, ERROR_INPUT,
			_("The package lacks %s; it is damaged or was made by another program."),
			name);
	if (read_bytes(z, entry, bytes, size, err) < 0)
		return -1;
	if (!m)
		return 0;
	sum = sha256_new();
	sha256_update(sum, *bytes, *size);
	sha256_finish(sum, hex);
	if (!strcmp(hex, wanted))
		return 0;
	return error_set(err, ERROR_INPUT,
		_("%s in the package is not what was packed (its checksum differs); the file was "
		  "damaged or changed on the way. Ask for it again."),
		name);
}
