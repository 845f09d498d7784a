import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rejection } from '../../server/contract/rejections.js';
import { openSource } from '../../server/import/import-source.js';
import { positionsForAkten, type ImportMode } from '../../server/import/import.store.js';
import { probeImport, type ProbedImport } from '../../server/import/probe-import.js';
import { runImport, type ImportOutcome } from '../../server/import/run-import.js';
import { createExaminer } from '../../server/posteingang/examination/examine.js';
import { openActBench, type ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** A house that takes files over from a folder. */
export interface ImportBench extends ActBench {
  /** Empty at the beginning of each test. */
  readonly folder: string;
  put(files: Readonly<Record<string, string>>): Promise<void>;
  /** Lines of `manifestLine`. */
  manifest(...lines: string[]): Promise<void>;
  probe(path?: string): Promise<ProbedImport>;
  take(mode?: ImportMode, objects?: ActBench['objects'], path?: string): Promise<ImportOutcome | Rejection>;
  clear(): Promise<void>;
}

export async function openImportBench(): Promise<ImportBench> {
  const bench = await openActBench();
  const examiner = createExaminer();
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-import-'));
  const put = async (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), content);
    }
  };
  const today = bench.clock.today();
  const probe = async (path = folder) => {
    const source = done(await openSource(path));
    const positions = await bench.database.transaction(bench.mandantId, (queries) => positionsForAkten(queries, today));
    const parts = { examiner, positions, today, largestItem: 1_000_000, progress: () => undefined };
    return done(await probeImport(source, parts));
  };
  return {
    ...{ ...bench, folder, put, probe },
    manifest: (...lines) => put({ 'manifest.csv': [MANIFEST_HEAD, ...lines].join('\n') }),
    take: async (mode = 'whole', objects = bench.objects, path = folder) => {
      const source = done(await openSource(path));
      const parts = { runner: bench.runner, objects, progress: () => undefined };
      return runImport(parts, bench.system, source, await probe(path), mode);
    },
    clear: async () => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
    close: async () => {
      await examiner.close();
      await bench.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The columns of `manifestLine`. */
export const MANIFEST_HEAD =
  'akte;aktenplan;akte_betreff;vorgang;vorgang_betreff;dokument_betreff;dokument_datum;datei;sha256';

/** One Dokument of an Akte and a Vorgang that are called by these keys. */
export function manifestLine(akte: string, vorgang: string, file: string, sha256 = '', position = '20.31.05'): string {
  const betreffs = [`Altakte ${akte}`, vorgang, `Vorgang ${vorgang}`, `Schreiben ${file}`];
  return [akte, position, ...betreffs, '2019-03-14', file, sha256].join(';');
}
