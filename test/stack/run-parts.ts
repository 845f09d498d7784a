import { writeFile } from 'node:fs/promises';
import type { Figure } from '../bench/figure.js';
import { keepResults } from '../bench/results.js';
import { findJdk } from './java.js';
import { PARTS, type Count, type Part } from './parts.js';
import { startStack, type RunningStack } from './start-stack.js';

/**
 * `npm run test:stack [-- [--summary <file>] [--record] [parts…]]`: the parts that must also hold on the full profile.
 * With `--record` test/bench/RESULTS.md says when each last ran.
 *
 * Zeebe needs a JDK of 21. Where none can be found, what needs Zeebe is left out by name and everything else runs; with
 * CI=true each part left out is a failure.
 */
async function main(words: readonly string[]): Promise<void> {
  const at = words.indexOf('--summary');
  const chosen = words.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1));
  const unknown = chosen.filter((word) => !(word in PARTS));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const noJava = await findJdk().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const total = { passed: 0, failed: 0 };
  const leftOut: string[] = [];
  const figures: Figure[] = [];
  for (const [name, part] of Object.entries<Part>(PARTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    if (part.servers.includes('zeebe') && noJava !== null) {
      leftOut.push(`${name} (${part.title}): ${noJava}`);
      continue;
    }
    const started = performance.now();
    console.log(`::: ${name}: ${part.title}`);
    const count = await runPart(name, part);
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`::: ${name}: ${seconds} s`);
    total.passed += count.passed;
    total.failed += count.failed;
    figures.push(figureOf(name, part, count, seconds));
  }
  for (const sentence of leftOut) console.log(`Left out: ${sentence}`);
  if (process.env['CI'] === 'true') total.failed += leftOut.length;
  if (words.includes('--record')) await keepResults(figures, new Date().toISOString().slice(0, 10));
  if (at >= 0) await writeFile(words[at + 1] ?? '', JSON.stringify(total));
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${leftOut.length} skipped`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function figureOf(name: string, { title }: Part, { passed, failed }: Count, seconds: number): Figure {
  const unit = `tests passed, ${failed} failed, in ${seconds} s with the servers there`;
  return { id: `stack.${name}`, value: passed, unit, ratio: null, against: title, n: passed + failed };
}

/** A server that cannot be had, or a part that counts nothing, is one failure. */
async function runPart(name: string, part: Part): Promise<Count> {
  let stack: RunningStack | undefined;
  try {
    stack = await startStack(part.servers, { instance: `test-${name}`, data: 'fresh', say: console.log });
    const count = await part.run(stack.environment);
    if (count.passed + count.failed === 0) throw new Error('no test was run');
    return count;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    await stack?.stop();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
