-- By when a Vorgang must be finished, how far that day may be moved, and whether the Vorgang rests. A Vorgang without a Frist
-- that rests has a row too.
CREATE TABLE vorgang_frist (
  vorgang_id uuid PRIMARY KEY REFERENCES vorgang,
  mandant_id uuid NOT NULL REFERENCES mandant,
  frist date,
  -- What says so, e.g. „§ 42a Abs. 2 VwVfG“.
  grundlage text NOT NULL DEFAULT '',
  extensions integer NOT NULL DEFAULT 0,
  -- NULL: as often, and by as much, as somebody has a reason for.
  most_extensions integer CHECK (most_extensions >= 0),
  most_days integer CHECK (most_days > 0),
  suspended_at timestamptz,
  -- Days that it will rest, as expected when it began; all dates have been moved by as many.
  planned_days integer CHECK (planned_days > 0),
  version integer NOT NULL DEFAULT 1,
  CHECK ((suspended_at IS NULL) = (planned_days IS NULL))
);
CALL protect_by_mandant('vorgang_frist', $$SELECT, INSERT, UPDATE (frist, grundlage, extensions, most_extensions, most_days,
  suspended_at, planned_days, version)$$);
CALL protect_by_person('vorgang_frist', $$EXISTS (SELECT FROM vorgang v WHERE v.id = vorgang_frist.vorgang_id)$$);
