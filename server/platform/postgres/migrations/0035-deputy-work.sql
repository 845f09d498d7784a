-- Work that a deputy does for somebody who is away. Done by the deputy, for the other one: both stand there, so that the
-- history says whose hand it was and four eyes know whose office has spoken already.
ALTER TABLE aufgabe ADD COLUMN completed_for uuid REFERENCES person;
ALTER TABLE zeichnung ADD COLUMN fuer_id uuid REFERENCES person;
