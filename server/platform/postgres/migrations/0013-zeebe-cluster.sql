-- Which cluster the instances of a Mandant run on. A broker whose data was wiped, or that an old backup was put back
-- into, looks like one on which everything has ended, and gives the same keys out again.
CREATE TABLE engine.zeebe_cluster (
  mandant_id uuid PRIMARY KEY REFERENCES mandant,
  -- Id of a message that the cluster keeps for us; a cluster that does not know it is another one, or an older state.
  marker uuid NOT NULL,
  marked_at timestamptz NOT NULL
);
CALL protect_by_mandant('engine.zeebe_cluster', 'SELECT, INSERT, UPDATE');
