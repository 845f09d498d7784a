import { createHash } from 'node:crypto';
import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { effective, refuseDay, wayUp, type EinheitFacts, type PlanEinheit } from './aktenplan.js';
import { insertEinheiten, lockAktenplan } from './aktenplan.store.js';
import { findImport, markImported } from './import.store.js';
import { prepareImport, type PreparedImport } from './import/prepare-import.js';
import { validFrom } from './input.js';
import { beginOn } from './save-version.js';
import { germanDay } from '../contract/german-day.js';

const input = z.object({ importId: z.uuid(), validFrom, missing: z.enum(['keep', 'close']) });

/** As many sentences as a person works off before reading the file in again. */
const TOLD = 50;

/**
 * Takes over a whole Aktenplan from a file that was read in before: new positions, changed ones, and those that the file
 * no longer names are closed where that is wanted. All of it holds from one day on, or nothing of it happens.
 */
export const importAktenplan = act('aktenplan.importAktenplan', input, async (tx, wanted) => {
  await lockAktenplan(tx, tx.mandantId);
  const file = await findImport(tx, wanted.importId);
  if (!file) return reject('platform.notFound');
  if (file.state === 'imported') return reject('aktenplan.importOver');
  const refused = refuseDay(wanted.validFrom, tx.clock.today());
  if (refused) return refused;
  const prepared = await prepareImport(tx, file.content, wanted.validFrom);
  const errors = prepared.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const reasons = errors.slice(0, TOLD).map(({ code, message, remedy }) => ({
      ...reject('aktenplan.importPlace'),
      ...{ code: code as 'aktenplan.importPlace', message, remedy },
    }));
    return reject('aktenplan.importRefused', { count: errors.length }, reasons);
  }
  const closing = wanted.missing === 'close' ? prepared.missing.filter(({ state }) => state === 'offen') : [];
  const counts = { new: prepared.created.length, changed: prepared.changed.length, closed: closing.length };
  if (counts.new + counts.changed + counts.closed === 0) return reject('aktenplan.importNothing');
  await write(tx, prepared, closing, wanted.validFrom);
  await markImported(tx, file.id, tx.clock.now());
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  const [day, { new: added, changed, closed }] = [germanDay(wanted.validFrom), counts];
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: {
      ...{ importId: file.id, fileName: file.fileName, sha256, validFrom: wanted.validFrom, ...counts },
      text: {
        de: `Aktenplan aus „${file.fileName}“ eingelesen: ${added} neu, ${changed} geändert, ${closed} stillgelegt, gilt ab ${day}`,
        en: `Filing plan imported from “${file.fileName}”: ${added} new, ${changed} changed, ${closed} closed, valid from ${day}`,
      },
    },
  });
  tx.changed('aktenplan', tx.mandantId);
  return counts;
});

async function write(
  tx: Transaction,
  { created, changed, after }: PreparedImport,
  closing: readonly PlanEinheit[],
  day: string,
): Promise<void> {
  const rows = created.map((einheit) => ({ ...einheit, effective: effective(wayUp(after, einheit.id)) }));
  if (rows.length > 0) await insertEinheiten(tx, tx.mandantId, rows, day);
  const versions = [
    ...created,
    ...changed,
    ...closing.map((einheit) => ({ ...einheit, state: 'stillgelegt' as const })),
  ];
  await beginOn(
    tx,
    day,
    versions.map((einheit) => ({ einheitId: einheit.id, ...factsOf(einheit) })),
  );
}

function factsOf({ parentId, titel, aufbewahrung, aussonderungsart, state }: PlanEinheit): EinheitFacts {
  return { parentId, titel, aufbewahrung, aussonderungsart, state };
}
