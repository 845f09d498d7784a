import { suites } from './cases/index.js';
import { DEVIATIONS } from './deviations.js';
import { slugOf, type Case } from './format/case.js';
import { placeOfBroker } from './place-of-broker.js';
import type { Broker } from './run/broker.js';
import { differences } from './run/compare.js';
import { createEmbedded } from './run/embedded.js';
import { goldenOf, readGolden, writeGolden, type Golden } from './run/golden.js';
import { play } from './run/play.js';
import { createZeebe } from './run/zeebe.js';

/**
 * Plays every case and compares with what the real Zeebe did.
 *
 * @param options `--engine zeebe` plays on a broker instead of the embedded engine; `--record` writes the recordings
 *   anew from it; any other word selects the cases whose name contains it
 * @returns how many cases failed
 */
export async function conformance(options: readonly string[]): Promise<number> {
  const record = options.includes('--record');
  const onZeebe = record || options.includes('zeebe');
  const words = options.filter((option) => !option.startsWith('--') && option !== 'zeebe' && option !== 'embedded');
  const broker = onZeebe ? await (await import('./run/broker.js')).openBroker(placeOfBroker()) : null;
  const count = { passed: 0, failed: 0 };
  try {
    for (const [suite, all] of Object.entries(suites)) {
      const chosen = all.filter(({ name }) => words.every((word) => `${suite} ${name}`.includes(word)));
      if (chosen.length > 0) await playSuite(suite, chosen, broker, record ? 'record' : 'compare', count);
    }
  } finally {
    await broker?.close();
  }
  print(`\n${count.passed} passed, ${count.failed} failed`);
  return count.failed;
}

async function playSuite(
  suite: string,
  cases: readonly Case[],
  broker: Broker | null,
  purpose: 'record' | 'compare',
  count: { passed: number; failed: number },
): Promise<void> {
  const recorded = new Map(readGolden(suite));
  for (const testCase of cases) {
    const trace = await play(testCase, broker === null ? createEmbedded() : createZeebe(broker));
    const golden: Golden = goldenOf(testCase, trace);
    if (purpose === 'record') recorded.set(golden.slug, golden);
    const found = purpose === 'record' ? trace.unmet : differences(testCase, trace, recorded.get(slugOf(testCase)));
    const problems = broker === null ? judged(testCase, found) : found;
    count[problems.length === 0 ? 'passed' : 'failed'] += 1;
    if (problems.length > 0) print(`✗ ${suite}: ${testCase.name}\n    ${problems.join('\n    ')}`);
  }
  if (purpose === 'record') {
    const slugs = new Set((suites[suite] ?? []).map(slugOf));
    writeGolden(
      suite,
      [...recorded.values()].filter(({ slug }) => slugs.has(slug)),
    );
  }
}

// A deviation is part of the contract, too: it must be there as long as the table says so.
function judged({ name }: Case, found: readonly string[]): readonly string[] {
  if (!(name in DEVIATIONS)) return found;
  return found.length > 0 ? [] : ['does what Zeebe does: take it out of the table of deviations'];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
