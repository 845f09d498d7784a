import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const rechnungActs = {
  'rechnung.stornoRechnung': {
    label: { de: 'Rechnung stornieren', en: 'Cancel invoice' },
    permission: 'rechnung.storno',
    undo: final('Ein Storno beendet den Ablauf endgültig.', 'A cancellation ends the process for good.'),
  },
  'rechnung.recordStorno': { label: { de: 'Storno ausführen', en: 'Carry out cancellation' }, undo: system },
} as const satisfies Record<string, ActDescription>;

export interface RechnungActTypes {
  'rechnung.stornoRechnung': {
    input: { vorgangId: Id; version: number; reason: string };
    output: { vorgangId: Id };
  };
}
