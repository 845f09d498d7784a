-- Existing files taken over from another system. Rows say what a run has made already, so that it can go on after a crash.
CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- SHA-256 of the manifest: the same manifest goes on with its run. (No object, hence not `sha256`.)
  manifest_hash text NOT NULL,
  source_name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('whole', 'good')),
  line_count integer NOT NULL,
  refused_count integer NOT NULL,
  begun_at timestamptz NOT NULL,
  finished_at timestamptz,
  UNIQUE (mandant_id, manifest_hash)
);
CALL protect_by_mandant('import_run', 'SELECT, INSERT, UPDATE (finished_at)');

-- No foreign keys to the records: they may be destroyed long after.
CREATE TABLE import_akte (
  mandant_id uuid NOT NULL REFERENCES mandant,
  run_id uuid NOT NULL REFERENCES import_run,
  akte_key text NOT NULL,
  akte_id uuid NOT NULL,
  PRIMARY KEY (run_id, akte_key)
);
CALL protect_by_mandant('import_akte', 'SELECT, INSERT');

CREATE TABLE import_vorgang (
  mandant_id uuid NOT NULL REFERENCES mandant,
  run_id uuid NOT NULL REFERENCES import_run,
  akte_key text NOT NULL,
  vorgang_key text NOT NULL,
  vorgang_id uuid NOT NULL,
  dokument_count integer NOT NULL,
  PRIMARY KEY (run_id, akte_key, vorgang_key)
);
CALL protect_by_mandant('import_vorgang', 'SELECT, INSERT');
