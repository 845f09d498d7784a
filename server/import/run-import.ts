import { safeName } from '../../connectors/api/safe-name.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { ahead } from '../platform/jobs/ahead.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { beginImport } from './begin-import.js';
import { finishImport } from './finish-import.js';
import type { ImportSource } from './import-source.js';
import { importVorgang, type ImportVorgangInput } from './import-vorgang.js';
import { importedVorgaenge, type ImportMode } from './import.store.js';
import type { ProbedImport, ProbedLine } from './probe-import.js';

export interface ImportParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  /** Told after each Vorgang. */
  readonly progress: (done: number, of: number) => void;
}

export interface ImportOutcome {
  readonly runId: Id;
  readonly state: 'new' | 'goesOn' | 'finished';
  /** Of this and of earlier tries. */
  readonly vorgaenge: number;
  readonly dokumente: number;
}

/** The disk writes several files in the time of one: with 8 at once an import of small letters takes a third of the time. */
const FILES_AT_ONCE = 8;
const VORGAENGE_AHEAD = 2;

/**
 * Takes over what was probed, Vorgang by Vorgang. Killed in the middle it goes on with the next call of the same manifest.
 *
 * @returns `import.faulty` where a line is broken and the person wants all or nothing
 */
export async function runImport(
  { runner, objects, progress }: ImportParts,
  context: ActContext,
  source: ImportSource,
  probed: ProbedImport,
  mode: ImportMode,
): Promise<ImportOutcome | Rejection> {
  const refused = new Set(probed.faults.map(({ line }) => line)).size;
  if (mode === 'whole' && refused > 0) {
    return reject(
      'import.faulty',
      { count: refused, lines: probed.count },
      probed.faults.map(({ rejection }) => rejection),
    );
  }
  const begun = await runner.run(context, beginImport, {
    ...{ manifestHash: probed.manifestHash, sourceName: source.name, mode, lines: probed.count, refused },
  });
  if (isRejection(begun)) return begun;
  const { runId, state } = begun;
  const groups = vorgaengeOf(probed.lines);
  const there = await runner.transaction(context, async (tx) => ({ keys: await importedVorgaenge(tx, runId) }));
  if (isRejection(there)) return there;
  let done = 0;
  const store = ([key, lines]: Group) => {
    return there.keys.has(key) ? Promise.resolve(null) : storeFiles(objects, source, runId, lines);
  };
  // The bytes of the next Vorgaenge reach the disk while the rows of this one are written.
  for await (const [, input] of ahead(groups, VORGAENGE_AHEAD, store)) {
    if (isRejection(input)) return input;
    const imported = input && (await runner.run(context, importVorgang, input));
    if (isRejection(imported)) return imported;
    done += 1;
    progress(done, groups.size);
  }
  const counts = { vorgaenge: groups.size, dokumente: probed.lines.length };
  if (state !== 'finished') await runner.run(context, finishImport, { runId, ...counts, refused });
  return { runId, state, ...counts };
}

type TakenDokument = ImportVorgangInput['dokumente'][number];

/** A Vorgang: its key, and its lines. */
export type Group = [string, [ProbedLine, ...ProbedLine[]]];

/** In the order of the manifest. */
export function vorgaengeOf(lines: readonly ProbedLine[]): Map<Group[0], Group[1]> {
  const groups = new Map<Group[0], Group[1]>();
  for (const line of lines) {
    const key = JSON.stringify([line.akte, line.vorgang]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** Bytes first: a crash leaves some that the sweeper finds, never a row without bytes. */
export async function storeFiles(
  objects: ObjectStore,
  source: ImportSource,
  runId: Id,
  lines: readonly [ProbedLine, ...ProbedLine[]],
): Promise<ImportVorgangInput | Rejection> {
  const [{ akte, einheitId, akteBetreff, vorgang, vorgangBetreff }] = lines;
  const dokumente: TakenDokument[] = [];
  for await (const [, dokument] of ahead(lines, FILES_AT_ONCE, (line) => storeFile(objects, source, line))) {
    if (isRejection(dokument)) return dokument;
    dokumente.push(dokument);
  }
  return {
    runId,
    akte: { key: akte, einheitId, betreff: akteBetreff },
    vorgang: { key: vorgang, betreff: vorgangBetreff },
    dokumente,
  };
}

async function storeFile(
  objects: ObjectStore,
  source: ImportSource,
  { line, betreff, art, date, file, probed }: ProbedLine,
): Promise<TakenDokument | Rejection> {
  const found = await source.find(file);
  if ('de' in found) return reject('import.fileUnusable', { found: file, reason: found.de, reasonEn: found.en });
  const stored = await objects.put(found.bytes());
  if (isRejection(stored)) return stored;
  // Between the look and the taking somebody may have changed it.
  if (stored.sha256 !== probed.sha256) return reject('import.otherBytes', { found: stored.sha256 });
  const name = safeName(file.split('/').at(-1) ?? file, 'Unbenannt');
  return { line, betreff, art, date, file: { ...stored, name, mime: probed.mime } };
}
