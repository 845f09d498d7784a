-- Files on their way in, piece by piece. A piece is an object of the store as soon as it is whole, so an upload outlives a
-- broken line, a killed server and a change of the server behind the load balancer. It is no record: whoever files what
-- came takes the row away, and what nobody takes is removed after a day.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  file_name text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  -- What the sender says the whole is; NULL where it cannot tell.
  announced_sha256 text,
  received bigint NOT NULL DEFAULT 0 CHECK (received <= size),
  -- The whole, once it is an object.
  sha256 text,
  touched_at timestamptz NOT NULL
);
CALL protect_by_mandant('upload', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX upload_by_person ON upload (mandant_id, person_id);
CREATE INDEX upload_by_age ON upload (mandant_id, touched_at);
CREATE INDEX upload_object ON upload (sha256);

CREATE TABLE upload_part (
  mandant_id uuid NOT NULL REFERENCES mandant,
  upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
  start bigint NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  sha256 text NOT NULL,
  PRIMARY KEY (upload_id, start)
);
CALL protect_by_mandant('upload_part', 'SELECT, INSERT, DELETE');
CREATE INDEX upload_part_object ON upload_part (sha256);

CREATE INDEX aussonderung_object ON aussonderung (sha256);

-- The tables whose `sha256` names an object (see 0018).
CREATE FUNCTION object_columns() RETURNS SETOF regclass
  LANGUAGE sql STABLE SET search_path = pg_catalog
  AS $$
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attname = 'sha256' AND NOT a.attisdropped AND c.relname <> 'schema_migration'
     ORDER BY c.relname
  $$;

-- Of many hashes those that nothing refers to, over all Mandanten: objects are shared by content. It answers about hashes
-- that the asker already has, and nothing else. One statement for a thousand of them: asked one by one, 20 million objects
-- would be 20 million round trips.
CREATE FUNCTION unreferenced_objects(hashes text[]) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE
      used text;
    BEGIN
      SELECT string_agg(format('EXISTS (SELECT FROM %s t WHERE t.sha256 = h)', place), ' OR ')
        INTO used FROM object_columns() AS place;
      RETURN QUERY EXECUTE format('SELECT h FROM unnest($1) h WHERE NOT (%s)', used) USING hashes;
    END
  $$;
REVOKE ALL ON FUNCTION unreferenced_objects(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unreferenced_objects(text[]) TO laufmappe_app;

-- What `npm run pruefe` found: per Mandant, so that each can prove it for itself, and the health page tells of the last one.
CREATE TABLE consistency_result (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  at timestamptz NOT NULL,
  depth text NOT NULL CHECK (depth IN ('sample', 'all')),
  referenced bigint NOT NULL,
  -- Faults that are still there after the repairs of this run.
  object_faults integer NOT NULL,
  row_faults integer NOT NULL,
  protokoll text NOT NULL CHECK (protokoll IN ('proved', 'broken'))
);
CALL protect_by_mandant('consistency_result', 'SELECT, INSERT');
CREATE INDEX consistency_result_latest ON consistency_result (mandant_id, at DESC);
