import { duration } from '../../locale/duration.js';
import type { DiagramMark } from '../diagram/draw-marks.js';
import type { PathRow, PathState } from './path.js';

/** What matters more stands before what matters less: a step has one word, whatever happened there. */
const WEIGHT: readonly PathState[] = ['stopped', 'running', 'ended', 'done'];

/** Shorter is the work of a program, and not worth a word in a diagram; the list beside it has it. */
const WORTH_A_WORD_MS = 60_000;

/** One word at each step: since when it runs, how long it took, or that it needs help. */
export function pathMarks(rows: readonly PathRow[]): DiagramMark[] {
  const heaviest = new Map<string, PathRow>();
  for (const row of rows) {
    const known = heaviest.get(row.elementId);
    if (!known || comesBefore(row, known)) heaviest.set(row.elementId, row);
  }
  return [...heaviest.values()].flatMap(({ elementId, state, milliseconds }) =>
    state === 'done' && milliseconds < WORTH_A_WORD_MS
      ? []
      : [{ elementId, look: state, text: wordOf(state, milliseconds) }],
  );
}

/** The weightier state, or in the same state the longer stay. */
function comesBefore(row: PathRow, other: PathRow): boolean {
  const difference = WEIGHT.indexOf(row.state) - WEIGHT.indexOf(other.state);
  return difference < 0 || (difference === 0 && row.milliseconds > other.milliseconds);
}

function wordOf(state: PathState, milliseconds: number): string {
  const time = duration(milliseconds);
  if (state === 'stopped') return $localize`:@@path.stoppedFor:Störung, ${time}:time:`;
  if (state === 'running') return $localize`:@@path.runningFor:läuft, ${time}:time:`;
  return time;
}

/** The state in a word, for lists. */
export function stateWord(state: PathState): string {
  const words: Readonly<Record<PathState, string>> = {
    stopped: $localize`:@@path.stopped:Störung`,
    running: $localize`:@@path.running:läuft`,
    done: $localize`:@@path.done:erledigt`,
    ended: $localize`:@@path.ended:abgebrochen`,
  };
  return words[state];
}
