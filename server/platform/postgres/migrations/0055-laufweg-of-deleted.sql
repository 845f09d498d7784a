-- A draft that went round and was signed by nobody may be deleted by the Registratur: it leaves the Umlaufmappe with its
-- version. 0042 had held the version for ever.
ALTER TABLE laufweg_dokument
  DROP CONSTRAINT laufweg_dokument_dokument_version_id_fkey,
  ADD CONSTRAINT laufweg_dokument_dokument_version_id_fkey
    FOREIGN KEY (dokument_version_id) REFERENCES dokument_version ON DELETE CASCADE;
