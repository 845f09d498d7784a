import { closeZdA } from '../../server/akte/close-zda.js';
import { discardDokument } from '../../server/dokument/discard-dokument.js';
import { takeOut } from '../../server/dokument/take-out.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { dokumentRow, draftDokument, type DraftInVorgang } from './dokumente.js';
import { addedDokument, versionOf } from './records.js';

/** A final Dokument of a person with an Anlage. */
export async function withAnlage(bench: ActBench): Promise<DraftInVorgang & { anlageId: string }> {
  const draft = await draftDokument(bench, { state: 'gueltig' });
  const own = { parentId: draft.dokumentId, art: 'anlage', betreff: 'Plan' } as const;
  const anlageId = await addedDokument(bench, draft.vorgangId, own);
  return { ...draft, anlageId };
}

/** A Dokument of a person in the bin. */
export async function inBin(bench: ActBench, own: Parameters<typeof draftDokument>[1] = {}): Promise<DraftInVorgang> {
  const draft = await draftDokument(bench, own);
  const { version } = await dokumentRow(bench, draft.dokumentId);
  const input = { dokumentId: draft.dokumentId, version, reason: 'doppelt' };
  done(await bench.perform('jana.petersen', discardDokument, input));
  return draft;
}

/** A Dokument that was taken out of its Vorgang. */
export async function takenOut(
  bench: ActBench,
  own: Parameters<typeof draftDokument>[1] = {},
): Promise<DraftInVorgang> {
  const draft = await draftDokument(bench, own);
  const { version } = await dokumentRow(bench, draft.dokumentId);
  const input = { dokumentId: draft.dokumentId, version, reason: 'gehört nicht hierher' };
  done(await bench.perform('jana.petersen', takeOut, input));
  return draft;
}

/** Closes a Vorgang that has nothing against it but that it may be empty. */
export async function closed(bench: ActBench, vorgangId: string): Promise<void> {
  await addedDokument(bench, vorgangId, { betreff: 'Schlussvermerk' });
  const version = await versionOf(bench, 'vorgang', vorgangId);
  done(await bench.perform('jana.petersen', closeZdA, { vorgangId, version }));
}
