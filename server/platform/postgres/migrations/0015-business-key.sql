-- By what is looked for first: where every row is the same Mandant's, an index that begins with the Mandant invites
-- PostgreSQL to read all instances through it.
DROP INDEX engine.instance_by_business_key;
CREATE INDEX instance_by_business_key ON engine.instance (business_key, mandant_id) WHERE business_key IS NOT NULL;
