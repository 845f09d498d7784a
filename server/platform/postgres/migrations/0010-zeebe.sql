-- Processes that run on a Zeebe cluster. The cluster keeps their tokens; these rows are what this server knows and owes.

-- Where an instance runs. It ends where it began, whatever new instances start on. Keys do not collide: Zeebe's begin
-- at 2^51.
ALTER TABLE engine.instance ADD COLUMN engine text NOT NULL DEFAULT 'embedded' CHECK (engine IN ('embedded', 'zeebe'));

-- Which of our definitions a process definition of the cluster is. Two Mandanten with the same bytes share one there.
CREATE TABLE engine.zeebe_definition (
  mandant_id uuid NOT NULL REFERENCES mandant,
  zeebe_key bigint NOT NULL,
  definition_key bigint NOT NULL REFERENCES engine.definition,
  PRIMARY KEY (mandant_id, zeebe_key)
);
CALL protect_by_mandant('engine.zeebe_definition', 'SELECT, INSERT, UPDATE');
CREATE INDEX zeebe_definition_of_ours ON engine.zeebe_definition (definition_key);

-- A cluster knows no Mandanten: whether another one runs different bytes under this process id, or starts another
-- process by the same message. The third hole in row-level security; it answers yes or no.
CREATE FUNCTION engine.zeebe_conflict(of_process text, of_sha256 text, messages text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = engine, public
  AS $$
    SELECT EXISTS (
      SELECT FROM (SELECT DISTINCT ON (d.mandant_id, d.process_id) d.* FROM definition d
                    WHERE EXISTS (SELECT FROM zeebe_definition z WHERE z.definition_key = d.key)
                    ORDER BY d.mandant_id, d.process_id, d.version DESC) newest
       WHERE newest.mandant_id <> public.current_mandant()
         AND ((process_id = of_process AND sha256 <> of_sha256)
           OR (process_id <> of_process
               AND EXISTS (SELECT FROM jsonb_array_elements(message_starts) s WHERE s ->> 'messageName' = ANY (messages)))))
  $$;
REVOKE ALL ON FUNCTION engine.zeebe_conflict(text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.zeebe_conflict(text, text, text[]) TO laufmappe_app;

-- Messages on their way: dedupes for longer than the broker does, and says what has not become an instance yet.
CREATE TABLE engine.zeebe_message (
  mandant_id uuid NOT NULL REFERENCES mandant,
  name text NOT NULL,
  correlation_key text NOT NULL,
  message_id text NOT NULL,
  -- 'instance': it starts one, which has not been seen yet.
  expects text NOT NULL CHECK (expects IN ('instance', 'nothing')),
  correlation_id uuid,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (mandant_id, name, correlation_key, message_id)
);
CALL protect_by_mandant('engine.zeebe_message', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX zeebe_message_underway ON engine.zeebe_message (mandant_id, correlation_key) WHERE expects = 'instance';

-- Jobs that the cluster has lent us. A row outlives its job, so that a late delivery does nothing twice.
CREATE TABLE engine.zeebe_job (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  element_key bigint NOT NULL,
  element_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('service', 'user')),
  type text NOT NULL,
  headers jsonb NOT NULL,
  variables jsonb NOT NULL,
  -- open: to be done; sending: done here, the cluster has to hear of it; done, gone: over.
  state text NOT NULL CHECK (state IN ('open', 'sending', 'done', 'gone')),
  retries integer NOT NULL,
  back_off_until timestamptz,
  -- Before the first attempt to tell the cluster: if it then knows no such job, it was this server that ended it.
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  -- Last delivery or answer that the job is still there.
  seen_at timestamptz NOT NULL
);
CALL protect_by_mandant('engine.zeebe_job', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX zeebe_job_due ON engine.zeebe_job (mandant_id, key) WHERE kind = 'service' AND state = 'open' AND retries > 0;
CREATE INDEX zeebe_job_of_instance ON engine.zeebe_job (instance_key) WHERE state IN ('open', 'sending');
CREATE INDEX zeebe_job_seen ON engine.zeebe_job (mandant_id, seen_at) WHERE state = 'open';

CREATE TABLE engine.zeebe_instance (
  instance_key bigint PRIMARY KEY REFERENCES engine.instance,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- Messages that can reach the instance at any time, by its model.
  awaits text[] NOT NULL,
  seen_at timestamptz NOT NULL
);
CALL protect_by_mandant('engine.zeebe_instance', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX zeebe_instance_seen ON engine.zeebe_instance (mandant_id, seen_at);
