-- Decisions (DMN) that business rule tasks ask for.

-- A file with all its decisions. Its id is that of its definitions; the newest version is in force.
CREATE TABLE engine.decision_model (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  model_id text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  -- The bytes as they were uploaded; a model that was exported again must be the same file.
  resource bytea NOT NULL,
  deployed_at timestamptz NOT NULL,
  deployed_by text NOT NULL,
  UNIQUE (mandant_id, model_id, version)
);
CALL protect_by_mandant('engine.decision_model', 'SELECT, INSERT');

-- Decisions count their versions themselves, as on Zeebe: one may move from file to file.
CREATE TABLE engine.decision (
  mandant_id uuid NOT NULL REFERENCES mandant,
  decision_id text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  model_key bigint NOT NULL REFERENCES engine.decision_model,
  PRIMARY KEY (mandant_id, decision_id, version)
);
CALL protect_by_mandant('engine.decision', 'SELECT, INSERT');
CREATE INDEX decision_of_model ON engine.decision (model_key);

-- Which files the cluster has.
CREATE TABLE engine.zeebe_decision_model (
  mandant_id uuid NOT NULL REFERENCES mandant,
  model_key bigint PRIMARY KEY REFERENCES engine.decision_model
);
CALL protect_by_mandant('engine.zeebe_decision_model', 'SELECT, INSERT');

-- A cluster knows no Mandanten: whether another one has different bytes there under this file or one of these decisions.
-- Like engine.zeebe_conflict a hole in row-level security that answers yes or no.
CREATE FUNCTION engine.zeebe_decision_conflict(of_model text, of_sha256 text, of_decisions text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = engine, public
  AS $$
    SELECT EXISTS (
      SELECT FROM decision_model m JOIN zeebe_decision_model z ON z.model_key = m.key
       WHERE m.mandant_id <> public.current_mandant() AND m.sha256 <> of_sha256
         AND (m.model_id = of_model
           OR EXISTS (SELECT FROM decision d WHERE d.model_key = m.key AND d.decision_id = ANY (of_decisions))))
  $$;
REVOKE ALL ON FUNCTION engine.zeebe_decision_conflict(text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.zeebe_decision_conflict(text, text, text[]) TO laufmappe_app;
