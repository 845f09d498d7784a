import { z } from 'zod';
import { GROUNDS, type GroundCode, type ShareableDokument } from '../contract/akteneinsicht-views.js';
import { dayAfter } from '../contract/days.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { REASONS, type ReasonCode } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';
import { currentVersion } from '../dokument/dokument.queries.js';
import { labelOfKontakt } from '../kontakt/kontakt.queries.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import { optionalLine } from '../platform/typed-text.js';
import { choiceObstacles, groundOf, reasonText, type AkteneinsichtItem } from './akteneinsicht.js';
import { insertAkteneinsicht } from './akteneinsicht.store.js';
import { dokumenteIn, scopeOf } from './scope.views.js';

const codesOf = <Code extends string>(list: Readonly<Record<Code, unknown>>) => Object.keys(list) as [Code, ...Code[]];
const choice = z.object({
  dokumentId: z.uuid(),
  share: z.enum(['whole', 'redacted', 'leftOut']),
  reason: z.enum(codesOf<ReasonCode>(REASONS)).nullable(),
  paragraph: optionalLine(40),
});
const input = z.object({
  scope: z.object({ kind: z.enum(['vorgang', 'akte']), id: z.uuid() }),
  kontaktId: z.uuid().nullable(),
  applicant: optionalLine(200),
  ground: z.enum(codesOf<GroundCode>(GROUNDS)),
  paragraph: optionalLine(60),
  // One PDF for one reader; what is more is put together case by case.
  choices: z.array(choice).max(1_000),
  days: z.int().min(1).max(90),
});
type Choice = z.infer<typeof choice>;

/**
 * Orders a package for somebody who asked to see a file. Every Dokument that the person sees in it is decided; what they do
 * not see is not part of it, and nothing tells that it is there. A job puts it together (`compose-akteneinsicht.ts`).
 */
export const orderAkteneinsicht = act('akteneinsicht.orderAkteneinsicht', input, async (tx, wanted) => {
  const { scope: asked, kontaktId, choices, days } = wanted;
  await tx.requireRight('work', asked.kind, asked.id);
  const scope = await scopeOf(tx, asked);
  if (!scope) return reject('platform.notFound');
  const ground = groundOf(wanted.ground, wanted.paragraph);
  if (isRejection(ground)) return ground;
  const applicant = kontaktId === null ? wanted.applicant : await labelOfKontakt(tx, kontaktId);
  if (applicant === null) return reject('platform.notFound');
  if (applicant === '') return reject('platform.invalidInput', { fields: 'applicant' });
  const dokumente = await dokumenteIn(tx, asked);
  const obstacles = choiceObstacles(dokumente, choices);
  const [first, ...more] = obstacles;
  if (first) return more.length === 0 ? first : { ...first, reasons: obstacles };
  const items = await itemsOf(tx, dokumente, choices);
  if (isRejection(items)) return items;
  const id = newId();
  const { akteId, vorgangId } = scope;
  const expiresOn = dayAfter(tx.clock.today(), days);
  const made = { mandantId: tx.mandantId, at: tx.clock.now(), by: authorOf(tx.actor), expiresOn };
  await insertAkteneinsicht(tx, { id, akteId, vorgangId, applicant, kontaktId, ground, items, ...made });
  await tx.enqueue('akteneinsicht.compose', id, { akteneinsichtId: id });
  const counts = { whole: 0, redacted: 0, leftOut: 0 };
  for (const { share } of items) counts[share] += 1;
  tx.protokoll({
    objectKind: asked.kind,
    objectId: asked.id,
    payload: {
      ...{ akteneinsichtId: id, applicant, ground, expiresOn, ...counts },
      text: {
        de: `Akteneinsicht für ${applicant}, ${ground}: ${counts.whole} ganz, ${counts.redacted} geschwärzt, ${counts.leftOut} ausgelassen`,
        en: `Inspection of files for ${applicant}, ${ground}: ${counts.whole} whole, ${counts.redacted} redacted, ${counts.leftOut} left out`,
      },
    },
  });
  tx.changed(asked.kind, asked.id);
  return { akteneinsichtId: id };
});

async function itemsOf(
  tx: Transaction,
  dokumente: readonly ShareableDokument[],
  choices: readonly Choice[],
): Promise<AkteneinsichtItem[] | Rejection> {
  const decided = new Map(choices.map((one) => [one.dokumentId, one]));
  const items: AkteneinsichtItem[] = [];
  for (const dokument of dokumente) {
    const one = decided.get(dokument.id);
    if (!one) return reject('platform.stale');
    const { share } = one;
    const head = {
      dokumentId: dokument.id,
      nummer: `${dokument.vorgang}/${dokument.nummer}`,
      date: dokument.date,
      share,
    };
    if (share === 'leftOut') items.push({ ...head, betreff: '', reason: reasonText(one), file: null });
    else {
      const sourceId: Id = share === 'redacted' ? (dokument.redactedId ?? dokument.id) : dokument.id;
      const version = await currentVersion(tx, sourceId);
      if (!version) return reject('platform.stale');
      const reason = share === 'redacted' ? 'geschwärzt' : '';
      items.push({
        ...head,
        betreff: share === 'redacted' ? await betreffOf(tx, sourceId) : dokument.betreff,
        reason,
        file: version.file,
      });
    }
  }
  return items;
}

/** The Betreff of the redacted one: that of the original may tell what is black in it. */
async function betreffOf(tx: Transaction, dokumentId: Id): Promise<string> {
  const [row] = await tx.query<{ betreff: string }>(`SELECT betreff FROM dokument WHERE id = $1`, [dokumentId]);
  return row?.betreff ?? '';
}
