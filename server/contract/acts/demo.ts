import { final, system, type ActDescription } from './describe.js';

export const demoActs = {
  'demo.seedMandant': { label: { de: 'Vorführdaten anlegen', en: 'Create demo data' }, undo: system },
  'demo.moveClock': {
    label: { de: 'Uhr vorstellen', en: 'Move the clock' },
    permission: 'demo.moveClock',
    undo: final('Die Zeit läuft nur vorwärts.', 'Time only moves forward.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface DemoActTypes {
  'demo.moveClock': {
    input: { days: number };
    output: { now: string };
  };
}
