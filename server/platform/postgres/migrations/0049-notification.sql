-- What people have to be told of: one row for each event and whoever hears of it. What a row says is read from its record
-- with the rights of whoever reads, so a row holds no word of it.
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  kind text NOT NULL
    CHECK (kind IN ('new', 'handed', 'taken', 'overdue', 'refused', 'circulated', 'closed')),
  -- NULL: the group of an Aufgabe that nobody has taken yet. One row for all of it, however many they are.
  person_id uuid REFERENCES person,
  -- The person's id, or `role@unit` of the group: one index finds both.
  audience text NOT NULL,
  aufgabe_id uuid REFERENCES aufgabe,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  -- Whoever did it need not be told of it; NULL: nobody of the office.
  by_id uuid REFERENCES person,
  at timestamptz NOT NULL,
  CHECK (audience = person_id::text OR (person_id IS NULL AND aufgabe_id IS NOT NULL))
);
CALL protect_by_mandant('notification', 'SELECT, INSERT, DELETE');
-- Whoever may see the Aufgabe may know that somebody was told of it: a deputy reads what waits for the absent one.
CALL protect_by_person('notification', $$
  person_id = (SELECT current_viewer())
  OR (kind IN ('new', 'handed', 'overdue') AND EXISTS (SELECT FROM aufgabe a WHERE a.id = notification.aufgabe_id))
$$);
CREATE INDEX notification_of_audience ON notification (mandant_id, audience, at DESC);
CREATE INDEX notification_of_aufgabe ON notification (aufgabe_id);
CREATE INDEX notification_of_vorgang ON notification (vorgang_id);

-- Who has read what. Of a group, and of whoever stands in for somebody, each reads for themselves.
CREATE TABLE notification_read (
  mandant_id uuid NOT NULL REFERENCES mandant,
  notification_id uuid NOT NULL REFERENCES notification ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (notification_id, person_id)
);
CALL protect_by_mandant('notification_read', 'SELECT, INSERT, DELETE');
CALL protect_by_person('notification_read', $$ person_id = (SELECT current_viewer()) $$);

-- How somebody wants to be told, and when not: on the server, so that it is the same at every desk.
CREATE TABLE notification_rules (
  person_id uuid PRIMARY KEY REFERENCES person,
  mandant_id uuid NOT NULL REFERENCES mandant,
  rules jsonb NOT NULL
);
CALL protect_by_mandant('notification_rules', 'SELECT, INSERT, UPDATE (rules), DELETE');
CALL protect_by_person('notification_rules', $$ person_id = (SELECT current_viewer()) $$);
