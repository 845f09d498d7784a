-- What waits for a second person is a handful among all that was ever handed over: without this a list of 300,000 was read
-- through for it, 0.4 s.
CREATE INDEX weitergabe_of_state ON weitergabe (mandant_id, state, created_at DESC, id DESC);
