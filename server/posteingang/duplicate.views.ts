import type { DuplicateReason, DuplicateView, LinkedView } from '../contract/eingang-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { EingangView, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

const SENTENCES: Readonly<Record<DuplicateReason, Sentence>> = {
  bytes: { de: 'Dublette: dieselben Bytes liegen schon vor', en: 'Duplicate: the same bytes are already here' },
  message: { de: 'Dublette: dieselbe E-Mail liegt schon vor', en: 'Duplicate: the same e-mail is already here' },
  number: {
    de: 'Dublette: dieselbe Nummer desselben Absenders liegt schon vor',
    en: 'Duplicate: the same number of the same sender is already here',
  },
  text: {
    de: 'Dublette? Fast derselbe Text liegt schon vor',
    en: 'Duplicate? Nearly the same text is already here',
  },
};

/** Why an Eingang may be another one again, in a sentence. */
export function duplicateSentence(reason: DuplicateReason): Sentence {
  return SENTENCES[reason];
}

interface FoundRow extends Omit<DuplicateView, 'reason' | 'receivedAt'> {
  readonly reason: DuplicateReason;
  readonly receivedAt: Date;
}

/** What an Eingang may be again, what is linked to it, and what it is linked to: as far as the person sees these. */
export async function loadDuplicates(
  queries: Queries,
  id: Id,
): Promise<Pick<EingangView, 'duplicates' | 'linked' | 'linkedTo'>> {
  const found = await queries.query<FoundRow>(
    `SELECT o.id, p.reason, coalesce(nullif(o.examination ->> 'title', ''), o.file_name) AS title,
            coalesce(o.examination ->> 'sender', '') AS sender, o.received_at AS "receivedAt", o.state, v.aktenzeichen
       FROM eingang_duplicate p JOIN eingang o ON o.id = p.of_id LEFT JOIN vorgang v ON v.id = o.vorgang_id
      WHERE p.eingang_id = $1 AND o.state IN ('geprueft', 'klaerung', 'zugeordnet')
      ORDER BY array_position(ARRAY['bytes', 'message', 'number', 'text'], p.reason), o.received_at LIMIT 5`,
    [id],
  );
  const linked = await queries.query<Omit<LinkedView, 'receivedAt'> & { receivedAt: Date }>(
    `SELECT id, version, coalesce(nullif(examination ->> 'title', ''), file_name) AS title, received_at AS "receivedAt"
       FROM eingang WHERE linked_to = $1 ORDER BY received_at LIMIT 20`,
    [id],
  );
  const [linkedTo] = await queries.query<{ id: Id; title: string }>(
    `SELECT o.id, coalesce(nullif(o.examination ->> 'title', ''), o.file_name) AS title
       FROM eingang e JOIN eingang o ON o.id = e.linked_to WHERE e.id = $1`,
    [id],
  );
  return {
    duplicates: found.map((row) => ({
      ...row,
      reason: duplicateSentence(row.reason),
      receivedAt: row.receivedAt.toISOString(),
    })),
    linked: linked.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    linkedTo: linkedTo ?? null,
  };
}
