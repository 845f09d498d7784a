import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import { mailObstacles } from '../postausgang/postausgang.js';
import type { Transaction } from '../platform/transaction.js';
import { isMissing } from '../vorlage/fill-text.js';
import { readVorlage } from '../vorlage/read-vorlage.js';
import { fillSchreiben, type Schreiben } from '../vorlage/schreiben.js';
import type { SendableReceipt } from './receipt.js';

/** The house says in this file what its receipts say. */
const VORLAGE = 'eingangsbestaetigung';
// The subject has room for 250 characters; the Aktenzeichen must not be what is cut off.
const MOST_BETREFF = 150;

export interface ComposedReceipt {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail that tells the sender that their letter has arrived, in the words of the house; or every reason against it. */
export async function composeReceipt(tx: Transaction, receipt: SendableReceipt): Promise<ComposedReceipt | Rejection> {
  const vorlage = await readVorlage(VORLAGE);
  if (isRejection(vorlage)) return vorlage;
  const { address: to, aktenzeichen } = receipt;
  const betreff = receipt.betreff.slice(0, MOST_BETREFF);
  const values = { aktenzeichen, betreff, heute: tx.clock.today(), mandant: await mandantName(tx) };
  const filled = fillSchreiben(vorlage, values);
  if (isMissing(filled)) return reject('posteingang.receiptIncomplete', { names: filled.names.join(', ') });
  const mail = { to, subject: `${filled.title}: ${betreff} (${aktenzeichen})`, text: plainText(filled) };
  const [first, ...more] = mailObstacles({ to: [to], subject: mail.subject, text: mail.text, attachedBytes: 0 });
  return first ? { ...first, reasons: more } : mail;
}

/** A Schreiben as a mail has it: paragraphs with a blank line between them. */
export function plainText({ blocks }: Pick<Schreiben, 'blocks'>): string {
  return blocks
    .map((block) => {
      if ('heading' in block) return block.heading;
      if ('paragraph' in block) return block.paragraph;
      return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
    })
    .join('\n\n');
}
