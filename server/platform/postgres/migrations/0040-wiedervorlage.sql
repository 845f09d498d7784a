-- What somebody has put aside for themselves until a day. It changes nothing for anybody else, and not the Frist.
CREATE TABLE wiedervorlage (
  mandant_id uuid NOT NULL REFERENCES mandant,
  aufgabe_id uuid NOT NULL REFERENCES aufgabe,
  person_id uuid NOT NULL REFERENCES person,
  day date NOT NULL,
  art text NOT NULL CHECK (art IN ('ausblenden', 'erinnern')),
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (aufgabe_id, person_id)
);
CALL protect_by_mandant('wiedervorlage', 'SELECT, INSERT, UPDATE (day, art, note, created_at), DELETE');
CALL protect_by_person('wiedervorlage', $$ person_id = (SELECT current_viewer()) $$);
CREATE INDEX wiedervorlage_of_person ON wiedervorlage (mandant_id, person_id, day);

-- Whoever gets an Aufgabe must see it, also where they once had it and put it aside: all Wiedervorlagen end when it
-- changes hands. A trigger, because it changes hands in five acts, and whoever hands it over sees only their own.
CREATE FUNCTION end_wiedervorlagen() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM wiedervorlage WHERE aufgabe_id = NEW.id AND mandant_id = NEW.mandant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER end_wiedervorlagen AFTER UPDATE OF assignee_id, state ON aufgabe FOR EACH ROW
  WHEN (OLD.assignee_id IS DISTINCT FROM NEW.assignee_id OR OLD.state <> NEW.state)
  EXECUTE FUNCTION end_wiedervorlagen();

-- How somebody arranges their list of Aufgaben: on the server, so that it is the same at every desk.
CREATE TABLE aufgaben_layout (
  person_id uuid PRIMARY KEY REFERENCES person,
  mandant_id uuid NOT NULL REFERENCES mandant,
  layout jsonb NOT NULL
);
CALL protect_by_mandant('aufgaben_layout', 'SELECT, INSERT, UPDATE (layout)');
CALL protect_by_person('aufgaben_layout', $$ person_id = (SELECT current_viewer()) $$);
