import { Readable } from 'node:stream';
import type { Examination } from '../../server/contract/examination.js';
import type { DokumentArt } from '../../server/contract/dokument-views.js';
import { addUpload } from '../../server/dokument/add-upload.js';
import { keepUpload } from '../../server/dokument/keep-upload.js';
import { newId } from '../../server/platform/ids.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { NOTHING_FOUND } from './eingaenge.js';
import { openedVorgang } from './records.js';

/** A file that the person has sent, as if this had been found in it. */
export async function uploaded(
  bench: ActBench,
  login: string,
  content = `%PDF-1.7 ${newId()}`,
  found: Partial<Examination> = {},
  described = { name: 'Bescheid.pdf', mime: 'application/pdf' },
): Promise<string> {
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(content)])));
  const file = { ...stored, ...described };
  const examination = { ...NOTHING_FOUND, ...found };
  return done(await bench.runner.run(bench.as(login), keepUpload, { file, examination, idempotencyKey: null })).id;
}

export interface DraftInVorgang {
  readonly dokumentId: string;
  readonly vorgangId: string;
}

/** A draft of jana.petersen in an open Vorgang of its own, or in the one that is named. */
export async function draftDokument(
  bench: ActBench,
  own: {
    vorgangId?: string;
    betreff?: string;
    art?: DokumentArt;
    content?: string;
    file?: { name: string; mime: string };
    state?: 'entwurf' | 'gueltig';
  } = {},
): Promise<DraftInVorgang> {
  const vorgangId = own.vorgangId ?? (await openedVorgang(bench)).vorgangId;
  const added = await bench.perform('jana.petersen', addUpload, {
    uploadId: await uploaded(bench, 'jana.petersen', own.content, {}, own.file),
    vorgangId,
    betreff: own.betreff ?? 'Bescheid',
    art: own.art ?? 'ausgang',
    date: '2026-11-20',
    state: own.state ?? 'entwurf',
  });
  return { dokumentId: done(added).dokumentId, vorgangId };
}

/** What the database holds of a Dokument. */
export async function dokumentRow(bench: ActBench, dokumentId: string) {
  const [row] = await bench.sql<{
    version: number;
    nummer: number;
    vorgangId: string;
    betreff: string;
    art: string;
    state: string;
    place: string;
    date: string | null;
    versions: number[];
  }>(
    `SELECT d.version, d.nummer, d.vorgang_id AS "vorgangId", d.betreff, d.art, d.state, d.place,
            d.dokument_date AS date,
            ARRAY(SELECT s.nummer FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer) AS versions
       FROM dokument d WHERE d.id = $1`,
    [dokumentId],
  );
  if (!row) throw new Error(`no Dokument ${dokumentId}`);
  return row;
}

/** How many uploads of the person wait. */
export async function waitingUploads(bench: ActBench, login: string): Promise<string[]> {
  const rows = await bench.sql<{ id: string }>(`SELECT id FROM dokument_upload WHERE person_id = $1`, [
    bench.personId(login),
  ]);
  return rows.map(({ id }) => id);
}
