import { Readable } from 'node:stream';
import { addDokument } from '../../server/dokument/add-dokument.js';
import { closeZdA } from '../../server/akte/close-zda.js';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { isRejection, type Rejection } from '../../server/contract/rejections.js';
import type { Workbench } from './workbench.js';

export interface FileContent {
  readonly name: string;
  readonly mime: string;
  readonly bytes: string;
}

export interface ClosedVorgang {
  readonly vorgangId: string;
  readonly aktenzeichen: string;
  readonly dokumentIds: readonly string[];
}

const LETTER: FileContent = { name: 'Anschreiben.pdf', mime: 'application/pdf', bytes: '%PDF-1.7\nLetter' };

/** Goes through the real acts: an Akte at the position, a Vorgang in it with these files, and z. d. A. today. */
export async function closedVorgang(
  bench: Workbench,
  kennzeichen: string,
  files: readonly FileContent[] = [LETTER],
): Promise<ClosedVorgang> {
  const { einheitId, federfuehrungId } = await places(bench, kennzeichen);
  const { system, runner } = bench;
  const akte = done(await runner.run(system, openAkte, { einheitId, federfuehrungId, betreff: 'Stellenplan 2026' }));
  const vorgang = done(await runner.run(system, openVorgang, { akteId: akte.akteId, betreff: 'Neue Stellen ab Mai' }));
  const dokumentIds: string[] = [];
  for (const content of files) {
    const dokument = await runner.run(system, addDokument, {
      vorgangId: vorgang.vorgangId,
      parentId: dokumentIds[0] ?? null,
      betreff: content.name,
      art: dokumentIds.length === 0 ? 'eingang' : 'anlage',
      state: 'gueltig',
      date: bench.clock.today(),
      eingangId: null,
      file: { ...content, ...done(await bench.objects.put(Readable.from([Buffer.from(content.bytes)]))) },
      signatures: [],
    });
    dokumentIds.push(done(dokument).dokumentId);
  }
  const version = await versionOf(bench, vorgang.vorgangId);
  done(await runner.run(bench.as('ruth.lindqvist'), closeZdA, { vorgangId: vorgang.vorgangId, version }));
  return { ...vorgang, dokumentIds };
}

/** The value of something that must have worked. */
export function done<T>(result: T | Rejection): T {
  if (isRejection(result)) throw new Error(`${result.code}: ${result.message.en} ${JSON.stringify(result.reasons)}`);
  return result;
}

async function places(bench: Workbench, kennzeichen: string) {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ einheitId: string; federfuehrungId: string }>(
      `SELECT e.id AS "einheitId", u.id AS "federfuehrungId" FROM aktenplaneinheit e, unit u
        WHERE e.kennzeichen = $1 AND u.code = '10'`,
      [kennzeichen],
    ),
  );
  if (!row) throw new Error(`the Aktenplan has no position ${kennzeichen}`);
  return row;
}

async function versionOf(bench: Workbench, vorgangId: string): Promise<number> {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ version: number }>(`SELECT version FROM vorgang WHERE id = $1`, [vorgangId]),
  );
  if (!row) throw new Error('the Vorgang is not there');
  return row.version;
}
