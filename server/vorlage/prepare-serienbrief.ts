import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { SerienbriefWish } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { recipientOfVorgang } from './gather-facts.js';
import { letterOf, type Letter } from './letter.js';
import { fillLine, mergedValues, mergePlaces, placesOfLine, typedFor, type MergeFacts } from './merge-values.js';
import { recipientsOfList, refuseCount, withoutDoubles, type Recipient } from './recipients.js';
import { recipientFacts } from './recipient-facts.js';

export interface PreparedSerienbrief {
  readonly letter: Letter;
  readonly recipients: readonly Recipient[];
}

/** Looks at every recipient as the run will, and says what would become of each. */
export async function prepareSerienbrief(
  tx: Transaction,
  wish: SerienbriefWish,
): Promise<PreparedSerienbrief | Rejection> {
  const letter = await letterOf(tx, wish, personOf(tx).id);
  if (isRejection(letter)) return letter;
  if (letter.fassung.nummer !== wish.nummer) return reject('platform.stale');
  const found = await findRecipients(tx, wish);
  const refused = refuseCount(found);
  if (refused || isRejection(found)) return refused ?? reject('platform.notFound');
  const idle = idleNames(wish, letter);
  if (idle.length > 0) return reject('vorlage.valuesMissing', { count: idle.length }, idle);
  const recipients = withoutDoubles(found).map((recipient): Recipient => {
    if (recipient.faults.length > 0) return recipient;
    const values = valuesFor(letter, wish, recipient.facts);
    return isRejection(values)
      ? { ...recipient, faults: values.reasons.length > 0 ? values.reasons : [values] }
      : recipient;
  });
  return { letter, recipients };
}

/** Betreff and values of the letter to one recipient. */
export function valuesFor(
  letter: Pick<Letter, 'fassung' | 'facts'>,
  { betreff, typed }: Pick<SerienbriefWish, 'betreff' | 'typed'>,
  recipient: MergeFacts,
): { readonly betreff: string; readonly values: Readonly<Record<string, string>> } | Rejection {
  const known = { ...letter.facts, ...recipient };
  const title = fillLine(betreff, known, typed);
  if (isRejection(title)) return title;
  const { places } = letter.fassung;
  const values = mergedValues(mergePlaces(places, { ...known, 'dokument.betreff': title }, typed), {});
  return isRejection(values) ? values : { betreff: title, values };
}

/** What was typed for all although neither Betreff nor template has the place. */
function idleNames({ betreff, typed }: SerienbriefWish, { fassung }: Letter): Rejection[] {
  const used = typedFor([...placesOfLine(betreff), ...fassung.places], typed);
  return Object.keys(typed).flatMap((place) => (place in used ? [] : [reject('vorlage.valueNotAsked', { place })]));
}

async function findRecipients(
  tx: Transaction,
  { vorgangId, recipients }: SerienbriefWish,
): Promise<Recipient[] | Rejection> {
  if (recipients.kind === 'liste') return recipientsOfList(recipients.csv);
  const ids = recipients.kind === 'beteiligte' ? recipients.beteiligungIds : recipients.kontaktIds;
  const found: Recipient[] = [];
  for (const id of new Set(ids)) {
    const facts =
      recipients.kind === 'beteiligte'
        ? await recipientOfVorgang(tx, vorgangId, id)
        : await recipientOfRegister(tx, id);
    found.push(facts ? { label: labelOf(facts), facts, faults: [] } : unknown(id));
  }
  return found;
}

async function recipientOfRegister(tx: Transaction, kontaktId: Id): Promise<MergeFacts | null> {
  const [row] = await tx.query<KontaktFacts>(
    `SELECT art, name, vorname, strasse, plz, ort, mail, telefon, geburtsdatum FROM kontakt
      WHERE id = $1 AND merged_into IS NULL`,
    [kontaktId],
  );
  return row ? recipientFacts(row, '') : null;
}

function labelOf(facts: MergeFacts): string {
  return `${facts['empfaenger.vorname'] ?? ''} ${facts['empfaenger.name'] ?? ''}`.trim();
}

function unknown(id: Id): Recipient {
  return { label: id, facts: {}, faults: [reject('vorlage.recipientGone')] };
}
