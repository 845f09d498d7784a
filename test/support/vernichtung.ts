import { Readable } from 'node:stream';
import { destructionHandlers } from '../../server/aussonderung/vernichtung.jobs.js';
import { releaseVernichtung } from '../../server/aussonderung/release-vernichtung.js';
import { requestVernichtung } from '../../server/aussonderung/request-vernichtung.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { ObjectStore } from '../../server/platform/objects/object-store.js';
import type { ActBench } from './act-bench.js';
import { agedStore } from './aged-store.js';
import { done } from './closed-vorgang.js';
import { addedDokument, openedVorgang } from './records.js';
import { close } from './retention.js';

/** Position of the demo's Aktenplan with Aussonderungsart V and ten years. */
export const TO_DESTROY = '20.31.04';
export const ELEVEN_YEARS = 11 * 366 * 86_400_000;

export interface DueVorgang {
  readonly vorgangId: string;
  readonly akteId: string;
  readonly aktenzeichen: string;
  readonly dokumentIds: readonly string[];
}

/** A Vorgang that may be destroyed once eleven years have passed, with letters whose bytes nobody else has. */
export async function toDestroy(bench: ActBench, letters: readonly string[] = ['one letter']): Promise<DueVorgang> {
  const opened = await openedVorgang(bench, TO_DESTROY);
  const dokumentIds: string[] = [];
  for (const content of letters) {
    const stored = done(await bench.objects.put(Readable.from([Buffer.from(content)])));
    const file = { ...stored, mime: 'text/plain', name: `${content.slice(0, 20)}.txt` };
    dokumentIds.push(await addedDokument(bench, opened.vorgangId, { betreff: content.slice(0, 60), file }));
  }
  await close(bench, opened.vorgangId);
  return { ...opened, dokumentIds };
}

export function request(bench: ActBench, vorgangIds: readonly string[], login = 'helga.brandt') {
  return bench.perform(login, requestVernichtung, { vorgangIds, reason: 'Aktenordnung, Anlage 2' });
}

export function release(bench: ActBench, vernichtungId: string, version = 1, login = 'ruth.lindqvist') {
  return bench.perform(login, releaseVernichtung, { vernichtungId, version });
}

/** Requested and released; nothing is destroyed yet. */
export async function released(bench: ActBench, vorgangIds: readonly string[]): Promise<string> {
  const { vernichtungId } = done(await request(bench, vorgangIds));
  done(await release(bench, vernichtungId));
  return vernichtungId;
}

/** Takes one step of what waits, as the outbox does: all of it commits or nothing. False when nothing waits. */
export async function step(
  bench: ActBench,
  objects: ObjectStore = agedStore(bench.objects),
): Promise<boolean | Rejection> {
  const topic = 'aussonderung.destroyVernichtung';
  const [row] = await bench.sql<{ id: string; payload: object }>(
    `SELECT id, payload FROM outbox WHERE topic = $1 AND done_at IS NULL ORDER BY id LIMIT 1`,
    [topic],
  );
  if (!row) return false;
  const answer = await bench.runner.transaction(bench.system, async (tx) => {
    const refused = await destructionHandlers(objects)[topic]?.(tx, row.payload, '');
    if (refused) return refused;
    await tx.query(`UPDATE outbox SET done_at = now() WHERE id = $1`, [row.id]);
    return { taken: true };
  });
  return 'taken' in answer ? true : answer;
}

/** Takes every step; fails where one is refused. */
export async function destroyAll(bench: ActBench): Promise<void> {
  for (;;) {
    const taken = await step(bench);
    if (taken === false) return;
    if (taken !== true) throw new Error(taken.message.en);
  }
}
