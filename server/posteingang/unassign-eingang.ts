import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { lookAtAufgaben, withdrawAufgaben } from '../aufgabe/filed-aufgaben.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { lookAtReceived, takeOutReceived } from '../dokument/withdraw-received.js';
import { act } from '../platform/act.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { takeBackMessage, type LetterProcess } from '../workflow/take-back-message.js';
import { moveLinked } from './duplicate.store.js';
import { filed, filingMessage, type Eingang } from './eingang.js';
import { lockEingang, saveUnassigned } from './eingang.store.js';
import { dropFiling } from './filing.store.js';
import type { Receipt } from './receipt.js';
import { lockReceipt } from './receipt.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

/**
 * Takes the filing of an Eingang back, as long as nothing has happened since: it lies on the desk again, its Dokumente leave the
 * register, its Aufgaben and its process end. The Vorgang stays, also one that was opened for it: an Aktenzeichen is given once.
 * Its reverse is `assignEingang`.
 */
export const unassignEingang = act('posteingang.unassignEingang', input, async (tx, { eingangId, version }) => {
  tx.correlationId ??= eingangId;
  const eingang = filed(await lockEingang(tx, eingangId), version);
  if (isRejection(eingang)) return eingang;
  const vorgang = await lockOpenVorgang(tx, eingang.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const personId = personOf(tx).id;
  // The whole of what came of it counts, also what this person does not see.
  const done = await tx.asSystem(async (all) => {
    const found = await lookAtFiling(all, eingang);
    const [first, ...more] = found.obstacles;
    if (first) return { ...first, reasons: more };
    await takeOutReceived(all, found.dokumente, personId);
    await withdrawAufgaben(all, found.aufgabeIds);
    await endProcess(all, found.process);
    await dropFiling(all, eingangId);
    await moveLinked(all, eingangId, null);
    return { dokumente: found.dokumente, version: await saveUnassigned(all, eingangId) };
  });
  if (isRejection(done)) return done;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      eingangId,
      dokumente: done.dokumente.map(({ id, nummer, sha256 }) => ({ dokumentId: id, nummer, sha256 })),
      text: {
        de: `Ablegen von „${done.dokumente[0]?.betreff ?? eingang.fileName}“ zurückgenommen; der Eingang liegt wieder im Posteingang`,
        en: `Filing of “${done.dokumente[0]?.betreff ?? eingang.fileName}” taken back; the item is on the intake desk again`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  tx.changed('eingang', eingangId);
  return { version: done.version };
});

/** What came of the filing, and everything that has happened since: an empty list of obstacles means nothing has. */
async function lookAtFiling(all: Transaction, eingang: Eingang & { readonly vorgangId: Id }) {
  const { id, vorgangId } = eingang;
  const process = await takeBackMessage(all, { id, messageId: filingMessage(eingang), vorgangId });
  const { dokumente, obstacles } = await lookAtReceived(all, id, vorgangId);
  const instanceKey = process.state === 'running' ? process.instanceKey : null;
  const dokumentIds = dokumente.map((dokument) => dokument.id);
  const aufgaben = await lookAtAufgaben(all, { vorgangId, instanceKey, dokumentIds });
  return {
    ...{ process, dokumente, aufgabeIds: aufgaben.aufgabeIds },
    obstacles: [
      ...receiptObstacles(await lockReceipt(all, id)),
      ...processObstacles(process),
      ...aufgaben.obstacles,
      ...obstacles,
    ],
  };
}

/** A receipt names the Aktenzeichen to somebody outside. */
function receiptObstacles(receipt: Receipt | null): Rejection[] {
  if (receipt?.state === 'sent') return [reject('posteingang.receiptSent')];
  return receipt?.state === 'ordered' ? [reject('posteingang.receiptOrdered')] : [];
}

function processObstacles({ state }: LetterProcess): Rejection[] {
  if (state === 'underway') return [reject('posteingang.processUnderway')];
  return state === 'wentOn' ? [reject('posteingang.processWentOn')] : [];
}

/** No act calls the engine. Nobody can work on it until then: its Aufgaben are gone already. */
async function endProcess(tx: Transaction, process: LetterProcess): Promise<void> {
  if (process.state !== 'running') return;
  const { instanceKey } = process;
  await tx.enqueue('workflow.cancel', `unassign-${instanceKey}`, { instanceKey });
}
