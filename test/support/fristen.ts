import { createdAufgabe, openedVorgang } from './records.js';
import type { ActBench } from './act-bench.js';

/** A Vorgang with an open Aufgabe of 20 days, one that is late and one without a day. The bench stands on 24.11.2026. */
export async function vorgangWithAufgaben(bench: ActBench) {
  const { vorgangId } = await openedVorgang(bench);
  const until = (frist: string | null) => createdAufgabe(bench, vorgangId, { frist });
  const aufgaben = {
    open: await until('2026-12-14'),
    late: await until('2026-11-20'),
    free: await until(null),
  };
  return { vorgangId, aufgaben };
}

/** Days by which an Aufgabe has to be done, as they are now. */
export async function fristenOf<Name extends string>(
  bench: ActBench,
  aufgaben: Readonly<Record<Name, string>>,
): Promise<Record<Name, string | null>> {
  const rows = await bench.sql<{ id: string; frist: string | null }>(
    `SELECT id, frist FROM aufgabe WHERE id = ANY ($1)`,
    [Object.values(aufgaben)],
  );
  const entries = Object.entries<string>(aufgaben).map(([name, id]) => [
    name,
    rows.find((row) => row.id === id)?.frist,
  ]);
  return Object.fromEntries(entries) as Record<Name, string | null>;
}
