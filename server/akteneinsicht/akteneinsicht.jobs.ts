import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRejection, reject, type RejectionCode } from '../contract/rejections.js';
import type { ActRunner } from '../platform/act-runner.js';
import { dayInBerlin } from '../platform/clock.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { createWorkerPool, type WorkerPool } from '../platform/worker/worker-pool.js';
import { endUnfinished, findAkteneinsicht, saveMade, saveProgress, type Akteneinsicht } from './akteneinsicht.store.js';
import type { ComposedPackage, PackageInput } from './compose-package.js';
import { scopeOf } from './scope.views.js';
import { germanDay } from '../contract/german-day.js';
import { mandantName } from '../identity/identity.queries.js';
import { fetchObject } from '../platform/objects/fetch-object.js';
import { inScratchFolder } from '../platform/scratch-folder.js';

export interface ComposeParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  readonly scratchFolder: string;
}

// 560 MB were measured for 165 MB of files; five minutes are thirty times what 500 Dokumente took.
const LIMITS = { size: 1, timeLimit: 300_000, memoryLimitMegabytes: 1_200 };
const LARGEST = 200_000_000;

const payloadSchema = z.object({ akteneinsichtId: z.uuid() });

/**
 * Puts a package together: reads one Dokument after the other, telling how far it is in transactions of its own and stopping
 * where somebody cancelled, then composes them. A server that dies begins again from the start.
 */
export function composeHandler(parts: ComposeParts): { handler: OutboxHandler; close(): Promise<void> } {
  let pool: WorkerPool | null = null;
  const handler: OutboxHandler = async (tx, payload) => {
    const { akteneinsichtId: id } = payloadSchema.parse(payload);
    const found = await findAkteneinsicht(tx, id);
    if (!found || (found.state !== 'wartet' && found.state !== 'laeuft')) return undefined;
    if (found.items.reduce((sum, { file }) => sum + (file?.size ?? 0), 0) > LARGEST)
      return fail(tx, found, 'akteneinsicht.tooLarge');
    return inScratchFolder(parts.scratchFolder, 'akteneinsicht', async (folder) => {
      const items = await readItems(parts, tx, found, folder);
      if (items === 'cancelled') return undefined;
      const target = join(folder, 'package');
      const input: PackageInput = { cover: await coverOf(tx, found), items, target };
      pool ??= createWorkerPool({ entry: new URL('./akteneinsicht-worker.js', import.meta.url), ...LIMITS });
      const answer = await pool.run<ComposedPackage>('composePackage', input);
      // A full disk or a closed pool says nothing about the files: the job comes again.
      if (answer.kind === 'failed' && answer.cause === 'unavailable') return reject('schwaerzung.away');
      if (answer.kind === 'failed') return await fail(tx, found, 'akteneinsicht.tooLarge');
      const stored = await parts.objects.put(createReadStream(target));
      if (isRejection(stored)) return stored;
      const { pages, places } = answer.value;
      const made = found.items.map((item, index) => ({ ...item, ...places[index] }));
      await saveMade(tx, id, { ...stored, pages, items: made });
      tell(tx, found);
      return undefined;
    });
  };
  return { handler, close: async () => pool?.close() };
}

async function readItems(
  { runner, objects }: ComposeParts,
  tx: Transaction,
  { id, items, vorgangId, akteId }: Akteneinsicht,
  folder: string,
): Promise<PackageInput['items'] | 'cancelled'> {
  const read: PackageInput['items'][number][] = [];
  for (const [index, item] of items.entries()) {
    const goesOn = await runner.transaction({ mandantId: tx.mandantId, actor: tx.actor }, async (own) => {
      own.changed(vorgangId ? 'vorgang' : 'akte', vorgangId ?? akteId);
      return { running: await saveProgress(own, id, index) };
    });
    if (isRejection(goesOn) || !goesOn.running) return 'cancelled';
    const path = item.file ? join(folder, String(index)) : null;
    if (item.file && path) await fetchObject(objects, item.file.sha256, path);
    read.push({ ...item, path });
  }
  return read;
}

async function coverOf(tx: Transaction, found: Akteneinsicht): Promise<PackageInput['cover']> {
  const asked = found.vorgangId
    ? ({ kind: 'vorgang', id: found.vorgangId } as const)
    : ({ kind: 'akte', id: found.akteId } as const);
  const scope = await scopeOf(tx, asked);
  const counted = (share: string) => String(found.items.filter((item) => item.share === share).length);
  return {
    mandant: await mandantName(tx),
    title: scope?.aktenzeichen ?? '',
    kind: 'Akteneinsicht',
    facts: [
      ['Für', found.applicant],
      ['Rechtsgrundlage', found.ground],
      ['Zusammengestellt', `${germanDay(dayInBerlin(found.createdAt))}, ${found.createdBy}`],
      ['Ganz enthalten', counted('whole')],
      ['Geschwärzt', counted('redacted')],
      ['Ausgelassen', counted('leftOut')],
    ],
    notes: [
      'Diese Datei ist eine Zusammenstellung von Kopien. Maßgeblich sind die Dokumente der Akte.',
      'Was ausgelassen oder geschwärzt ist, steht mit seinem Grund im Verzeichnis hinter dem Register.',
    ],
  };
}

async function fail(tx: Transaction, found: Akteneinsicht, problem: RejectionCode): Promise<undefined> {
  await endUnfinished(tx, found.id, 'gescheitert', problem);
  tell(tx, found);
  return undefined;
}

function tell(tx: Transaction, { vorgangId, akteId }: Akteneinsicht): void {
  tx.changed(vorgangId ? 'vorgang' : 'akte', vorgangId ?? akteId);
}
