-- Whoever may accept an Ersuchen is told by the bell, and whoever asked that it is accepted (F39). An Ersuchen that waits lies in
-- no Vorgang yet; it is told to all who may accept it by one row.
ALTER TABLE notification
  ADD COLUMN ersuchen_id uuid,
  ALTER COLUMN vorgang_id DROP NOT NULL,
  DROP CONSTRAINT notification_kind_check,
  DROP CONSTRAINT notification_check,
  ADD CONSTRAINT notification_kind_check
    CHECK (kind IN ('new', 'handed', 'taken', 'overdue', 'refused', 'circulated', 'closed', 'asked', 'accepted')),
  ADD CONSTRAINT notification_check CHECK (audience = person_id::text
    OR (person_id IS NULL AND (aufgabe_id IS NOT NULL OR ersuchen_id IS NOT NULL))),
  ADD CONSTRAINT notification_ersuchen_check
    CHECK ((kind = 'asked') = (ersuchen_id IS NOT NULL) AND (kind = 'asked') = (vorgang_id IS NULL)),
  ADD CONSTRAINT notification_of_ersuchen
    FOREIGN KEY (mandant_id, ersuchen_id) REFERENCES ersuchen ON DELETE CASCADE;
CALL protect_by_person('notification', $$
  person_id = (SELECT current_viewer())
  OR (kind IN ('new', 'handed', 'overdue') AND EXISTS (SELECT FROM aufgabe a WHERE a.id = notification.aufgabe_id))
  OR (kind = 'asked' AND EXISTS (SELECT FROM ersuchen e
        WHERE e.mandant_id = notification.mandant_id AND e.id = notification.ersuchen_id))
$$);
CREATE INDEX notification_of_ersuchen ON notification (mandant_id, ersuchen_id) WHERE ersuchen_id IS NOT NULL;
-- Rules that were kept before say nothing of the new kinds: they are told as everybody is who has set up nothing.
UPDATE notification_rules
   SET rules = jsonb_set(rules, '{kinds}', '{"asked": "app", "accepted": "app"}'::jsonb || (rules -> 'kinds'))
 WHERE rules ? 'kinds';

-- What was asked of us and became no record of ours is erased (Art. 5 Abs. 1 Buchst. e DSGVO). Who asked, when, and how it ended
-- with which reason stay.
ALTER TABLE ersuchen
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT ersuchen_erased CHECK (erased_at IS NULL
    OR (direction = 'erhalten' AND vorgang_id IS NULL AND state IN ('abgelehnt', 'zurueckgenommen')
        AND betreff = '' AND question = '' AND frist IS NULL AND dokumente = '{}'));
GRANT UPDATE (betreff, question, frist, dokumente, erased_at) ON ersuchen TO laufmappe_app;
CREATE INDEX ersuchen_to_erase ON ersuchen (mandant_id, ended_at)
  WHERE direction = 'erhalten' AND vorgang_id IS NULL AND ended_at IS NOT NULL AND erased_at IS NULL;
