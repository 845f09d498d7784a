import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { distinctName, safeName } from '../../connectors/api/safe-name.js';
import type { Day } from '../contract/views.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { MANIFEST } from './import-source.js';
import { COLUMNS, type Column } from './manifest.js';

/** A Dokument as a line of the manifest, with the bytes that go along. */
export interface PackedRow {
  readonly akte: string;
  readonly kennzeichen: string;
  readonly akteBetreff: string;
  readonly vorgang: string;
  readonly vorgangBetreff: string;
  readonly betreff: string;
  readonly art: string;
  readonly date: Day | null;
  readonly fileName: string;
  readonly sha256: string;
}

export interface PackOptions {
  /** A text for people that lies beside the manifest; the import does not read it. */
  readonly note?: { readonly name: string; readonly text: string };
  /** Called before the bytes of each Dokument are read; what it throws ends the package. */
  readonly before?: (index: number) => Promise<void>;
}

/** The ZIP that the import reads: manifest.csv with all hashes, and the files that it names. */
export async function* packAkte(
  rows: readonly PackedRow[],
  objects: Pick<ObjectStore, 'get'>,
  { note, before }: PackOptions = {},
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const taken = new Set([MANIFEST, ...(note ? [note.name.toLowerCase()] : [])]);
  const lines = [COLUMNS.join(';')];
  const files: { readonly name: string; readonly sha256: string }[] = [];
  for (const row of rows) {
    const name = distinctName(safeName(row.fileName, 'Dokument'), taken);
    taken.add(name.toLowerCase());
    files.push({ name, sha256: row.sha256 });
    lines.push(lineOf(row, name));
  }
  zip.addBuffer(Buffer.from(`${lines.join('\r\n')}\r\n`), MANIFEST);
  if (note) zip.addBuffer(Buffer.from(note.text), note.name);
  const open = (sha256: string, index: number) => (answer: (error: Error | null, stream: Readable) => void) => {
    const opened = before ? before(index).then(() => objects.get(sha256)) : objects.get(sha256);
    opened.then(
      (stream) => answer(null, stream),
      (error: unknown) => answer(error as Error, undefined as unknown as Readable),
    );
  };
  files.forEach(({ name, sha256 }, index) => zip.addReadStreamLazy(name, open(sha256, index)));
  // A fault in the middle must end the stream: yazl tells it beside it.
  const packed = new PassThrough();
  zip.on('error', (error: unknown) => packed.destroy(error as Error));
  zip.outputStream.pipe(packed);
  zip.end();
  for await (const piece of packed) yield piece as Uint8Array;
}

function lineOf(row: PackedRow, name: string): string {
  const values: Readonly<Record<Column, string>> = {
    akte: row.akte,
    aktenplan: row.kennzeichen,
    akte_betreff: row.akteBetreff,
    vorgang: row.vorgang,
    vorgang_betreff: row.vorgangBetreff,
    dokument_betreff: row.betreff,
    dokument_art: row.art,
    dokument_datum: row.date ?? '',
    datei: name,
    sha256: row.sha256,
  };
  return COLUMNS.map((column) => quoted(values[column])).join(';');
}

function quoted(value: string): string {
  return /[";\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
