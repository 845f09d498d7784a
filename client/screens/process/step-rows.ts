import type { ElementDwell, StandingInstance } from '../../../server/contract/process-views.js';
import { duration } from '../../locale/duration.js';
import type { DiagramMark } from '../diagram/draw-marks.js';
import type { ModelText } from '../diagram/model-text.js';

/** One step of a model with what happens there. */
export interface StepRow {
  readonly elementId: string;
  readonly name: string;
  /** Tokens that stand there now, and how many instances wait for help there. */
  readonly active: number;
  readonly stopped: number;
  readonly medianMilliseconds: number | null;
  readonly meanMilliseconds: number | null;
}

/**
 * Every step of the model in the order of the file, also those that nothing has reached yet. What has no name in the model,
 * such as a join, tells nobody anything unless something stands there.
 */
export function stepRows(
  elements: readonly ElementDwell[],
  instances: readonly StandingInstance[],
  text: ModelText,
): StepRow[] {
  const dwell = new Map(elements.map((element) => [element.elementId, element]));
  const stopped = instances.flatMap(({ incidents }) => incidents.map(({ elementId }) => elementId));
  const rows = text.steps.map(({ id, name }) => ({
    elementId: id,
    name,
    active: dwell.get(id)?.active ?? 0,
    stopped: stopped.filter((elementId) => elementId === id).length,
    medianMilliseconds: dwell.get(id)?.medianMilliseconds ?? null,
    meanMilliseconds: dwell.get(id)?.meanMilliseconds ?? null,
  }));
  return rows.filter(({ elementId, active, stopped }) => text.names.has(elementId) || active + stopped > 0);
}

/** Below this a median is the speed of a program; in a diagram only what people wait for is worth a word. */
const WORTH_A_WORD_MS = 60_000;

/** One word at each step: how many stand there, what is stopped, how long it takes. */
export function stepMarks(rows: readonly StepRow[]): DiagramMark[] {
  return rows.flatMap((row) => {
    const text = wordsOf(row).join(' · ');
    const look = row.stopped > 0 ? 'stopped' : row.active > 0 ? 'running' : 'count';
    return text === '' ? [] : [{ elementId: row.elementId, look, text }];
  });
}

function wordsOf({ active, stopped, medianMilliseconds: median }: StepRow): string[] {
  return [
    ...(stopped > 0 ? [$localize`:@@monitor.stoppedHere:Störungen: ${stopped}:count:`] : []),
    // Where every one of them is stopped, saying so once is enough.
    ...(active > stopped ? [$localize`:@@monitor.activeHere:hier: ${active}:count:`] : []),
    ...(median !== null && median >= WORTH_A_WORD_MS
      ? [$localize`:@@monitor.medianHere:Median ${duration(median)}:time:`]
      : []),
  ];
}
