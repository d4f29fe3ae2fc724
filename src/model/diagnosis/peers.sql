-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings of comparison with peers.

-- name: peers_setting
SELECT value FROM office WHERE key = ?1;
