import { z } from 'zod';
import type { DokumentArt } from '../contract/dokument-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ZusatzKind } from '../contract/zusatzfeld-views.js';
import type { Transaction } from '../platform/transaction.js';
import { fillValues, type GivenValues, type ZusatzChanges } from './fill-values.js';
import { fieldsOfRecord } from './record-fields.queries.js';
import { saveValues } from './zusatzfeld.store.js';

/** In the input of an act that changes what a record says of itself. What a value may be, its field says. */
export const zusatz = z.record(
  z.string().max(40),
  z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
);

const NOTHING: ZusatzChanges = { before: {}, after: {}, words: {} };

/**
 * A part of every act that changes what a record says of itself: fills its extra fields, or names every fault. The act has
 * asked for the right, has locked the record and counts its version.
 */
export async function fillZusatz(
  tx: Transaction,
  { kind, id, art }: { readonly kind: ZusatzKind; readonly id: Id; readonly art?: DokumentArt },
  given: GivenValues | undefined,
): Promise<ZusatzChanges | Rejection> {
  if (!given || Object.keys(given).length === 0) return NOTHING;
  const record = await fieldsOfRecord(tx, kind, id, art);
  if (!record) return reject('platform.notFound');
  const filled = fillValues(record.fields, record.stored, given);
  if (isRejection(filled)) return filled;
  if (Object.keys(filled.changes.words).length > 0) await saveValues(tx, kind, id, filled.values);
  return filled.changes;
}
