import { pathMarks } from './path-marks.js';
import type { PathRow, PathState } from './path.js';

const HOUR = 3_600_000;

function row(elementId: string, state: PathState, hours: number): PathRow {
  const stay = { enteredAt: '2026-11-24T09:00:00.000Z', leftAt: null };
  return { key: elementId, elementId, name: elementId, state, milliseconds: hours * HOUR, ...stay };
}
const words = (...rows: PathRow[]) => pathMarks(rows).map(({ text }) => text.replaceAll('\u00a0', ' '));

describe('pathMarks', () => {
  it('says nothing of what took less than a minute, as gateways and programs do', () => {
    expect(words(row('Tor', 'done', 0), row('Lesen', 'done', 0.016))).toEqual([]);
    expect(words(row('Pruefung', 'running', 0))).toEqual(['läuft, unter 1 Min.']);
  });

  it('never hides an incident behind what else happened at the same step', () => {
    expect(words(row('Lesen', 'running', 5), row('Lesen', 'stopped', 1), row('Lesen', 'done', 9))).toEqual([
      'Störung, 1 Std.',
    ]);
  });

  it('tells how long a step took, or has been running', () => {
    expect(words(row('Pruefung', 'done', 2), row('Zahlung', 'running', 26))).toEqual([
      '2 Std.',
      'läuft, 1 Tag, 2 Std.',
    ]);
  });

  it('tells the longer of two stays', () => {
    expect(words(row('Mitzeichnung', 'done', 2), row('Mitzeichnung', 'done', 3))).toEqual(['3 Std.']);
  });
});
