import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { countLinked } from './duplicate.store.js';
import type { Eingang } from './eingang.js';
import { lockEingang, type NewEingang } from './eingang.store.js';
import type { StoredScan } from './letters/letter-maker.js';
import { scanFacts } from './rearrangement.store.js';
import { letterObstacles, scanObstacle, tooMuchAtOnce, type Letters } from './scan.js';

/** A scan that is locked, lies at the desk, and has pages that can be taken. */
export interface TakenScan extends StoredScan, Pick<NewEingang, 'id' | 'channel' | 'receivedAt'> {
  readonly state: Eingang['state'];
}

interface Source {
  readonly eingangId: Id;
  readonly version: number;
}

/** Locks the scans until the end of the transaction, if these letters can be made of them; else all that stands against it. */
export async function takeScans(
  tx: Transaction,
  sources: readonly Source[],
  letters: Letters,
): Promise<TakenScan[] | Rejection> {
  // Before thousands of rows are locked for nothing.
  const named = letters.reduce((sum, { pages }) => sum + pages.length, 0);
  const tooMuch = tooMuchAtOnce(sources.length, letters.length, named);
  if (tooMuch) return tooMuch;
  const eingaenge = await lockAll(tx, sources);
  if (!eingaenge) return reject('platform.notFound');
  const twice = eingaenge.filter(({ id }, index) => eingaenge.findIndex((other) => other.id === id) < index);
  const refused = twice.map(({ fileName }) => reject('posteingang.scanTwice', { file: fileName }));
  const scans: TakenScan[] = [];
  for (const [index, eingang] of eingaenge.entries()) {
    const { channel, examination } = await scanFacts(tx, eingang.id);
    const linked = await tx.asSystem((all) => countLinked(all, eingang.id));
    const obstacle = scanObstacle({ ...eingang, examination }, sources[index]?.version ?? 0, linked);
    if (obstacle) refused.push(obstacle);
    scans.push({ ...eingang, channel, pages: examination?.pages ?? 0 });
  }
  const [first, ...more] = refused.length > 0 ? refused : letterObstacles(scans, letters);
  return first ? { ...first, reasons: more } : scans;
}

/** In the order of their ids: two people who take the same scans wait for each other once and not for ever. */
async function lockAll(tx: Transaction, sources: readonly Source[]): Promise<Eingang[] | null> {
  const ids = sources.map(({ eingangId }) => eingangId);
  const found = new Map<Id, Eingang>();
  for (const id of [...new Set(ids)].sort()) {
    const eingang = await lockEingang(tx, id);
    if (!eingang) return null;
    found.set(id, eingang);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
