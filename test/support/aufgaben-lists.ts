import type { AufgabenFilter, AufgabenFirstPage, AufgabenList } from '../../server/contract/aufgaben-views.js';
import { loadAufgaben } from '../../server/aufgabe/aufgaben-list.views.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** The first page of a list, as this person sees it. */
export async function listOf(
  bench: ActBench,
  login: string,
  list: AufgabenList = 'meine',
  filter: AufgabenFilter = {},
): Promise<AufgabenFirstPage> {
  return done(await bench.runner.transaction(bench.as(login), (tx) => loadAufgaben(tx, { list, filter, most: 1_000 })));
}

/** Whether an Aufgabe stands in a list of this person. */
export async function isListed(
  bench: ActBench,
  login: string,
  list: AufgabenList,
  aufgabeId: string,
): Promise<boolean> {
  return (await listOf(bench, login, list)).items.some(({ id }) => id === aufgabeId);
}
