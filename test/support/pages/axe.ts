import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Our target is WCAG 2.2 AA, which contains all levels before it. */
export const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the page as it stands: rule, place and reason, one line each. An empty list is no proof of
 * accessibility; the keyboard walks and the manual script see what a program cannot.
 */
export async function violations(page: Page): Promise<string[]> {
  return (await assess(page)).violations;
}

/** What one run of axe says: every violation, and how many rules it has passed and which it could not decide. */
export interface Assessment {
  readonly violations: string[];
  readonly passed: number;
  readonly undecided: string[];
  readonly axe: string;
}

export async function assess(page: Page): Promise<Assessment> {
  // Evaluated, not added as a script: the strict CSP of the page refuses inline scripts, and must do so under test too.
  await page.evaluate(source);
  const found = await page.evaluate(async (levels) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run({ runOnly: levels, resultTypes: ['violations'] });
    return {
      violations: result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      ),
      passed: result.passes.length,
      undecided: result.incomplete.map(({ id }) => id),
      axe: result.testEngine.version,
    };
  }, LEVELS);
  return { ...found, violations: found.violations.map((line) => line.replace(/\s+/g, ' ')) };
}

interface Axe {
  run(options: { runOnly: string[]; resultTypes: string[] }): Promise<{
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
    passes: unknown[];
    incomplete: { id: string }[];
    testEngine: { version: string };
  }>;
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
