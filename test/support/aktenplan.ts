import type { ActInput } from '../../server/contract/acts.js';
import { addEinheit } from '../../server/aktenplan/add-einheit.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** The day on which a workbench stands. */
export const TODAY = '2026-11-24';

let next = 0;

/** A position of its own, uppermost unless said otherwise: ten years, to be destroyed, from today on. */
export async function addedEinheit(
  bench: ActBench,
  own: Partial<ActInput<'aktenplan.addEinheit'>> = {},
): Promise<{ einheitId: string; version: number; kennzeichen: string }> {
  const facts = { titel: 'Tierschutz', parentId: null, aufbewahrung: 10, aussonderungsart: 'V' } as const;
  const input = { kennzeichen: `7${++next}`, ...facts, validFrom: TODAY, ...own };
  const added = done(await bench.perform('helga.brandt', addEinheit, input));
  return { ...added, kennzeichen: input.kennzeichen };
}

/** What is in force at a position, as every Akte asks for it. */
export async function inForce(bench: ActBench, einheitId: string) {
  const [row] = await bench.sql<{
    parent: string | null;
    titel: string;
    jahre: number | null;
    art: string;
    closed: boolean;
  }>(
    `SELECT parent_id AS parent, titel, aufbewahrung_jahre AS jahre, aussonderungsart AS art, stillgelegt AS closed
       FROM aktenplaneinheit WHERE id = $1`,
    [einheitId],
  );
  return row;
}
