import type { Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

export const barriereActs = {
  // Everybody may, signed in or not, so it has no permission; its door is `server/barriere/door.http.ts`.
  'barriere.tellBarriere': { label: { de: 'Barriere melden', en: 'Report a barrier' }, undo: system },
  'barriere.closeBarriere': {
    label: { de: 'Meldung abschließen', en: 'Close the report' },
    permission: 'barriere.close',
    undo: final(
      'Mit dem Abschluss ist der Kontakt gelöscht; was noch stört, wird neu gemeldet.',
      'Closing deletes the contact; what still disturbs is reported anew.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface BarriereActTypes {
  'barriere.closeBarriere': { input: { id: Id; note: string }; output: object };
}
