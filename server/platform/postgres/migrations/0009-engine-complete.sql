-- The engine grows: calls between processes, signals, large values, moved instances, and what happened before.

ALTER TABLE engine.definition
  -- Start event without a trigger, by which call activities start it; null where there is none.
  ADD COLUMN start_id text,
  -- Versions of the processes that its call activities name, as they were when it was deployed: { processId: key }
  ADD COLUMN pinned jsonb NOT NULL DEFAULT '{}';

ALTER TABLE engine.instance
  -- Correlation key of the message that started it. Only such instances run one at a time; the business key says which
  -- Vorgang an instance works on, and children work on the one of their parent.
  ADD COLUMN start_key text,
  ADD COLUMN parent_key bigint REFERENCES engine.instance,
  -- The call activity that waits for it in the parent.
  ADD COLUMN parent_element_key bigint,
  -- Top of its tree of calls: the one row that a command locks, so that parent and child never wait for each other.
  ADD COLUMN top_key bigint;
UPDATE engine.instance SET start_key = business_key, top_key = key;
ALTER TABLE engine.instance ALTER COLUMN top_key SET NOT NULL;
DROP INDEX engine.instance_runs_once;
CREATE UNIQUE INDEX instance_runs_once ON engine.instance (mandant_id, process_id, start_key) WHERE status = 'active';
CREATE INDEX instance_of_parent ON engine.instance (parent_key, parent_element_key) WHERE status = 'active';
-- A command rewrites the state and no indexed column: with room on the page, that touches no index.
ALTER TABLE engine.instance SET (fillfactor = 90);

-- Values of more than 8 kB, which a command would otherwise write again each time. Named by their hash.
CREATE TABLE engine.large_value (
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  sha256 text NOT NULL,
  value jsonb NOT NULL,
  PRIMARY KEY (instance_key, sha256)
);
CALL protect_by_mandant('engine.large_value', 'SELECT, INSERT, DELETE');

CREATE TABLE engine.signal_subscription (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  element_key bigint NOT NULL,
  target_id text NOT NULL,
  name text NOT NULL
);
CALL protect_by_mandant('engine.signal_subscription', 'SELECT, INSERT, DELETE');
CREATE INDEX signal_subscription_of_element ON engine.signal_subscription (element_key);
CREATE INDEX signal_subscription_by_name ON engine.signal_subscription (mandant_id, name);

-- Every command that an instance took, with all that the pure core saw: played again, they give the same state. For
-- finding out how an instance came to where it stands; removed a week after its end.
CREATE TABLE engine.command_log (
  -- First key of the block that the command drew its keys from; grows within an instance.
  first_key bigint NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL,
  definition_key bigint NOT NULL,
  at timestamptz NOT NULL,
  command jsonb NOT NULL,
  PRIMARY KEY (instance_key, first_key)
);
CALL protect_by_mandant('engine.command_log', 'SELECT, INSERT, DELETE');

-- History of both engines: where a token was, from when to when, and how it went on. Only ever appended.
--   entered, completed, terminated   one element instance; `passed` is entered and completed in the same moment
--   incident, resolved               `detail` says which: { key, type, message }
CREATE TABLE engine.event (
  mandant_id uuid NOT NULL REFERENCES mandant,
  at timestamptz NOT NULL,
  instance_key bigint NOT NULL,
  element_key bigint NOT NULL,
  version integer NOT NULL,
  process_id text NOT NULL,
  element_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('entered', 'completed', 'terminated', 'passed', 'incident', 'resolved')),
  detail jsonb
) PARTITION BY RANGE (at);
CALL protect_by_mandant('engine.event', 'SELECT, INSERT');
CREATE INDEX event_of_instance ON engine.event (instance_key, element_key);
CREATE INDEX event_of_process ON engine.event (mandant_id, process_id, at);

-- Takes what has no month yet, e.g. while nobody could make one, or in a demo whose clock is years ahead.
CREATE TABLE engine.event_default PARTITION OF engine.event DEFAULT;
CALL protect_by_mandant('engine.event_default', 'SELECT');

-- Makes the partitions of the month of `since` and of the three that follow. A month that already has rows in the
-- default partition stays there. Attaching waits for nobody longer than two seconds; the next run tries again.
CREATE FUNCTION engine.make_event_partitions(since date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' SET timezone = 'UTC'
  AS $$
DECLARE
  month date;
  partition text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('engine.event partitions', 0));
  FOR ahead IN 0..3 LOOP
    month := date_trunc('month', since)::date + make_interval(months => ahead);
    partition := format('engine.event_%s', to_char(month, 'YYYY_MM'));
    CONTINUE WHEN to_regclass(partition) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE %s (LIKE engine.event INCLUDING ALL)', partition);
      EXECUTE format('CALL protect_by_mandant(%L, %L)', partition, 'SELECT');
      EXECUTE format('ALTER TABLE engine.event ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
                     partition, month, month + interval '1 month');
      made := made + 1;
    EXCEPTION WHEN check_violation OR lock_not_available THEN
      -- The block is undone as a whole; the rows of this month go on to lie in the default partition.
    END;
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION engine.make_event_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.make_event_partitions(date) TO laufmappe_app;
SELECT engine.make_event_partitions(current_date);

-- A migration gives what waits the ids of another model.
GRANT UPDATE (target_id) ON engine.timer, engine.message_subscription, engine.signal_subscription TO laufmappe_app;
GRANT UPDATE (element_id) ON engine.incident TO laufmappe_app;
