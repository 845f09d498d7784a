import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { distinctName, safeName } from '../../connectors/api/safe-name.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Download } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Queries } from '../platform/postgres/database.js';
import { MANIFEST } from './import-source.js';
import { COLUMNS, type Column } from './manifest.js';

interface ExportedRow {
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

/**
 * An Akte as the ZIP that the import reads: what the person may see of it, each Dokument in its latest version, in the
 * order of the register.
 */
export async function exportAkte(
  queries: Queries,
  objects: Pick<ObjectStore, 'get'>,
  akteId: Id,
): Promise<Download | Rejection> {
  const rows = await queries.query<ExportedRow>(
    `SELECT a.aktenzeichen AS akte, e.kennzeichen, a.betreff AS "akteBetreff", g.aktenzeichen AS vorgang,
            g.betreff AS "vorgangBetreff", d.betreff, d.art, d.dokument_date AS date, v.file_name AS "fileName", v.sha256
       FROM akte a JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id JOIN vorgang g ON g.akte_id = a.id
       JOIN dokument d ON d.vorgang_id = g.id AND d.place = 'register' AND d.state <> 'verworfen'
       JOIN LATERAL (SELECT file_name, sha256 FROM dokument_version WHERE dokument_id = d.id
                      ORDER BY nummer DESC LIMIT 1) v ON true
      WHERE a.id = $1 ORDER BY length(g.aktenzeichen), g.aktenzeichen, d.nummer`,
    [akteId],
  );
  const [first] = rows;
  if (!first) return reject('platform.notFound');
  return {
    name: `${safeName(first.akte.replaceAll('/', '_'), 'Akte')}.zip`,
    mime: 'application/zip',
    pieces: pack(rows, objects),
  };
}

async function* pack(rows: readonly ExportedRow[], objects: Pick<ObjectStore, 'get'>): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const taken = new Set([MANIFEST]);
  const lines = [COLUMNS.join(';')];
  const files: { readonly name: string; readonly sha256: string }[] = [];
  for (const row of rows) {
    const name = distinctName(safeName(row.fileName, 'Dokument'), taken);
    taken.add(name.toLowerCase());
    files.push({ name, sha256: row.sha256 });
    lines.push(lineOf(row, name));
  }
  zip.addBuffer(Buffer.from(`${lines.join('\r\n')}\r\n`), MANIFEST);
  const open = (sha256: string) => (answer: (error: Error | null, stream: Readable) => void) => {
    objects.get(sha256).then(
      (stream) => answer(null, stream),
      (error: unknown) => answer(error as Error, undefined as unknown as Readable),
    );
  };
  for (const { name, sha256 } of files) zip.addReadStreamLazy(name, open(sha256));
  // A fault in the middle must end the stream: yazl tells it beside it.
  const packed = new PassThrough();
  zip.on('error', (error: unknown) => packed.destroy(error as Error));
  zip.outputStream.pipe(packed);
  zip.end();
  for await (const piece of packed) yield piece as Uint8Array;
}

function lineOf(row: ExportedRow, name: string): string {
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
