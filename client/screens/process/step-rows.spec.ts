import type { ElementDwell, StandingInstance } from '../../../server/contract/process-views.js';
import type { ModelText } from '../diagram/model-text.js';
import { stepMarks, stepRows } from './step-rows.js';

const HOUR = 3_600_000;
const text: ModelText = {
  names: new Map([
    ['Lesen', 'Rechnung lesen'],
    ['Pruefung', 'Sachliche Prüfung'],
    ['Zahlung', 'Zahlung'],
  ]),
  steps: [
    { id: 'Lesen', name: 'Rechnung lesen' },
    { id: 'Pruefung', name: 'Sachliche Prüfung' },
    { id: 'Zahlung', name: 'Zahlung' },
    { id: 'Zusammen', name: 'Zusammen' },
    { id: 'Verteilt', name: 'Verteilt' },
  ],
  flows: [],
  joins: new Set(),
  loops: new Set(),
};

function dwell(elementId: string, active: number, median: number | null): ElementDwell {
  return { elementId, active, entered: 9, incidents: 7, meanMilliseconds: median, medianMilliseconds: median };
}

function stoppedAt(elementId: string): StandingInstance {
  const incident = { key: '1', elementId, message: { de: '', en: '' }, at: '2026-11-24T09:00:00Z', aktenzeichen: null };
  const instance = { instanceKey: '1', aktenzeichen: null, startedAt: incident.at, parentKey: null, tokens: [] };
  return { ...instance, engine: 'embedded', incidents: [incident] };
}

const rows = stepRows(
  [dwell('Pruefung', 3, 26 * HOUR), dwell('Lesen', 1, 200), dwell('Weg', 0, 1), dwell('Verteilt', 1, null)],
  [stoppedAt('Lesen')],
  text,
);

describe('stepRows', () => {
  it('leaves out what this model does not have or name, and keeps what nothing has reached and where something stands', () => {
    expect(rows.map(({ name, active }) => [name, active])).toEqual([
      ['Rechnung lesen', 1],
      ['Sachliche Prüfung', 3],
      ['Zahlung', 0],
      ['Verteilt', 1],
    ]);
  });

  it('counts what is stopped now, not every incident of the last 90 days', () => {
    expect(rows.map(({ stopped }) => stopped)).toEqual([1, 0, 0, 0]);
  });
});

describe('stepMarks', () => {
  it('says nothing where nothing is, and no time that only a program takes', () => {
    expect(stepMarks(rows).map(({ look, text: words }) => `${look}: ${words.replaceAll('\u00a0', ' ')}`)).toEqual([
      'stopped: Störungen: 1',
      'running: hier: 3 · Median 1 Tag, 2 Std.',
      'running: hier: 1',
    ]);
  });
});
