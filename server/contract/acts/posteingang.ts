import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const posteingangActs = {
  'posteingang.receiveEingang': { label: { de: 'Eingang aufnehmen', en: 'Receive item' }, undo: system },
  'posteingang.receiveUpload': {
    label: { de: 'Hochgeladene Datei aufnehmen', en: 'Receive uploaded file' },
    permission: 'posteingang.receive',
    undo: final(
      'Was eingegangen ist, bleibt im Posteingang, bis es abgelegt oder zur Klärung gegeben wird.',
      'What has arrived stays on the intake desk until it is filed or set aside.',
    ),
  },
  'posteingang.recordExamination': { label: { de: 'Prüfergebnis festhalten', en: 'Record examination' }, undo: system },
  'posteingang.assignEingang': {
    label: { de: 'Ablegen', en: 'File' },
    permission: 'posteingang.assign',
    undo: final(
      'Mit dem Ablegen beginnt der Ablauf; falsch Abgelegtes wird in der Akte berichtigt.',
      'Filing starts the process; a misfiled item is corrected in the file.',
    ),
    key: 'Enter',
  },
  'posteingang.setAsideEingang': {
    label: { de: 'Zur Klärung', en: 'Set aside for clarification' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.resumeEingang' },
    key: 'U',
  },
  'posteingang.resumeEingang': {
    label: { de: 'Zurück in den Posteingang', en: 'Back to the intake desk' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.setAsideEingang' },
  },
} as const satisfies Record<string, ActDescription>;

export interface PosteingangActTypes {
  'posteingang.receiveUpload': {
    input: { uploadId: Id };
    output: { eingangId: Id; duplicate: boolean };
  };
  'posteingang.assignEingang': {
    input: {
      eingangId: Id;
      version: number;
      target: AssignTarget;
      /** Title of the Dokument in the Akte. */
      betreff: string;
      /** Calendar day of the letter, `YYYY-MM-DD`, or null where it has none. */
      letterDate: string | null;
      /** BPMN process to start, or null: then an Aufgabe for the unit is made by hand. */
      processId: string | null;
    };
    output: { vorgangId: Id; akteId: Id; dokumentId: Id; aktenzeichen: string };
  };
  'posteingang.setAsideEingang': {
    input: { eingangId: Id; version: number; note: string };
    output: { version: number };
  };
  'posteingang.resumeEingang': {
    input: { eingangId: Id; version: number };
    output: { version: number };
  };
}

/** Where an Eingang goes: an open Vorgang, an Akte (new Vorgang), or a position of the Aktenplan (new Akte and Vorgang). */
export type AssignTarget =
  | { kind: 'vorgang'; vorgangId: Id }
  | { kind: 'akte'; akteId: Id; vorgangBetreff: string }
  | { kind: 'aktenplaneinheit'; aktenplaneinheitId: Id; akteBetreff: string; vorgangBetreff: string };
