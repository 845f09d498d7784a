import { fristState, nextStep } from './next-step.js';

const today = '2026-11-24';
const closed = { zdaDate: '2016-05-01', jahre: 10, fristbeginn: '2016-05-01', aufbewahrungsende: '2026-12-31' };

describe('fristState', () => {
  it.each([
    ['open', { zdaDate: null }],
    ['unlimited', { jahre: null, aufbewahrungsende: null }],
    ['awaitsEvent', { fristbeginn: null, aufbewahrungsende: null }],
    ['running', {}],
    ['running', { aufbewahrungsende: today }],
    ['over', { aufbewahrungsende: '2026-11-23' }],
  ])('is %s for %p', (state, own) => {
    expect(fristState({ ...closed, ...own }, today)).toBe(state);
  });
});

describe('nextStep', () => {
  const over = { state: 'over', aufbewahrungsende: '2025-12-31', held: false, transferred: false } as const;

  it('puts a Sperre before everything that would take the Vorgang away', () => {
    expect(nextStep({ ...over, aussonderungsart: 'V', held: true }).de).toBe('Sperre klären, dann vernichten');
  });

  it.each([
    ['A', 'Jetzt an das Archiv abgeben'],
    ['B', 'Jetzt dem Archiv zur Bewertung anbieten'],
    ['V', 'Jetzt vernichten'],
  ] as const)('of a due Vorgang with Aussonderungsart %s is: %s', (aussonderungsart, sentence) => {
    expect(nextStep({ ...over, aussonderungsart }).de).toBe(sentence);
  });

  it('names the last day while the period runs', () => {
    const running = { ...over, state: 'running', aufbewahrungsende: '2030-12-31', aussonderungsart: 'A' } as const;
    expect(nextStep(running).de).toBe('Aufbewahren bis 31.12.2030, dann an das Archiv abgeben');
  });
});
