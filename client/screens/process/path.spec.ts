import type { InstancePath } from '../../../server/contract/process-views.js';
import type { ModelText } from '../diagram/model-text.js';
import { flowsTaken, pathRows } from './path.js';

type Stay = InstancePath['elements'][number];

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();
let key = 0;

function stay(elementId: string, from: number, to: number | null, more: Partial<Stay> = {}): Stay {
  return {
    elementKey: String(++key),
    elementId,
    enteredAt: at(from),
    leftAt: to === null ? null : at(to),
    outcome: to === null ? 'active' : 'completed',
    incidents: [],
    ...more,
  };
}

function path(...elements: Stay[]): InstancePath {
  return {
    instanceKey: '1',
    processId: 'p',
    version: 1,
    engine: 'embedded',
    status: 'active',
    startedAt: at(0),
    calledKeys: [],
    elements,
    openIncidents: [],
  };
}

const text: ModelText = {
  names: new Map([['Pruefung', 'Sachliche Prüfung']]),
  steps: [],
  flows: [
    { id: 'a', source: 'Start', target: 'Pruefung' },
    { id: 'b', source: 'Pruefung', target: 'Tor' },
    { id: 'c', source: 'Tor', target: 'Zahlung' },
    { id: 'd', source: 'Tor', target: 'Absage' },
    { id: 'e', source: 'Zahlung', target: 'Zusammen' },
  ],
  joins: new Set(['Zusammen']),
  loops: new Set(['Mitzeichnung']),
};
const rows = (...elements: Stay[]) => pathRows(path(...elements), text, new Date(at(60)));

describe('pathRows', () => {
  it('leaves out the process itself, and names steps as people do', () => {
    const names = rows(stay('p', 0, null), stay('Pruefung', 0, 5), stay('Tor', 5, 5)).map(({ name }) => name);
    expect(names).toEqual(['Sachliche Prüfung', 'Tor']);
  });

  it('does not call an incident open that was resolved', () => {
    const incident = (kind: 'incident' | 'resolved') => ({ kind, at: at(1), message: null });
    const states = rows(
      stay('Pruefung', 0, null, { incidents: [incident('incident'), incident('resolved')] }),
      stay('Pruefung', 0, null, { incidents: [incident('incident'), incident('resolved'), incident('incident')] }),
      stay('Pruefung', 0, 1, { incidents: [incident('incident')] }),
      stay('Pruefung', 0, 1, { outcome: 'terminated' }),
    ).map(({ state }) => state);
    expect(states).toEqual(['running', 'stopped', 'done', 'ended']);
  });

  it('counts until now what still runs, and never below nothing when the clock went back', () => {
    const times = rows(stay('Pruefung', 10, 15), stay('Pruefung', 15, null), stay('Pruefung', 70, null));
    expect(times.map(({ milliseconds }) => milliseconds / 60_000)).toEqual([5, 45, 0]);
  });

  it('shows the runs of a loop without the frame around them, each time it is run', () => {
    const shown = rows(
      stay('Mitzeichnung', 0, 9),
      stay('Mitzeichnung', 0, 3),
      stay('Mitzeichnung', 0, 9),
      stay('Mitzeichnung', 9, null),
      stay('Mitzeichnung', 9, null),
    );
    expect(shown.map(({ enteredAt, leftAt }) => [enteredAt, leftAt])).toEqual([
      [at(0), at(3)],
      [at(0), at(9)],
      [at(9), null],
    ]);
  });

  it('shows a loop that had nothing to run, and every run of a Zeebe, which tells of no frames', () => {
    expect(rows(stay('Mitzeichnung', 0, 0))).toHaveLength(1);
    const ofZeebe = { ...path(stay('Mitzeichnung', 0, null), stay('Mitzeichnung', 0, null)), engine: 'zeebe' as const };
    expect(pathRows(ofZeebe, text, new Date(at(1)))).toHaveLength(2);
  });
});

describe('flowsTaken', () => {
  it('leaves out the branch that was not taken, also when its target was reached later in another way', () => {
    const walked = path(
      stay('Start', 0, 0),
      stay('Pruefung', 0, 5),
      stay('Tor', 5, 5),
      stay('Zahlung', 5, 7),
      stay('Absage', 8, null),
    );
    expect(flowsTaken(walked, text)).toEqual(['a', 'b', 'c']);
  });

  it('does not go on from a step that was taken back', () => {
    expect(flowsTaken(path(stay('Tor', 5, 5, { outcome: 'terminated' }), stay('Zahlung', 5, null)), text)).toEqual([]);
  });

  it('takes a flow to where tokens wait for each other, however long this one waited', () => {
    expect(flowsTaken(path(stay('Zahlung', 5, 7), stay('Zusammen', 30, 30)), text)).toEqual(['e']);
  });
});
