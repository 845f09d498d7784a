import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import type { ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import { writeDurably } from '../../platform/durable-file.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import type { Database } from '../../platform/postgres/database.js';
import { loadMandantName } from '../mandant.store.js';
import { recordExport } from '../record-export.js';
import { exportObjects } from './export-objects.js';
import { exportRows } from './export-rows.js';
import { parseRows, type Manifest } from './manifest.js';

export interface ExportParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly objects: Pick<ObjectStore, 'get' | 'stat'>;
  readonly clock: Clock;
  /** Where checkpoints of the Protokoll lie. */
  readonly checkpoints: string;
}

export interface ExportWish {
  readonly mandantId: Id;
  readonly folder: string;
  /** Whose export it is, for the Protokoll. */
  readonly by: string;
  readonly onProgress: (done: { readonly rows?: number; readonly objects?: number }) => void;
}

/**
 * Writes everything of a Mandant into a folder: rows as JSON lines, bytes under their hash, the Protokoll for the offline
 * verifier, and last of all a manifest with the hash of each file. A run that was broken off goes on in the same folder.
 */
export async function exportMandant(parts: ExportParts, wish: ExportWish): Promise<Manifest | Rejection> {
  const { database, runner, clock } = parts;
  const { mandantId, folder, onProgress } = wish;
  const context = { mandantId, actor: { kind: 'system', name: wish.by } } as const;
  const mandant = await runner.transaction(context, async (tx) => {
    return (await loadMandantName(tx, mandantId)) ?? reject('mandant.unknown', { code: mandantId });
  });
  if (isRejection(mandant)) return mandant;
  const begun = await begin(folder, mandantId);
  if (isRejection(begun)) return begun;
  const recorded = await runner.run(context, recordExport, { folder });
  if (isRejection(recorded)) return recorded;
  const known = await readFile(join(folder, 'rows', 'rows.json'), 'utf8').catch(() => null);
  const onRows = (rows: number) => onProgress({ rows });
  const rows =
    known === null
      ? await exportRows({ database, mandantId, folder, checkpoints: parts.checkpoints, onRows })
      : parseRows(known);
  const { missing, ...objects } = await exportObjects(parts.objects, folder, () => onProgress({ objects: 1 }));
  const { id, code, name } = mandant;
  const manifest: Manifest = {
    format: 'laufmappe-mandant/1',
    mandant: { id, code, name },
    createdAt: clock.now().toISOString(),
    ...rows,
    objects,
    missing,
  };
  await writeDurably(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, 0o600);
  return manifest;
}

/** An empty folder, or one in which an export of this Mandant was broken off. */
async function begin(folder: string, mandantId: Id): Promise<Rejection | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const marker = join(folder, 'mandant');
  const begunFor = (await readFile(marker, 'utf8').catch(() => '')).trim();
  const names = await readdir(folder);
  if (names.includes('manifest.json')) return reject('mandant.folderNotEmpty', { folder });
  if (begunFor === mandantId) return null;
  if (names.length > 0) return reject('mandant.folderNotEmpty', { folder });
  await writeDurably(marker, `${mandantId}\n`, 0o600);
  return null;
}
