import { isDeepStrictEqual } from 'node:util';
import { placeOfBroker } from '../place-of-broker.js';
import { openBroker } from '../run/broker.js';
import { DEVIATIONS } from './deviations.js';
import { groups } from './expressions/index.js';
import { readRecordings, writeRecordings } from './golden.js';
import { ourOutcome } from './our-outcome.js';
import { recordOutcomes } from './record.js';
import { variables } from './written.js';

/**
 * Compares every expression with what the real Zeebe made of it.
 *
 * @param options `--record` writes the recordings anew from a broker
 * @returns how many differ without a reason
 */
export async function feelConformance(options: readonly string[]): Promise<number> {
  const sources = [...new Set(Object.values(groups).flat())];
  if (options.includes('--record')) {
    const broker = await openBroker(placeOfBroker());
    try {
      writeRecordings(await recordOutcomes(broker, sources, variables));
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
