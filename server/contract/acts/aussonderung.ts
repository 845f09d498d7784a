import { final, system, type ActDescription } from './describe.js';
import type { Day, Id } from '../views.js';

export const aussonderungActs = {
  'aussonderung.transferAbgabe': {
    label: { de: 'Abgabe erstellen', en: 'Create transfer' },
    permission: 'aussonderung.transfer',
    undo: final(
      'Eine erstellte Abgabe bleibt nachweisbar; eine Korrektur ist eine neue Abgabe.',
      'A transfer stays on record; a correction is a new transfer.',
    ),
  },
  'aussonderung.setAufbewahrungsfrist': {
    label: { de: 'Aufbewahrungsfrist festlegen', en: 'Set retention period' },
    permission: 'aussonderung.setFrist',
    undo: final(
      'Die Festlegung bleibt im Protokoll; eine neue ersetzt sie.',
      'What was set stays in the audit trail; a new setting replaces it.',
    ),
  },
  'aussonderung.recordEvent': {
    label: { de: 'Ereignis festhalten', en: 'Record event' },
    permission: 'aussonderung.setFrist',
    undo: final(
      'Ein falscher Tag wird durch neues Festhalten berichtigt.',
      'A wrong day is corrected by recording the event again.',
    ),
  },
  'aussonderung.setSperre': {
    label: { de: 'Sperre setzen', en: 'Set legal hold' },
    permission: 'aussonderung.setSperre',
    undo: final(
      'Eine Sperre wird nur mit eigenem Recht und Grund aufgehoben.',
      'A legal hold is lifted only with a right and a reason of its own.',
    ),
  },
  'aussonderung.liftSperre': {
    label: { de: 'Sperre aufheben', en: 'Lift legal hold' },
    permission: 'aussonderung.liftSperre',
    undo: final(
      'Wer wieder sperren will, setzt eine neue Sperre; beide stehen im Protokoll.',
      'To hold again, set a new legal hold; both stand in the audit trail.',
    ),
  },
  'aussonderung.requestVernichtung': {
    label: { de: 'Vernichtung beantragen', en: 'Request destruction' },
    permission: 'aussonderung.requestVernichtung',
    undo: final(
      'Bis zur Freigabe kann der Antrag mit Grund zurückgezogen werden.',
      'Until the release the request can be withdrawn with a reason.',
    ),
  },
  'aussonderung.excludeVorgang': {
    label: { de: 'Ausnehmen', en: 'Take out' },
    permission: 'aussonderung.requestVernichtung',
    undo: final(
      'Ein ausgenommener Vorgang kann neu beantragt werden.',
      'A case that was taken out can be requested again.',
    ),
  },
  'aussonderung.withdrawVernichtung': {
    label: { de: 'Antrag zurückziehen', en: 'Withdraw request' },
    permission: 'aussonderung.requestVernichtung',
    undo: final('Die Vernichtung kann neu beantragt werden.', 'The destruction can be requested again.'),
  },
  'aussonderung.releaseVernichtung': {
    label: { de: 'Vernichtung freigeben', en: 'Release destruction' },
    permission: 'aussonderung.releaseVernichtung',
    undo: final(
      'Was vernichtet ist, kommt nicht wieder; es bleibt der Löschnachweis.',
      'What is destroyed does not come back; the proof of deletion stays.',
    ),
  },
  'aussonderung.destroyVernichtung': { label: { de: 'Vernichten', en: 'Destroy' }, undo: system },
  'aussonderung.proveVernichtung': {
    label: { de: 'Löschnachweis erstellen', en: 'Make proof of deletion' },
    undo: system,
  },
} as const satisfies Record<string, ActDescription>;

export interface AussonderungActTypes {
  'aussonderung.setAufbewahrungsfrist': {
    input: {
      objectKind: 'aktenplaneinheit' | 'akte' | 'vorgang';
      objectId: Id;
      /** Of what the record says so far; 0 where it says nothing. */
      version: number;
      jahre: number | 'unlimited' | 'inherited';
      /** null: inherited */
      counting: 'yearEnd' | 'dayExact' | null;
      start: 'zdA' | 'event' | null;
      reason: string;
      /** Only where the period is shorter than the Aktenplan says. */
      shorteningReason: string | null;
    };
    output: { version: number; vorgaenge: number };
  };
  'aussonderung.recordEvent': {
    input: {
      objectKind: 'akte' | 'vorgang';
      objectId: Id;
      version: number;
      day: Day;
      reason: string;
      shorteningReason: string | null;
    };
    output: { version: number; vorgaenge: number };
  };
  'aussonderung.setSperre': {
    input: { objectKind: 'akte' | 'vorgang' | 'dokument'; objectId: Id; reason: string };
    output: { sperreId: Id };
  };
  'aussonderung.requestVernichtung': {
    input: { vorgangIds: Id[]; reason: string };
    output: { vernichtungId: Id; version: number };
  };
  'aussonderung.excludeVorgang': {
    input: { vernichtungId: Id; version: number; vorgangId: Id; reason: string };
    output: { version: number };
  };
  'aussonderung.withdrawVernichtung': {
    input: { vernichtungId: Id; version: number; reason: string };
    output: { version: number };
  };
  'aussonderung.releaseVernichtung': {
    input: { vernichtungId: Id; version: number };
    output: { version: number; vorgaenge: number };
  };
  'aussonderung.liftSperre': {
    input: { sperreId: Id; reason: string };
    output: { objectId: Id };
  };
  'aussonderung.transferAbgabe': {
    input: { vorgangIds: Id[] };
    output: { aussonderungId: Id; fileName: string; sha512: string; size: number };
  };
}
