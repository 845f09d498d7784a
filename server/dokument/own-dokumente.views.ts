import type { OwnCheckout, OwnDokumente } from '../contract/dokument-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { uploadsOf } from './upload.store.js';
import { uploadView } from './upload.views.js';

interface CheckoutRow extends Omit<OwnCheckout, 'since'> {
  checkoutId: Id;
  since: Date;
  at: Date | null;
  by: string | null;
  reason: string | null;
}

/** What a person has in hand; the list stays short by nature, as it shows nothing that is over and read. */
export async function loadOwnDokumente(queries: Queries, personId: Id): Promise<OwnDokumente> {
  const rows = await queries.query<CheckoutRow>(
    `SELECT c.id AS "checkoutId", d.id AS "dokumentId", d.betreff, v.id AS "vorgangId", v.aktenzeichen, c.since,
            c.ended_at AS at, p.name AS by, c.reason
       FROM dokument_checkout c JOIN dokument d ON d.id = c.dokument_id JOIN vorgang v ON v.id = d.vorgang_id
       LEFT JOIN person p ON p.id = c.ended_by
      WHERE c.mandant_id = current_mandant() AND c.person_id = $1 AND c.seen_at IS NULL
        AND (c.ended_at IS NULL OR c.ending = 'taken') AND d.place <> 'deleted'
      ORDER BY c.since DESC LIMIT 500`,
    [personId],
  );
  const uploads = await uploadsOf(queries, personId);
  return {
    checkedOut: rows.filter(({ at }) => at === null).map(ownCheckoutOf),
    taken: rows.flatMap((row) => {
      const { checkoutId, at, by, reason } = row;
      if (!at || by === null || reason === null) return [];
      return [{ ...ownCheckoutOf(row), checkoutId, by, reason, at: at.toISOString() }];
    }),
    uploads: uploads.map(uploadView),
  };
}

function ownCheckoutOf({ dokumentId, betreff, vorgangId, aktenzeichen, since }: CheckoutRow): OwnCheckout {
  return { dokumentId, betreff, vorgangId, aktenzeichen, since: since.toISOString() };
}
