-- Renditions: what is made from a version so that it can be looked at and archived. Derived and never the original: each can
-- be made anew from the version, and none is part of a hash, a signature or the Protokoll. The table is also their queue.
CREATE TABLE dokument_rendition (
  mandant_id uuid NOT NULL REFERENCES mandant,
  dokument_id uuid NOT NULL,
  nummer integer NOT NULL,
  -- 'pdfa': PDF/A-2b of an office file, for the eye and for the archive. 'thumbnail': small picture of the first page.
  kind text NOT NULL CHECK (kind IN ('pdfa', 'thumbnail')),
  state text NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
  reason text,
  -- The bytes; the name of the column keeps them in the store (0018).
  sha256 text,
  size bigint,
  -- The newest is made first: what somebody has just filed is what they look at.
  wanted_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (dokument_id, nummer, kind),
  -- With the version its renditions go, whoever deletes it.
  FOREIGN KEY (dokument_id, nummer) REFERENCES dokument_version (dokument_id, nummer) ON DELETE CASCADE,
  CHECK ((state = 'ready') = (sha256 IS NOT NULL)),
  CHECK ((sha256 IS NULL) = (size IS NULL)),
  CHECK ((state = 'failed') = (reason IS NOT NULL))
);
CALL protect_by_mandant('dokument_rendition', 'SELECT, INSERT, UPDATE');
CALL protect_by_person('dokument_rendition', $$
  EXISTS (SELECT FROM dokument d WHERE d.id = dokument_rendition.dokument_id)
$$);
CREATE INDEX dokument_rendition_due ON dokument_rendition (mandant_id, wanted_at DESC) WHERE state = 'waiting';
CREATE INDEX dokument_rendition_without_program ON dokument_rendition (mandant_id) WHERE reason = 'notInstalled';
CREATE INDEX dokument_rendition_object ON dokument_rendition (sha256);
