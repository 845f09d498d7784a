-- Two Eingaenge that may be one: by what they are found, what was found, and what a person decided about it.

-- What an Eingang can be found by, from its examination: the id of its mail, sender and number of its invoice, and three
-- values of its text that texts of nearly the same words have in common.
CREATE TABLE eingang_mark (
  mandant_id uuid NOT NULL REFERENCES mandant,
  eingang_id uuid NOT NULL REFERENCES eingang ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('message', 'number', 'text0', 'text1', 'text2')),
  value text NOT NULL,
  PRIMARY KEY (eingang_id, kind)
);
CALL protect_by_mandant('eingang_mark', 'SELECT, INSERT');
CALL protect_by_person('eingang_mark', $$ EXISTS (SELECT FROM eingang e WHERE e.id = eingang_mark.eingang_id) $$);
CREATE INDEX eingang_mark_by_value ON eingang_mark (mandant_id, kind, value);

-- What was found: the later one may be the earlier one again. Nothing follows from it before a person says so.
CREATE TABLE eingang_duplicate (
  mandant_id uuid NOT NULL REFERENCES mandant,
  eingang_id uuid NOT NULL REFERENCES eingang ON DELETE CASCADE,
  of_id uuid NOT NULL REFERENCES eingang ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('bytes', 'message', 'number', 'text')),
  PRIMARY KEY (eingang_id, of_id)
);
CALL protect_by_mandant('eingang_duplicate', 'SELECT, INSERT');
CALL protect_by_person('eingang_duplicate', $$
  EXISTS (SELECT FROM eingang e WHERE e.id = eingang_duplicate.eingang_id)
  AND EXISTS (SELECT FROM eingang o WHERE o.id = eingang_duplicate.of_id)
$$);
CREATE INDEX eingang_duplicate_of ON eingang_duplicate (of_id);

-- What a person decided: it is the other one again. It leaves the desk and goes where the other one goes, so that it is
-- seen, moved and destroyed with it.
ALTER TABLE eingang ADD linked_to uuid REFERENCES eingang;
CREATE INDEX eingang_linked ON eingang (linked_to) WHERE linked_to IS NOT NULL;
ALTER TABLE eingang DROP CONSTRAINT eingang_state_check;
ALTER TABLE eingang DROP CONSTRAINT eingang_check;
ALTER TABLE eingang
  ADD CONSTRAINT eingang_state_check
    CHECK (state IN ('empfangen', 'geprueft', 'klaerung', 'quarantaene', 'zugeordnet', 'dublette')),
  ADD CONSTRAINT eingang_place_check
    CHECK (state = 'dublette' OR (state = 'zugeordnet') = (vorgang_id IS NOT NULL)),
  ADD CONSTRAINT eingang_linked_check CHECK ((state = 'dublette') = (linked_to IS NOT NULL) AND linked_to <> id);
DROP INDEX eingang_desk;
CREATE INDEX eingang_desk ON eingang (mandant_id, received_at) WHERE state NOT IN ('zugeordnet', 'dublette');

-- The stock that is there already can be found by bytes and mail; numbers and texts are known from now on.
INSERT INTO eingang_mark
  SELECT mandant_id, id, 'message', lower(examination -> 'mail' ->> 'messageId') FROM eingang
   WHERE examination -> 'mail' ->> 'messageId' <> '';
INSERT INTO eingang_duplicate
  SELECT mandant_id, id, duplicate_of, 'bytes' FROM eingang WHERE duplicate_of IS NOT NULL;
