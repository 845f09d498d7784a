import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Our target is WCAG 2.2 AA, which contains all levels before it. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the page as it stands: rule, place and reason, one line each. An empty list is no proof of
 * accessibility; the keyboard walks and the manual script see what a program cannot.
 */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the strict CSP of the page refuses inline scripts, and must do so under test too.
  await page.evaluate(source);
  const found = await page.evaluate(async (levels) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run({ runOnly: levels, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, LEVELS);
  return found.map((line) => line.replace(/\s+/g, ' '));
}

interface Axe {
  run(options: { runOnly: string[]; resultTypes: string[] }): Promise<{
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
  }>;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
