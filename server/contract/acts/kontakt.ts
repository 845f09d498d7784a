import type { KontaktFacts } from '../kontakt-views.js';
import type { Id } from '../views.js';
import { final, type ActDescription } from './describe.js';

export const kontaktActs = {
  'kontakt.addKontakt': {
    label: { de: 'Kontakt anlegen', en: 'Add contact' },
    permission: 'kontakt.keep',
    undo: final(
      'Ein Eintrag bleibt im Verzeichnis; eine Dublette wird zusammengeführt.',
      'An entry stays in the register; a duplicate is merged.',
    ),
  },
  'kontakt.changeKontakt': {
    label: { de: 'Kontakt ändern', en: 'Change contact' },
    permission: 'kontakt.keep',
    undo: final(
      'Was vorher dastand, nennt das Protokoll; es wird neu eingetragen.',
      'The audit trail names what was there before; it is entered anew.',
    ),
  },
  'kontakt.mergeKontakt': {
    label: { de: 'Zusammenführen', en: 'Merge' },
    permission: 'kontakt.merge',
    undo: { kind: 'reversible', by: 'kontakt.splitKontakt' },
  },
  'kontakt.splitKontakt': {
    label: { de: 'Zusammenführung zurücknehmen', en: 'Undo merge' },
    permission: 'kontakt.merge',
    undo: final('Die Einträge lassen sich neu zusammenführen.', 'The entries can be merged anew.'),
  },
  'kontakt.addBeteiligung': {
    label: { de: 'Beteiligte hinzufügen', en: 'Add participant' },
    permission: 'kontakt.keep',
    undo: { kind: 'reversible', by: 'kontakt.endBeteiligung' },
  },
  'kontakt.endBeteiligung': {
    label: { de: 'Beteiligung beenden', en: 'End participation' },
    permission: 'kontakt.keep',
    undo: final('Die Beteiligung lässt sich neu eintragen.', 'The part can be entered anew.'),
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
