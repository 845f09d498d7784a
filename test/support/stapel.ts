import type { StapelCounts, StapelOperation, StapelRow } from '../../server/contract/stapel-views.js';
import type { Rejection } from '../../server/contract/rejections.js';
import { planStapel } from '../../server/stapel/plan-stapel.js';
import { createStapelLoop } from '../../server/stapel/stapel-loop.js';
import { startStapel } from '../../server/stapel/start-stapel.js';
import { loadStapel } from '../../server/stapel/stapel.views.js';
import type { ActBench } from './act-bench.js';
import { addedDokument, openedVorgang } from './records.js';

/** Puts a batch together as the page does. */
export function planned(
  bench: ActBench,
  login: string,
  operation: StapelOperation,
  ids: readonly string[],
  input: Record<string, unknown> = {},
): Promise<{ stapelId: string; total: number } | Rejection> {
  return bench.perform(login, planStapel, { operation, input, targets: { kind: 'ids', ids } });
}

/** Works until no batch has anything left to do. */
export function workOff(bench: ActBench): Promise<number> {
  return createStapelLoop(bench).drain();
}

/** A batch that was tried, and started. */
export async function started(
  bench: ActBench,
  login: string,
  operation: StapelOperation,
  ids: readonly string[],
  input: Record<string, unknown> = {},
): Promise<string> {
  const { stapelId } = (await planned(bench, login, operation, ids, input)) as { stapelId: string };
  await workOff(bench);
  await bench.perform(login, startStapel, { stapelId });
  return stapelId;
}

/** The batch as its person sees it. */
export function shown(bench: ActBench, login: string, stapelId: string): Promise<StapelRow | Rejection> {
  return bench.runner.transaction(bench.as(login), (tx) => loadStapel(tx, stapelId));
}

export const counts = (own: Partial<StapelCounts>): StapelCounts => ({
  ...{ offen: 0, bereit: 0, abgelehnt: 0, erledigt: 0 },
  ...own,
});

/** A Vorgang that nothing keeps from being closed. */
export async function closable(bench: ActBench): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  await addedDokument(bench, vorgangId);
  return vorgangId;
}
