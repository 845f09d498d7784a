-- A filter of the list of Aufgaben under a name, for the person or for the unit.
CREATE TABLE aufgaben_filter (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  -- Set: everybody of this unit has it too.
  unit_id uuid REFERENCES unit,
  name text NOT NULL,
  list text NOT NULL,
  filter jsonb NOT NULL,
  UNIQUE (person_id, name)
);
CALL protect_by_mandant('aufgaben_filter', 'SELECT, INSERT, DELETE');
CREATE INDEX aufgaben_filter_of_unit ON aufgaben_filter (mandant_id, unit_id);
