import { Readable } from 'node:stream';
import { addDokument, type AddDokumentInput } from '../../server/dokument/add-dokument.js';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { createAufgabe, type CreateAufgabeInput } from '../../server/aufgabe/create-aufgabe.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** Position of the demo's Aktenplan that belongs to the unit of jana.petersen: ten years, then to the archive. */
export const POSITION = '20.31.05';

export interface OpenedVorgang {
  readonly akteId: string;
  readonly vorgangId: string;
  /** Of the Vorgang. */
  readonly aktenzeichen: string;
}

/** An open Vorgang in an Akte of its own, in the hands of the unit 20.31 where nothing else is said. */
export async function openedVorgang(bench: ActBench, kennzeichen = POSITION, unit = '20.31'): Promise<OpenedVorgang> {
  const akte = await bench.run(openAkte, {
    einheitId: await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen),
    federfuehrungId: await idOf(bench, 'unit', 'code', unit),
    betreff: 'Kreishaus, Sanierung der Fassade',
  });
  const { akteId } = done(akte);
  return { akteId, ...done(await bench.run(openVorgang, { akteId, betreff: 'Fassadenreinigung' })) };
}

/** A valid letter of 20 November in the Vorgang; everything about it can be said otherwise. */
export async function addedDokument(
  bench: ActBench,
  vorgangId: string,
  own: Partial<AddDokumentInput> = {},
): Promise<string> {
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(`%PDF-1.7 ${own.betreff ?? 'Letter'}`)])));
  const added = await bench.run(addDokument, {
    vorgangId,
    parentId: null,
    betreff: 'Angebot',
    art: 'eingang',
    state: 'gueltig',
    date: '2026-11-20',
    eingangId: null,
    file: { ...stored, mime: 'application/pdf', name: 'Angebot.pdf' },
    signatures: [],
    ...own,
  });
  return done(added).dokumentId;
}

/** An open Aufgabe for the case workers of the unit; everything about it can be said otherwise. */
export async function createdAufgabe(
  bench: ActBench,
  vorgangId: string,
  own: Partial<CreateAufgabeInput> = {},
): Promise<string> {
  return done(await bench.run(createAufgabe, { ...someAufgabe(vorgangId), ...own })).aufgabeId;
}

export function someAufgabe(vorgangId: string): CreateAufgabeInput {
  return {
    vorgangId,
    dokumentId: null,
    art: 'bearbeitung',
    titel: { de: 'Bearbeiten: Angebot', en: 'Deal with: Angebot' },
    schritt: { de: 'Bearbeitung', en: 'Processing' },
    frage: { de: 'Was ist zu veranlassen?', en: 'What has to be done?' },
    assigneeId: null,
    candidateRole: 'sachbearbeitung',
    frist: null,
    form: null,
    data: {},
    betragCent: null,
    job: null,
  };
}

/** The row version that a screen would show now. */
export async function versionOf(
  bench: ActBench,
  table: 'vorgang' | 'aufgabe' | 'eingang',
  id: string,
): Promise<number> {
  const [row] = await bench.sql<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  if (!row) throw new Error(`${table} has no row ${id}`);
  return row.version;
}

export async function idOf(
  bench: ActBench,
  table: 'aktenplaneinheit' | 'unit' | 'person',
  column: 'kennzeichen' | 'code' | 'login',
  value: string,
): Promise<string> {
  const [row] = await bench.sql<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [value]);
  if (!row) throw new Error(`${table} has no ${column} ${value}`);
  return row.id;
}
