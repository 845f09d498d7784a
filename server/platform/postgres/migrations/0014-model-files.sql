-- A file may hold several processes, and a process may come back to bytes that it had before: bytes are kept once.
CREATE TABLE engine.model_file (
  mandant_id uuid NOT NULL REFERENCES mandant,
  sha256 text NOT NULL,
  -- As they were uploaded; a model that was exported again must be the same file.
  content bytea NOT NULL,
  PRIMARY KEY (mandant_id, sha256)
);
CALL protect_by_mandant('engine.model_file', 'SELECT, INSERT');

INSERT INTO engine.model_file (mandant_id, sha256, content)
  SELECT DISTINCT ON (mandant_id, sha256) mandant_id, sha256, resource FROM engine.definition;
ALTER TABLE engine.definition
  DROP COLUMN resource,
  ADD FOREIGN KEY (mandant_id, sha256) REFERENCES engine.model_file;
