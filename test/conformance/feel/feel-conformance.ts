import { isDeepStrictEqual } from 'node:util';
import { placeOfBroker } from '../place-of-broker.js';
import { openBroker } from '../run/broker.js';
import { DEVIATIONS } from './deviations.js';
import { groups } from './expressions/index.js';
import { readRecordings, writeRecordings, type Outcome } from './golden.js';
import { ourOutcome } from './our-outcome.js';
import { recordOutcomes } from './record.js';
import { variables } from './written.js';

/**
 * Compares every expression with what the real Zeebe made of it.
 *
 * @param options `--record` writes the recordings anew from a broker, `--record-new` only those that are not there yet
 * @returns how many differ without a reason
 */
export async function feelConformance(options: readonly string[]): Promise<number> {
  const sources = [...new Set(Object.values(groups).flat())];
  if (options.some((option) => option.startsWith('--record'))) {
    const known: ReadonlyMap<string, Outcome> = options.includes('--record-new') ? readRecordings() : new Map();
    const broker = await openBroker(placeOfBroker());
    try {
      const unknown = sources.filter((source) => !known.has(source));
      const recorded = new Map([...known, ...(await recordOutcomes(broker, unknown, variables))]);
      writeRecordings(new Map(sources.map((source) => [source, recorded.get(source) ?? 'refused'])));
    } finally {
      await broker.close();
    }
  }
  const recordings = readRecordings();
  let failed = 0;
  for (const source of sources) {
    const [ours, zeebe] = [ourOutcome(source), recordings.get(source)];
    if (isDeepStrictEqual(ours, zeebe) !== source in DEVIATIONS) continue;
    failed += 1;
    print(`✗ ${source}\n    Zeebe ${JSON.stringify(zeebe)}, ours ${JSON.stringify(ours)}`);
  }
  print(`\n${sources.length - failed} of ${sources.length} as expected, ${Object.keys(DEVIATIONS).length} deviations`);
  return failed;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
