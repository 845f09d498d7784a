import { z } from 'zod';
import type { Vorgang } from '../akte/akte.js';
import { lockOpenVorgaenge } from '../akte/lock-open-vorgang.js';
import { sperreObstacles } from '../aussonderung/sperre.queries.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { akteOfVorgang } from '../akte/akte.queries.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import type { Transaction } from '../platform/transaction.js';
import { followDokument } from '../posteingang/follow-dokument.js';
import { refusalOf, type Dokument } from './dokument.js';
import { lockDokument, placeOfDokument } from './dokument.store.js';
import { movingObstacles } from './place.js';
import { loadPlaceFacts, placeBack, placeInto } from './place.store.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), vorgangId: z.uuid(), reason });

/**
 * Files a misfiled Dokument with its Anlagen in another Vorgang, or one that was taken out in a Vorgang again. Both
 * Vorgaenge tell it; every address of the Dokument goes on leading to it.
 */
export const moveDokument = act(
  'dokument.moveDokument',
  input,
  async (tx, { dokumentId, version, vorgangId, reason }) => {
    const locked = await lockForMove(tx, dokumentId, vorgangId);
    if (isRejection(locked)) return locked;
    const { dokument, target } = locked;
    const facts = await loadPlaceFacts(tx, dokumentId, dokument.vorgangId);
    const held = dokument.vorgangId === vorgangId ? [] : await sperreObstacles(tx, 'dokument', dokumentId);
    const refused = refusalOf(dokument, [...movingObstacles(dokument, facts, vorgangId), ...held]);
    if (refused) return refused;
    if (dokument.version !== version) return reject('platform.stale');
    const nummer = await fileInto(tx, dokument, vorgangId);
    await tell(tx, dokument, target, nummer, reason);
    return { vorgangId, nummer };
  },
);

/**
 * Both Vorgaenge, open and locked, then the Dokument. One that was taken out is no longer a matter of the Vorgang that it
 * came from, which may be closed meanwhile.
 */
async function lockForMove(
  tx: Transaction,
  dokumentId: Id,
  targetId: Id,
): Promise<{ dokument: Dokument; target: Vorgang } | Rejection> {
  const found = await placeOfDokument(tx, dokumentId);
  if (!found) return reject('platform.notFound');
  await tx.requireRight('work', 'vorgang', found.vorgangId);
  const concerned = found.place === 'unlinked' ? [targetId] : [...new Set([found.vorgangId, targetId])];
  const vorgaenge = await lockOpenVorgaenge(tx, concerned);
  if (isRejection(vorgaenge)) return vorgaenge;
  const dokument = await lockDokument(tx, dokumentId);
  const target = vorgaenge.get(targetId);
  if (!target) throw new Error('A locked Vorgang is not there');
  const changed = dokument?.vorgangId !== found.vorgangId || dokument.place !== found.place;
  return changed ? reject('platform.stale') : { dokument, target };
}

async function fileInto(tx: Transaction, dokument: Dokument, vorgangId: Id): Promise<number> {
  if (dokument.vorgangId === vorgangId) {
    await placeBack(tx, dokument.id);
    return dokument.nummer;
  }
  const nummer = await placeInto(tx, dokument.id, vorgangId);
  if (dokument.eingangId) await followDokument(tx, dokument.eingangId, vorgangId);
  return nummer;
}

async function tell(
  tx: Transaction,
  dokument: Dokument,
  target: Vorgang,
  nummer: number,
  reason: string,
): Promise<void> {
  const { id: dokumentId, betreff, vorgangId } = dokument;
  const source = await akteOfVorgang(tx, vorgangId);
  const from = source?.aktenzeichen ?? '';
  const common = {
    dokumentId,
    from: { vorgangId, nummer: dokument.nummer },
    to: { vorgangId: target.id, nummer },
    reason,
  };
  const toOther = vorgangId !== target.id;
  if (toOther) {
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        ...common,
        text: {
          de: `Dokument ${dokument.nummer} „${betreff}“ verschoben nach ${target.aktenzeichen}, Nr. ${nummer}. Grund: ${reason}`,
          en: `Document ${dokument.nummer} “${betreff}” moved to ${target.aktenzeichen}, no. ${nummer}. Reason: ${reason}`,
        },
      },
    });
    tx.changed('vorgang', vorgangId);
  }
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: target.id,
    payload: {
      ...common,
      text: toOther
        ? {
            de: `„${betreff}“ übernommen als Nr. ${nummer}, bisher ${from}, Nr. ${dokument.nummer}. Grund: ${reason}`,
            en: `“${betreff}” taken over as no. ${nummer}, before ${from}, no. ${dokument.nummer}. Reason: ${reason}`,
          }
        : {
            de: `„${betreff}“ liegt wieder hier als Nr. ${nummer}. Grund: ${reason}`,
            en: `“${betreff}” lies here again as no. ${nummer}. Reason: ${reason}`,
          },
    },
  });
  tx.changed('vorgang', target.id);
}
