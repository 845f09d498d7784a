import type { KontaktFacts } from '../kontakt-views.js';
import type { Id } from '../views.js';
import type { ActDescription } from './describe.js';

export const kontaktActs = {
  'kontakt.addKontakt': {
    label: { de: 'Kontakt anlegen', en: 'Add contact' },
    permission: 'kontakt.keep',
    undo: { kind: 'reversible', by: 'kontakt.mergeKontakt' },
  },
  'kontakt.changeKontakt': {
    label: { de: 'Kontakt ändern', en: 'Change contact' },
    permission: 'kontakt.keep',
    undo: { kind: 'reversible', by: 'kontakt.changeKontakt' },
  },
  'kontakt.mergeKontakt': {
    label: { de: 'Zusammenführen', en: 'Merge' },
    permission: 'kontakt.merge',
    undo: { kind: 'reversible', by: 'kontakt.splitKontakt' },
  },
  'kontakt.splitKontakt': {
    label: { de: 'Zusammenführung zurücknehmen', en: 'Undo merge' },
    permission: 'kontakt.merge',
    undo: { kind: 'reversible', by: 'kontakt.mergeKontakt' },
  },
  'kontakt.addBeteiligung': {
    label: { de: 'Beteiligte hinzufügen', en: 'Add participant' },
    permission: 'kontakt.keep',
    undo: { kind: 'reversible', by: 'kontakt.endBeteiligung' },
  },
  'kontakt.endBeteiligung': {
    label: { de: 'Beteiligung beenden', en: 'End participation' },
    permission: 'kontakt.keep',
    undo: { kind: 'reversible', by: 'kontakt.addBeteiligung' },
  },
} as const satisfies Record<string, ActDescription>;

export interface KontaktActTypes {
  'kontakt.addKontakt': { input: KontaktFacts; output: { id: Id } };
  'kontakt.changeKontakt': { input: KontaktFacts & { id: Id; version: number }; output: { version: number } };
  'kontakt.mergeKontakt': {
    /** `id`, as the screen showed it in `version`, is a duplicate of `keptId`. */
    input: { id: Id; version: number; keptId: Id };
    output: { version: number };
  };
  'kontakt.splitKontakt': { input: { id: Id; version: number }; output: { version: number } };
  'kontakt.addBeteiligung': { input: { vorgangId: Id; kontaktId: Id; rolle: string }; output: { id: Id } };
  'kontakt.endBeteiligung': { input: { id: Id }; output: { id: Id } };
}
