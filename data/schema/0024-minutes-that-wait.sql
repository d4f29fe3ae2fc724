-- SPDX-License-Identifier: GPL-3.0-or-later
-- Home asks at every start which meetings were held and have no minutes that went out: answered from
-- two small indexes, not from the rows of all meetings and minutes.
CREATE INDEX meeting_held ON meeting (ends_at) WHERE state = 'held' AND owner = '' AND retired_at IS NULL;
CREATE INDEX minutes_state ON minutes (meeting_id, state);
