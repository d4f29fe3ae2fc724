-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms of organisation of services.

-- name: service_list
SELECT id, rev, uid, owner, slot, service, year, provider, name, employment, scale, contract, fees, remark
FROM service_organisation
WHERE (?1 = 0 OR slot = ?1)
AND (?2 = 0 OR slot IN (SELECT m.slot FROM membership AS m WHERE m.group_id = ?2
	AND ?3 BETWEEN m.first_on AND m.last_on))
AND (?4 IS NULL OR service = ?4) AND (?5 = 0 OR year = ?5) AND (retired_at IS NOT NULL) = ?6
ORDER BY service COLLATE polish, year DESC, slot;

-- name: service_load
SELECT id, rev, uid, owner, slot, service, year, provider, name, employment, scale, contract, fees, remark
FROM service_organisation WHERE id = ?1;

-- name: service_same
SELECT id, retired_at IS NOT NULL FROM service_organisation
WHERE slot = ?1 AND service = ?2 AND year = ?3 AND id <> ?4;

-- name: service_insert
INSERT INTO service_organisation (slot, service, year, provider, name, employment, scale, contract, fees,
	remark, uid)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

-- name: service_update
UPDATE service_organisation SET rev = rev + 1, slot = ?1, service = ?2, year = ?3, provider = ?4,
	name = ?5, employment = ?6, scale = ?7, contract = ?8, fees = ?9, remark = ?10
WHERE id = ?11 AND rev = ?12 AND retired_at IS NULL;

-- name: service_head
SELECT rev, owner, retired_at FROM service_organisation WHERE id = ?1;

-- name: service_retire
-- Or brought back (?2 NULL).
UPDATE service_organisation SET retired_at = ?2, rev = rev + 1 WHERE id = ?1;

