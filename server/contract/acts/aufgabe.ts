import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

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
  'aufgabe.transferAufgabe': {
    input: { aufgabeId: Id; fromId: Id; toId: Id | null; reason: string };
    output: { aufgabeId: Id };
  };
  'aufgabe.completeAufgabe': {
    input: { aufgabeId: Id; version: number; data: Record<string, unknown> };
    output: { aufgabeId: Id };
  };
}
