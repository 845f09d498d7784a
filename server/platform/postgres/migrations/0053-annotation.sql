-- What people have noted on the pages of a Dokument: records of their own, never part of its bytes. They follow the Dokument
-- in everything, who sees it and when it goes, and are evidence of nothing (DECISIONS 63).
CREATE TABLE annotation (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  dokument_id uuid NOT NULL REFERENCES dokument ON DELETE CASCADE,
  -- The version whose pages the places are meant for; deleted with it.
  dokument_version_id uuid NOT NULL REFERENCES dokument_version ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('highlight', 'note')),
  page integer NOT NULL CHECK (page BETWEEN 1 AND 10000),
  -- Left, bottom, right, top in points of the PDF; empty: a note to the page as a whole.
  boxes jsonb NOT NULL CHECK (jsonb_typeof(boxes) = 'array' AND jsonb_array_length(boxes) <= 100),
  text text NOT NULL CHECK (length(text) <= 2000),
  author_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  changed_at timestamptz,
  -- Out of sight; kept so that it can come back.
  removed_at timestamptz,
  removed_by_id uuid REFERENCES person,
  version integer NOT NULL DEFAULT 1,
  CHECK (kind = 'note' OR jsonb_array_length(boxes) > 0),
  CHECK (kind = 'highlight' OR text <> ''),
  CHECK ((removed_at IS NULL) = (removed_by_id IS NULL))
);
CALL protect_by_mandant('annotation',
  'SELECT, INSERT, UPDATE (text, changed_at, removed_at, removed_by_id, version)');
CALL protect_by_person('annotation', $$ EXISTS (SELECT FROM dokument d WHERE d.id = annotation.dokument_id) $$);
CREATE INDEX annotation_of_dokument ON annotation (dokument_id);
CREATE INDEX annotation_of_version ON annotation (dokument_version_id);
