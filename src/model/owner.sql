-- SPDX-License-Identifier: GPL-3.0-or-later
-- Offices that keep rows of this file.

-- name: owner_name
SELECT name FROM partner_office WHERE uid = ?1;
