-- Which tiles somebody has on their board, in which order: on the server, so that it is the same at every desk.
CREATE TABLE board (
  person_id uuid PRIMARY KEY REFERENCES person,
  mandant_id uuid NOT NULL REFERENCES mandant,
  board jsonb NOT NULL
);
CALL protect_by_mandant('board', 'SELECT, INSERT, UPDATE (board)');
CALL protect_by_person('board', $$ person_id = (SELECT current_viewer()) $$);
