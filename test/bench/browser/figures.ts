import { cpus, loadavg } from 'node:os';
import { percentile, rounded, type Figure } from '../figure.js';
import type { DeskSize } from './seed-desk.js';

/** The budgets of the design for what a person feels. */
const BUDGETS = { nextTaskMs: 100, firstPageMs: 400, framesPerSecond: 60, inboxKilobytes: 350 } as const;
/** A frame that took longer than this was seen to stick: two frames of 60 in a second. */
const LATE_MILLISECONDS = 34;

/** What else the machine did meanwhile: on a machine that others share, what a person feels says little without it. */
function load(): string {
  return `; load of the machine ${rounded(loadavg()[0] ?? Number.NaN)} on ${cpus().length} cores`;
}

/** @param acts milliseconds from the key until the headline of the next Aufgabe, and until its form has the focus */
export function nextTaskFigure(
  { headline, form }: { readonly headline: readonly number[]; readonly form: readonly number[] },
  { aufgaben }: DeskSize,
): Figure {
  const p95 = percentile(headline, 0.95);
  return {
    id: 'browser.next-task-ms',
    value: rounded(p95),
    unit: `ms at p95 (p50 ${rounded(percentile(headline, 0.5))}) from Ctrl+Enter to the painted headline of the next of ${aufgaben} Aufgaben; its form has the focus after ${rounded(percentile(form, 0.95))} ms (p50 ${rounded(percentile(form, 0.5))})${load()}`,
    ratio: rounded(p95 / BUDGETS.nextTaskMs),
    against: `the budget of ${BUDGETS.nextTaskMs} ms`,
    n: headline.length,
  };
}

/** @param openings milliseconds from the key until the first page is painted */
export function firstPageFigure(openings: readonly number[], { dokumente }: DeskSize): Figure {
  const p95 = percentile(openings, 0.95);
  return {
    id: 'browser.first-page-ms',
    value: rounded(p95),
    unit: `ms at p95 (p50 ${rounded(percentile(openings, 0.5))}) from the arrow key to the painted first page of the next of ${dokumente} Dokumente, each a PDF of 20 pages${load()}`,
    ratio: rounded(p95 / BUDGETS.firstPageMs),
    against: `the budget of ${BUDGETS.firstPageMs} ms`,
    n: openings.length,
  };
}

/** @param frames milliseconds of each frame while the list was scrolled */
export function scrollFigure(id: string, frames: readonly number[], what: string): Figure {
  const perSecond = (1_000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0);
  const late = frames.filter((frame) => frame > LATE_MILLISECONDS).length;
  return {
    id,
    value: rounded(perSecond),
    unit: `frames/s while ${what} is scrolled by 5,000 px/s; longest frame ${rounded(Math.max(...frames))} ms, ${late} of ${frames.length} over ${LATE_MILLISECONDS} ms${load()}`,
    ratio: rounded(perSecond / BUDGETS.framesPerSecond),
    against: `the budget of ${BUDGETS.framesPerSecond} frames/s, which is also the most that the screen shows`,
    n: frames.length,
  };
}

/** What the design measured for the libraries of a route, beyond its own scripts; null: none is meant to be loaded. */
const LIBRARIES: Readonly<Record<string, { readonly kilobytes: number; readonly name: string } | null>> = {
  inbox: null,
  posteingang: null,
  akte: null,
  viewer: { kilobytes: 102, name: 'viewer, whose worker counts by itself' },
  modeler: { kilobytes: 409, name: 'modeler with the shared diagram library' },
};

/** @param scripts kB of each route */
export function scriptFigures({ form, ...scripts }: Readonly<Record<string, number>>): Figure[] {
  return Object.entries(scripts).map(([route, kilobytes]) => {
    const library = LIBRARIES[route] ?? null;
    const budget = BUDGETS.inboxKilobytes + (library?.kilobytes ?? 0);
    const also = route === 'inbox' ? `; ${rounded(form ?? Number.NaN)} kB with the first Aufgabe that has a form` : '';
    return {
      id: `browser.script-kb-${route}`,
      value: rounded(kilobytes),
      unit: `kB of scripts as they come over the line, packed with gzip${also}`,
      ratio: rounded(kilobytes / budget),
      against:
        library === null
          ? `the budget of ${BUDGETS.inboxKilobytes} kB that the inbox has`
          : `that budget and the ${library.kilobytes} kB that the design allows for the ${library.name}, loaded only here`,
      n: 1,
    };
  });
}
