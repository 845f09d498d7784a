-- What somebody could not use, as they told it (BITV 2.0 § 7, § 12b BGG). Whoever tells it needs no account: the lengths are
-- held here, too.
CREATE TABLE barriere (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  told_at timestamptz NOT NULL,
  -- Address of the page without ids of records.
  page text NOT NULL CHECK (length(page) <= 100),
  description text NOT NULL CHECK (length(description) BETWEEN 1 AND 4000),
  -- How to answer, where somebody wants an answer; gone as soon as the matter is closed.
  contact text NOT NULL CHECK (length(contact) <= 200),
  signed_in boolean NOT NULL,
  closed_at timestamptz,
  closed_by text,
  note text,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (note IS NULL)),
  CHECK (closed_at IS NULL OR contact = '')
);
CALL protect_by_mandant('barriere', 'SELECT, INSERT, UPDATE (contact, closed_at, closed_by, note)');
CREATE INDEX barriere_open ON barriere (mandant_id, told_at) WHERE closed_at IS NULL;
CREATE INDEX barriere_closed ON barriere (mandant_id, told_at) WHERE closed_at IS NOT NULL;
