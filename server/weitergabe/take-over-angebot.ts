import { createHash } from 'node:crypto';
import { raiseStufe } from '../access/stufe.queries.js';
import { nameOfStufe } from '../access/names.js';
import { akteOfVorgang } from '../akte/akte.queries.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { beginImport } from '../import/begin-import.js';
import { finishImport } from '../import/finish-import.js';
import { importVorgang, type ImportVorgangInput } from '../import/import-vorgang.js';
import { systemAct } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { lockAngebot, saveTaken, type Angebot } from './angebot.store.js';
import { answerLater } from './answer-later.js';

export interface TakeOverInput {
  readonly angebotId: Id;
  /** Everything in the package, examined; the bytes are already in the object store. */
  readonly vorgaenge: readonly ImportVorgangInput[];
}

/**
 * Makes an Akte of ours of what was offered: all of it in this one transaction, or nothing. Called again it finds its own
 * work and does nothing.
 */
export const takeOverAngebot = systemAct(
  'weitergabe.takeOverAngebot',
  async (tx, { angebotId, vorgaenge }: TakeOverInput): Promise<{ state: 'taken' | 'left' } | Rejection> => {
    const found = await lockAngebot(tx, angebotId);
    if (found?.state !== 'uebernahme') return { state: 'left' };
    const akteId = await importAll(tx, found, vorgaenge);
    if (isRejection(akteId)) return akteId;
    await raiseStufe(tx, 'akte', akteId, found.stufe);
    await saveTaken(tx, angebotId, akteId);
    await answerLater(tx, found, 'uebernommen', '');
    const { fromName, aktenzeichen, kind, answeredBy, stufe } = found;
    const what = kind === 'zustaendigkeit' ? 'mit der Zuständigkeit' : 'als Kopie';
    const whatEn = kind === 'zustaendigkeit' ? 'with the responsibility' : 'as a copy';
    tx.correlationId = angebotId;
    tx.protokoll({
      objectKind: 'akte',
      objectId: akteId,
      payload: {
        ...{ weitergabeId: angebotId, from: fromName, aktenzeichen, kind, stufe },
        text: {
          de: `Von „${fromName}“ ${what} übernommen (dort ${aktenzeichen}), angenommen durch ${answeredBy ?? ''}; Vertraulichkeit: ${nameOfStufe(stufe).de}`,
          en: `Taken over from “${fromName}” ${whatEn} (there ${aktenzeichen}), accepted by ${answeredBy ?? ''}; confidentiality: ${nameOfStufe(stufe).en}`,
        },
      },
    });
    tx.changed('akte', akteId);
    tx.changed('angebot', angebotId);
    return { state: 'taken' };
  },
);

async function importAll(
  tx: Transaction,
  { id, fromName }: Angebot,
  vorgaenge: readonly ImportVorgangInput[],
): Promise<Id | Rejection> {
  const dokumente = vorgaenge.reduce((sum, vorgang) => sum + vorgang.dokumente.length, 0);
  // Of this offer: the same Akte may be offered once more, and is then another one here.
  const manifestHash = createHash('sha256').update(`weitergabe ${id}`).digest('hex');
  const run = { id, manifestHash, sourceName: fromName, mode: 'whole', lines: dokumente, refused: 0 } as const;
  const begun = await beginImport(tx, run);
  if (isRejection(begun)) return begun;
  let akteId: Id | undefined;
  for (const vorgang of vorgaenge) {
    const imported = await importVorgang(tx, vorgang);
    if (isRejection(imported)) return imported;
    akteId ??= (await akteOfVorgang(tx, imported.vorgangId))?.akteId;
  }
  if (akteId === undefined) throw new Error('A package without a Vorgang');
  const finished = await finishImport(tx, { runId: id, vorgaenge: vorgaenge.length, dokumente, refused: 0 });
  return isRejection(finished) ? finished : akteId;
}
