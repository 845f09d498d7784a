import { readFile, writeFile } from 'node:fs/promises';
import { projectPath } from '../../server/platform/project-path.js';
import { LEVELS, type Assessment } from '../support/pages/axe.js';
import type { Theme } from '../support/pages/stage.js';
import { WALKS } from './walks.js';

/** What axe has said about one screen in one theme, the worse of both languages: rules passed, violated and not decided. */
type Counts = readonly [passed: number, violated: number, undecided: number];

/** The committed file from which the accessibility statement is made. */
export interface AccessibilityResults {
  /** Day of the run. */
  readonly assessedOn: string;
  readonly axe: string;
  /** Tags of the rules that were asked. */
  readonly levels: readonly string[];
  /** Rules that axe left open on some screen: a person has to look. */
  readonly undecided: readonly string[];
  /** By screen, in the order of the walks. */
  readonly screens: Readonly<Record<string, Readonly<Record<Theme, Counts>>>>;
}

export const THEMES: readonly Theme[] = ['light', 'dark'];
const FILE = projectPath('client/app/help/accessibility-results.json');

/** The name under which a screen stands in the results: some are seen by several people. */
export function keyOf(login: string | null, state: string): string {
  return `${login ?? 'nobody'}: ${state}`;
}

/** Every screen that the walks look at, once, in their order. */
export function walkedScreens(): string[] {
  return [...new Set(WALKS.flatMap(({ login, states }) => states.map(({ name }) => keyOf(login, name))))];
}

export async function readResults(): Promise<AccessibilityResults> {
  return JSON.parse(await readFile(FILE, 'utf8')) as AccessibilityResults;
}

/** Collects what a whole run of the walks says. */
export function collectResults() {
  const counts = new Map<string, Counts>();
  const undecided = new Set<string>();
  let axe = '';
  return {
    add: (screen: string, theme: Theme, seen: Assessment): void => {
      const key = `${theme} ${screen}`;
      const [passed, violated, open] = counts.get(key) ?? [Infinity, 0, 0];
      counts.set(key, [
        Math.min(passed, seen.passed),
        Math.max(violated, seen.violations.length),
        Math.max(open, seen.undecided.length),
      ]);
      seen.undecided.forEach((rule) => undecided.add(rule));
      axe = seen.axe;
    },
    /** Writes the file where `asked` says so; a run that saw only a part writes nothing. */
    renew: async (asked: string | undefined): Promise<void> => {
      if (!asked) return;
      const screens = walkedScreens().map((screen) => {
        const looks = THEMES.map((theme) => {
          const seen = counts.get(`${theme} ${screen}`);
          if (!seen) throw new Error(`Expected a run over all walks, but “${screen}” was not seen in ${theme}`);
          return `"${theme}": [${seen.join(', ')}]`;
        });
        return `    ${JSON.stringify(screen)}: { ${looks.join(', ')} }`;
      });
      const facts = {
        ...{ assessedOn: new Date().toISOString().slice(0, 10), axe, levels: LEVELS, undecided: [...undecided].sort() },
      };
      const head = Object.entries(facts).map(([name, value]) => `  "${name}": ${inline(value)}`);
      await writeFile(FILE, `{\n${head.join(',\n')},\n  "screens": {\n${screens.join(',\n')}\n  }\n}\n`);
    },
  };
}

/** As prettier writes it. */
export function inline(value: string | readonly string[]): string {
  return typeof value === 'string'
    ? JSON.stringify(value)
    : `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
}
