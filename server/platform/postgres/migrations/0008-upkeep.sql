-- What the first weeks of an installation showed to be missing: rows that pile up, timers that stand in the way, and one
-- rule of the engine that only a lock had kept.

-- The row lock is the lease of a follow-up (DECISIONS.md, 3); a time was never written here.
ALTER TABLE outbox DROP COLUMN lease_until;
-- Done follow-ups and answered idempotency keys are removed after a month.
GRANT DELETE ON outbox TO laufmappe_app;

-- A timer that cannot fire is tried again later and does not hold up those behind it.
ALTER TABLE engine.timer ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE engine.timer ADD COLUMN retry_at timestamptz;
GRANT UPDATE (attempts, retry_at) ON engine.timer TO laufmappe_app;

-- One instance of a process runs for a Vorgang at a time. Two start messages of different names have different locks.
CREATE UNIQUE INDEX instance_runs_once ON engine.instance (mandant_id, process_id, business_key) WHERE status = 'active';
