import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { done } from './closed-vorgang.js';
import type { ActBench } from './act-bench.js';
import { NOTHING_FOUND } from './eingaenge.js';
import { addUpload } from '../../server/dokument/add-upload.js';
import { keepUpload } from '../../server/dokument/keep-upload.js';
import { openedVorgang } from './records.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A program that answers as LibreOffice does, with what `answer` says as its PDF; null: it writes nothing and exits with 0. */
export async function fakeOffice(answer: string | null = '%PDF-1.7\n% pdfaid:part>2<\n%%EOF\n'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-fake-office-'));
  const [program, pdf] = [join(folder, 'soffice'), join(folder, 'answer.pdf')];
  await writeFile(pdf, answer ?? '');
  const write = `while [ "$1" != "--outdir" ]; do shift; done\nname=$(basename "$3")\ncp '${pdf}' "$2/\${name%.*}.pdf"\n`;
  await writeFile(program, `#!/bin/sh\n${answer === null ? '' : write}exit 0\n`, { mode: 0o700 });
  return program;
}

/** A Dokument of jana.petersen whose first version is an office file. */
export async function officeDokument(
  bench: ActBench,
  { bytes = docxLike(), mime = DOCX, vorgangId }: { bytes?: Buffer; mime?: string; vorgangId?: string } = {},
): Promise<{ dokumentId: string; vorgangId: string }> {
  const stored = done(await bench.objects.put(Readable.from([bytes])));
  const file = { ...stored, name: 'Bescheid.docx', mime };
  const kept = { file, examination: NOTHING_FOUND, idempotencyKey: null };
  const { id: uploadId } = done(await bench.runner.run(bench.as('jana.petersen'), keepUpload, kept));
  const into = vorgangId ?? (await openedVorgang(bench)).vorgangId;
  const details = { betreff: 'Bescheid', art: 'ausgang', date: '2026-11-20', state: 'gueltig' } as const;
  const added = await bench.perform('jana.petersen', addUpload, { uploadId, vorgangId: into, ...details });
  return { dokumentId: done(added).dokumentId, vorgangId: into };
}

/** One stored entry in a ZIP, so that the bytes begin as those of every docx. */
export function docxLike(): Buffer {
  return Buffer.from(
    'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIUAxQAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAACAAQAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==',
    'base64',
  );
}
