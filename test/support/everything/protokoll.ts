import type { AkteProtokoll } from '../../../server/contract/protokoll-views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { vorgangOf } from '../rechnung.js';

/** What the rest of everything needs to ask the routes of the Protokoll. */
export interface KnownProtokoll {
  readonly akteId: string;
  /** Sizes of two checkpoints. */
  readonly checkpoints: readonly [number, number];
}

/** Two checkpoints with a new key between them, and the content of one row erased. */
export async function proveAndErase(office: TestOffice, vorgangId: string): Promise<KnownProtokoll> {
  const { akte } = await vorgangOf(office, vorgangId);
  const take = async () => done(await office.act('ruth.lindqvist', 'protokoll.takeCheckpoint', { covering: 1 })).size;
  const first = await take();
  const { keys } = done(await office.read<{ keys: { keyHash: string }[] }>('kim.okafor', '/api/protokoll'));
  const rotation = { keyHash: keys[0]?.keyHash ?? '', reason: 'Wechsel der Administration' };
  done(await office.act('kim.okafor', 'protokoll.rotateKey', rotation));
  const second = await take();
  const { items } = done(await office.read<AkteProtokoll>('ruth.lindqvist', `/api/akten/${akte.id}/protokoll`));
  const oldest = items.at(-1);
  if (!oldest) throw new Error('The Akte has no Protokoll');
  const erasure = { akteId: akte.id, sequences: [oldest.sequence], reason: 'Art. 17 DSGVO' };
  done(await office.act('ruth.lindqvist', 'protokoll.eraseContent', erasure));
  return { akteId: akte.id, checkpoints: [first, second] };
}
