import { isRejection, type Rejection } from '../contract/rejections.js';
import type { OpenWork } from '../contract/transfer-views.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { personInArea } from './transfer-area.js';

/** What lies with a person, in figures: counted with the eyes of the system, since nothing else of the records is told. */
export async function loadOpenWork(tx: Transaction, personId: Id): Promise<OpenWork | Rejection> {
  const person = await personInArea(tx, personId);
  if (isRejection(person)) return person;
  const [counts] = await tx.asSystem((all) =>
    all.query<Pick<OpenWork, 'aufgaben' | 'checkouts' | 'vertretungen'> & OpenWork['stays']>(
      `SELECT (SELECT count(*)::int FROM aufgabe WHERE assignee_id = $1 AND state = 'offen') AS aufgaben,
              (SELECT count(*)::int FROM dokument_checkout WHERE person_id = $1 AND ended_at IS NULL) AS checkouts,
              (SELECT count(*)::int FROM vertretung WHERE deputy_id = $1 AND ended_at IS NULL AND until_day >= $2)
                AS vertretungen,
              (SELECT count(*)::int FROM dokument WHERE created_by_id = $1 AND state = 'entwurf' AND place = 'register')
                AS entwuerfe,
              (SELECT count(*)::int FROM access_rule WHERE person_id = $1)
                + (SELECT count(*)::int FROM temporary_right
                    WHERE person_id = $1 AND ended_at IS NULL AND until_day >= $2) AS rights`,
      [personId, tx.clock.today()],
    ),
  );
  const { aufgaben = 0, checkouts = 0, vertretungen = 0, entwuerfe = 0, rights = 0 } = counts ?? {};
  return {
    ...{ person, aufgaben, checkouts, vertretungen },
    stays: { entwuerfe, rights },
  };
}

/** Ids of what lies with a person, by kind. */
export async function idsOfOpenWork(
  all: Transaction,
  personId: Id,
  kind: 'aufgaben' | 'checkouts' | 'vertretungen',
): Promise<Id[]> {
  const rows = await all.query<{ id: Id }>(IDS[kind], [
    personId,
    ...(kind === 'vertretungen' ? [all.clock.today()] : []),
  ]);
  return rows.map(({ id }) => id);
}

const IDS = {
  aufgaben: `SELECT id FROM aufgabe WHERE assignee_id = $1 AND state = 'offen' ORDER BY frist NULLS LAST, created_at, id`,
  checkouts: `SELECT dokument_id AS id FROM dokument_checkout WHERE person_id = $1 AND ended_at IS NULL ORDER BY since, id`,
  vertretungen: `SELECT id FROM vertretung WHERE deputy_id = $1 AND ended_at IS NULL AND until_day >= $2 ORDER BY id`,
} as const;
