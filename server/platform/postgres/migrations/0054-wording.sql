-- How one authority says the words of the interface: Geschäftszeichen instead of Aktenzeichen. Forms in the order of the
-- contract's TERMS; NULL: as everybody says it, again. Records and what leaves the house keep the words of the standards.
CREATE TABLE wording (
  mandant_id uuid NOT NULL REFERENCES mandant,
  term text NOT NULL CHECK (term ~ '^[a-z]{1,40}$'),
  language text NOT NULL CHECK (language IN ('de', 'en')),
  forms text[] CHECK (cardinality(forms) BETWEEN 1 AND 8 AND array_position(forms, NULL) IS NULL),
  version int NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (mandant_id, term, language)
);
CALL protect_by_mandant('wording', 'SELECT, INSERT, UPDATE');
