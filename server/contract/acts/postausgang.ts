import { system, type ActDescription } from './describe.js';

export const postausgangActs = {
  'postausgang.recordVersand': { label: { de: 'Versand festhalten', en: 'Record dispatch' }, undo: system },
} as const satisfies Record<string, ActDescription>;
