-- What somebody marked in a Dokument to be blackened, and what came of it. Marks are places and reasons; the words below
-- them stand nowhere but in the original.

CREATE TABLE schwaerzung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  dokument_id uuid NOT NULL REFERENCES dokument ON DELETE CASCADE,
  -- The version whose pages are marked.
  nummer integer NOT NULL,
  state text NOT NULL CHECK (state IN ('entwurf', 'erstellt', 'verworfen')),
  version integer NOT NULL DEFAULT 1,
  marks jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  -- The redacted Dokument; gone where its Vorgang was destroyed before that of the original.
  result_id uuid REFERENCES dokument ON DELETE SET NULL,
  CHECK (state = 'erstellt' OR result_id IS NULL)
);
CALL protect_by_mandant('schwaerzung',
  'SELECT, INSERT, UPDATE (nummer, state, version, marks, changed_at, changed_by, result_id)');
CALL protect_by_person('schwaerzung', $$ EXISTS (SELECT FROM dokument d WHERE d.id = schwaerzung.dokument_id) $$);
CREATE INDEX schwaerzung_of_dokument ON schwaerzung (dokument_id);
CREATE UNIQUE INDEX schwaerzung_draft ON schwaerzung (dokument_id) WHERE state = 'entwurf';
CREATE INDEX schwaerzung_result ON schwaerzung (result_id) WHERE result_id IS NOT NULL;
