-- An import marked each Dokument twice, by its own row and by that of its version, and its Akte and its Vorgang anew with each
-- number that they counted: 24 rows of the queue for a Vorgang of ten Dokumente, where twelve say the same.
DROP TRIGGER marked_for_search ON dokument_version;
DROP TRIGGER marked_for_search ON dokument;
DROP TRIGGER marked_for_search ON vorgang;
DROP TRIGGER marked_for_search ON akte;
DROP FUNCTION mark_for_search();

CREATE FUNCTION mark_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (mandant_id, kind, record_id) VALUES (NEW.mandant_id, TG_ARGV[0], NEW.id);
  RETURN NULL;
END $$;

-- All versions of one statement at once. A Dokument comes with its first version and is marked by that.
CREATE FUNCTION mark_dokumente_of_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (mandant_id, kind, record_id) SELECT DISTINCT mandant_id, 'dokument', dokument_id FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER marked_for_search AFTER INSERT ON dokument_version REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION mark_dokumente_of_versions();
CREATE TRIGGER marked_for_search AFTER UPDATE ON dokument FOR EACH ROW EXECUTE FUNCTION mark_for_search('dokument');

-- Everything but the counters, so that a column which comes later is not forgotten here.
CREATE FUNCTION said_of_record(record jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN record - ARRAY['last_vorgang', 'last_teilakte', 'last_dokument', 'last_teilvorgang'];
CREATE TRIGGER marked_for_search AFTER INSERT ON vorgang FOR EACH ROW EXECUTE FUNCTION mark_for_search('vorgang');
CREATE TRIGGER marked_for_search_anew AFTER UPDATE ON vorgang FOR EACH ROW
  WHEN (said_of_record(to_jsonb(OLD)) IS DISTINCT FROM said_of_record(to_jsonb(NEW)))
  EXECUTE FUNCTION mark_for_search('vorgang');
CREATE TRIGGER marked_for_search AFTER INSERT ON akte FOR EACH ROW EXECUTE FUNCTION mark_for_search('akte');
CREATE TRIGGER marked_for_search_anew AFTER UPDATE ON akte FOR EACH ROW
  WHEN (said_of_record(to_jsonb(OLD)) IS DISTINCT FROM said_of_record(to_jsonb(NEW)))
  EXECUTE FUNCTION mark_for_search('akte');
