-- Who had a Dokument last: asked when somebody brings back what was taken from them.
CREATE INDEX dokument_checkout_of_dokument ON dokument_checkout (dokument_id, person_id, ended_at);
