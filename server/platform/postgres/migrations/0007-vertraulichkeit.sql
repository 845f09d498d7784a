-- Classified Vorgaenge never leave by an automatic transfer (Verschlusssachenanweisung; xdomea, Vertraulichkeitsstufe).
ALTER TABLE vorgang ADD COLUMN vertraulichkeitsstufe text NOT NULL DEFAULT 'offen'
  CHECK (vertraulichkeitsstufe IN ('offen', 'nurFuerDenDienstgebrauch', 'vertraulich', 'geheim', 'strengGeheim'));
