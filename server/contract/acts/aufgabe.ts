import { final, system, type ActDescription } from './describe.js';
import type {
  AufgabenFilter,
  AufgabenLayout,
  AufgabenList,
  WiedervorlageArt,
  WiedervorlageView,
} from '../aufgaben-views.js';
import type { MappeDokument } from '../laufweg-views.js';
import type { Day, Id } from '../views.js';

export const aufgabeActs = {
  'aufgabe.createAufgabe': { label: { de: 'Aufgabe anlegen', en: 'Create task' }, undo: system },
  'aufgabe.withdrawAufgabe': { label: { de: 'Aufgabe entfallen lassen', en: 'Withdraw task' }, undo: system },
  'aufgabe.remindAufgabe': { label: { de: 'Erinnern', en: 'Remind' }, undo: system },
  'aufgabe.claimAufgabe': {
    label: { de: 'Übernehmen', en: 'Claim' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.releaseAufgabe' },
  },
  'aufgabe.releaseAufgabe': {
    label: { de: 'Zurückgeben', en: 'Release' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.claimAufgabe' },
  },
  'aufgabe.forwardAufgabe': {
    label: { de: 'Weitergeben', en: 'Hand over' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.forwardAufgabe' },
    key: 'V',
  },
  'aufgabe.setWiedervorlage': {
    label: { de: 'Auf Wiedervorlage legen', en: 'Resubmit later' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.endWiedervorlage' },
    key: 'W',
  },
  'aufgabe.endWiedervorlage': {
    label: { de: 'Wiedervorlage aufheben', en: 'End resubmission' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.setWiedervorlage' },
  },
  'aufgabe.arrangeAufgaben': {
    label: { de: 'Liste anordnen', en: 'Arrange list' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.arrangeAufgaben' },
  },
  'aufgabe.keepFilter': {
    label: { de: 'Filter merken', en: 'Keep filter' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.removeFilter' },
  },
  'aufgabe.removeFilter': {
    label: { de: 'Gemerkten Filter entfernen', en: 'Remove kept filter' },
    permission: 'aufgabe.work',
    undo: final('Ein Filter lässt sich jederzeit neu merken.', 'A filter can be kept anew at any time.'),
  },
  'aufgabe.assignAufgabe': {
    label: { de: 'Aufgaben verteilen', en: 'Distribute tasks' },
    permission: 'aufgabe.distribute',
    undo: { kind: 'reversible', by: 'aufgabe.assignAufgabe' },
  },
  'aufgabe.completeAufgabe': {
    label: { de: 'Erledigen', en: 'Complete' },
    permission: 'aufgabe.work',
    undo: final(
      'Der Ablauf ist schon beim nächsten Schritt; Widerspruch geht dort über „Zurückweisen“ oder „Storno“.',
      'The process has moved on; object there by “Reject” or “Cancel”.',
    ),
  },
  'aufgabe.transferAufgabe': {
    label: { de: 'Aufgaben übergeben', en: 'Transfer tasks' },
    permission: 'identity.transferWork',
    undo: final('Wer sie bekommen hat, gibt sie weiter.', 'Whoever got them hands them on.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface AufgabeActTypes {
  'aufgabe.claimAufgabe': {
    input: { aufgabeId: Id; version: number };
    output: { version: number };
  };
  'aufgabe.releaseAufgabe': {
    input: { aufgabeId: Id; version: number };
    output: { version: number };
  };
  'aufgabe.forwardAufgabe': {
    input: { aufgabeId: Id; version: number; personId: Id; note: string };
    output: { version: number };
  };
  'aufgabe.assignAufgabe': {
    /** `toId` null: back to its group. */
    input: { aufgabeId: Id; toId: Id | null; reason: string };
    /** Whose it was; null: its group's. */
    output: { fromId: Id | null };
  };
  'aufgabe.transferAufgabe': {
    input: { aufgabeId: Id; fromId: Id; toId: Id | null; reason: string };
    output: { aufgabeId: Id };
  };
  'aufgabe.setWiedervorlage': {
    input: { aufgabeId: Id; day: Day; art: WiedervorlageArt; note: string };
    /** `before`: the Wiedervorlage that this one replaces. */
    output: { aufgabeId: Id; before: WiedervorlageView | null };
  };
  'aufgabe.endWiedervorlage': {
    input: { aufgabeId: Id };
    output: { aufgabeId: Id; before: WiedervorlageView };
  };
  'aufgabe.arrangeAufgaben': {
    input: AufgabenLayout;
    output: { before: AufgabenLayout };
  };
  'aufgabe.keepFilter': {
    /** `shared`: everybody of the person's unit has it too. */
    input: { name: string; list: AufgabenList; filter: AufgabenFilter; shared: boolean };
    output: { id: Id };
  };
  'aufgabe.removeFilter': { input: { id: Id }; output: { id: Id } };
  'aufgabe.completeAufgabe': {
    /** `seen`: of a station of a Laufweg, the newest versions that the page has shown; the Zeichnung is bound to them. */
    input: { aufgabeId: Id; version: number; data: Record<string, unknown>; seen?: MappeDokument[] | undefined };
    output: { aufgabeId: Id };
  };
}
