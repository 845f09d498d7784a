import { z } from 'zod';
import { reject, type Rejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { chosenRowsOfAkte, findAkte, sperreOnAkte } from './akte-rows.queries.js';
import { eraseRows } from './protokoll.store.js';
import { reason } from '../platform/typed-text.js';

// What a person can look through before it is gone for good.
const MOST = 200;

const input = z.object({
  akteId: z.uuid(),
  sequences: z.array(z.int().positive()).min(1).max(MOST),
  reason,
});

/**
 * Erases the content of single rows of an Akte, with their salts (Art. 17 DSGVO). The rows stay in the chain, so that it
 * is still proved that something happened then, and by whom; what it was cannot be found out from the commitment.
 */
export const eraseContent = act('protokoll.eraseContent', input, async (tx, { akteId, sequences, reason }) => {
  tx.require('akte.read');
  if (!(await findAkte(tx, akteId))) return reject('platform.notFound');
  const wanted = [...new Set(sequences)].sort((one, other) => one - other);
  // Also one on a record that this person does not see: it keeps the whole Akte.
  const since = await tx.asSystem((all) => sperreOnAkte(all, akteId));
  if (since) return reject('protokoll.underSperre', { since });
  const found = await chosenRowsOfAkte(tx, akteId, wanted);
  const refused = refuseErasure(wanted, found);
  if (refused) return refused;
  const erased = await eraseRows(tx, wanted);
  if (erased < wanted.length) return reject('platform.stale'); // somebody erased one of them at the same moment
  const rows = wanted.join(', ');
  tx.protokoll({
    objectKind: 'akte',
    objectId: akteId,
    payload: {
      sequences: wanted,
      reason,
      text: {
        de: `Inhalt der Protokollzeilen ${rows} gelöscht. Grund: ${reason}`,
        en: `Content of the audit rows ${rows} erased. Reason: ${reason}`,
      },
    },
  });
  tx.changed('protokoll', akteId);
  return { erased };
});

/** Everything that stands against erasing these rows. */
function refuseErasure(
  wanted: readonly number[],
  found: readonly { readonly sequence: string; readonly act: string; readonly erased: boolean }[],
): Rejection | null {
  const numbers = new Set(found.map(({ sequence }) => Number(sequence)));
  const faults = {
    'protokoll.notOfAkte': wanted.filter((sequence) => !numbers.has(sequence)),
    'protokoll.alreadyErased': found.filter(({ erased }) => erased).map(({ sequence }) => Number(sequence)),
    // Without its reason an erasure could not be told from hiding something.
    'protokoll.reasonStays': found
      .filter(({ act: name, erased }) => name === 'protokoll.eraseContent' && !erased)
      .map(({ sequence }) => Number(sequence)),
  } as const;
  const reasons = (Object.keys(faults) as (keyof typeof faults)[]).flatMap((code) =>
    faults[code].length > 0 ? [reject(code, { rows: faults[code].join(', ') })] : [],
  );
  return reasons.length > 0 ? reject('protokoll.notErasable', {}, reasons) : null;
}
