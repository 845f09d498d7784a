import type { Examination } from '../../server/contract/examination.js';
import { assignEingang } from '../../server/posteingang/assign-eingang.js';
import { planFiling } from '../../server/stapel/plan-filing.js';
import { startStapel } from '../../server/stapel/start-stapel.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { examinedEingang } from './eingaenge.js';
import { openedVorgang, type OpenedVorgang, versionOf } from './records.js';
import { workOff } from './stapel.js';

/** A letter that names the Aktenzeichen of this Vorgang: where it goes is certain. */
export function namingLetter(bench: ActBench, aktenzeichen: string, own: Partial<Examination> = {}): Promise<string> {
  // The desk is sorted by the time of arrival.
  bench.clock.advance(1_000);
  return examinedEingang(bench, {
    sender: 'Anna Muster',
    title: 'Undichtes Dach',
    aktenzeichen: [aktenzeichen],
    ...own,
  });
}

/** A Vorgang, and this many letters that name it. */
export async function certainLetters(
  bench: ActBench,
  count: number,
): Promise<OpenedVorgang & { readonly eingangIds: string[] }> {
  const opened = await openedVorgang(bench);
  const eingangIds: string[] = [];
  for (let number = 0; number < count; number++) eingangIds.push(await namingLetter(bench, opened.aktenzeichen));
  return { ...opened, eingangIds };
}

/** The batch of everything certain, tried, started and done. */
export async function filedAsBatch(bench: ActBench, login = 'ines.vogt'): Promise<string> {
  const { stapelId } = done(await bench.perform(login, planFiling, { confidence: 'sicher' }));
  await workOff(bench);
  done(await bench.perform(login, startStapel, { stapelId }));
  await workOff(bench);
  return stapelId;
}

/** Filed by somebody alone, without a process. */
export async function filedAlone(bench: ActBench, eingangId: string, vorgangId: string): Promise<void> {
  const version = await versionOf(bench, 'eingang', eingangId);
  const target = { kind: 'vorgang', vorgangId } as const;
  const input = { eingangId, version, target, betreff: 'Allein abgelegt', letterDate: null, processId: null };
  done(await bench.perform('ines.vogt', assignEingang, input));
}
