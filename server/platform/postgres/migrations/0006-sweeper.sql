-- Objects are shared by content, so whether anybody still refers to one is asked across all Mandanten. The function
-- answers yes or no about a hash that the asker already has, and nothing else.
CREATE FUNCTION object_is_referenced(hash text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT 1 FROM eingang WHERE sha256 = hash)
        OR EXISTS (SELECT 1 FROM eingang_part WHERE sha256 = hash)
        OR EXISTS (SELECT 1 FROM dokument_version WHERE sha256 = hash)
        OR EXISTS (SELECT 1 FROM aussonderung WHERE sha256 = hash)
  $$;
REVOKE ALL ON FUNCTION object_is_referenced(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION object_is_referenced(text) TO laufmappe_app;

CREATE INDEX eingang_object ON eingang (sha256);
CREATE INDEX eingang_part_object ON eingang_part (sha256);
CREATE INDEX dokument_version_object ON dokument_version (sha256);
