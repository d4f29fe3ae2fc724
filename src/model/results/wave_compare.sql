-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same question in several waves.

-- name: waves_asking
SELECT DISTINCT w.id, w.year, w.code FROM question AS q JOIN wave AS w ON w.version_id = q.version_id
WHERE q.identity = ?1 AND w.retired_at IS NULL ORDER BY w.year, w.code;
