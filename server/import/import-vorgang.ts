import { openAkte } from '../akte/open-akte.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { unitForEinheit } from '../akte/akte.queries.js';
import { isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { addDokumente } from '../dokument/add-dokument.js';
import { systemAct } from '../platform/act.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { importedAkte, importedVorgang, keepAkte, keepVorgang, lockRun } from './import.store.js';
import type { ImportedArt } from './manifest.js';

export interface ImportVorgangInput {
  readonly runId: Id;
  readonly akte: { readonly key: string; readonly einheitId: Id; readonly betreff: string };
  readonly vorgang: { readonly key: string; readonly betreff: string };
  readonly dokumente: readonly {
    readonly line: number;
    readonly betreff: string;
    readonly art: ImportedArt;
    readonly date: Day | null;
    /** Bytes that are already in the object store. */
    readonly file: StoredFile;
  }[];
  /** Where it comes from, for the Protokoll; absent: from an earlier system. */
  readonly origin?: Sentence;
}

const EARLIER_SYSTEM: Sentence = { de: 'Aus dem Altbestand', en: 'from an earlier system' };

/** Takes over one Vorgang with all its Dokumente, and its Akte where that is new. Repeating it makes nothing twice. */
export const importVorgang = systemAct(
  'import.importVorgang',
  async (tx, input: ImportVorgangInput): Promise<{ vorgangId: Id } | Rejection> => {
    const { runId, akte, vorgang, dokumente, origin = EARLIER_SYSTEM } = input;
    if (!(await lockRun(tx, runId))) return reject('platform.notFound');
    const known = await importedVorgang(tx, runId, akte.key, vorgang.key);
    if (known !== null) return { vorgangId: known };
    tx.correlationId = runId;
    const akteId = (await importedAkte(tx, runId, akte.key)) ?? (await openNewAkte(tx, runId, akte));
    if (isRejection(akteId)) return akteId;
    const opened = await openVorgang(tx, { akteId, betreff: vorgang.betreff });
    if (isRejection(opened)) return opened;
    const { vorgangId } = opened;
    const common = { parentId: null, state: 'gueltig', eingangId: null, signatures: [] } as const;
    const taken = dokumente.map(({ line: _line, ...dokument }) => ({ ...dokument, ...common }));
    const refused = await addDokumente(tx, vorgangId, taken);
    if (refused) return refused;
    const kept = { runId, akte: akte.key, vorgang: vorgang.key, vorgangId, dokumente: dokumente.length };
    await keepVorgang(tx, tx.mandantId, kept);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        ...{ runId, akte: akte.key, vorgang: vorgang.key, lines: dokumente.map(({ line }) => line) },
        text: {
          de: `${origin.de} übernommen (bisher ${akte.key}, ${vorgang.key})`,
          en: `Taken over ${origin.en} (so far ${akte.key}, ${vorgang.key})`,
        },
      },
    });
    return { vorgangId };
  },
);

async function openNewAkte(
  tx: Transaction,
  runId: Id,
  { key, einheitId, betreff }: ImportVorgangInput['akte'],
): Promise<Id | Rejection> {
  const federfuehrungId = await unitForEinheit(tx, einheitId);
  if (federfuehrungId === null) return reject('platform.notFound');
  // People go on looking for what it was called so far.
  const opened = await openAkte(tx, { einheitId, betreff: `${betreff} (bisher ${key})`, federfuehrungId });
  if (isRejection(opened)) return opened;
  await keepAkte(tx, tx.mandantId, runId, key, opened.akteId);
  return opened.akteId;
}
