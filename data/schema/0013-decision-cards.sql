-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cards of the catalogue that totals of decisions feed (model/sheets/decision_feed.h says which share
-- each of them is).

CREATE VIEW decision_card (code) AS VALUES ('DA01'), ('DA02'), ('DA03'), ('DA04A'), ('DA04B'), ('DA05');
