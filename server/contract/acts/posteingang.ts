import { final, system, type ActDescription } from './describe.js';
import type { EingangKind } from '../examination.js';
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
    undo: { kind: 'reversible', by: 'posteingang.unassignEingang' },
    key: 'Enter',
  },
  'posteingang.unassignEingang': {
    label: { de: 'Ablegen zurücknehmen', en: 'Take filing back' },
    permission: 'posteingang.assign',
    undo: final(
      'Der Eingang liegt wieder im Posteingang und lässt sich neu ablegen.',
      'The item is on the intake desk again and can be filed anew.',
    ),
  },
  'posteingang.setAsideEingang': {
    label: { de: 'Zur Klärung', en: 'Set aside for clarification' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.resumeEingang' },
    key: 'U',
  },
  'posteingang.forwardEingang': {
    label: { de: 'Weitergeben', en: 'Forward' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.recallEingang' },
    key: 'V',
  },
  'posteingang.recallEingang': {
    label: { de: 'Zurückholen', en: 'Recall' },
    permission: 'posteingang.receive',
    undo: final(
      'Der Eingang liegt wieder am Tisch und lässt sich neu weitergeben.',
      'The item lies at the desk again and can be forwarded anew.',
    ),
  },
  'posteingang.acceptEingang': {
    label: { de: 'Annehmen', en: 'Accept' },
    permission: 'posteingang.assign',
    undo: final(
      'Was angenommen ist, lässt sich mit Grund zurückgeben.',
      'What is accepted can be sent back with a reason.',
    ),
    key: 'A',
  },
  'posteingang.refuseEingang': {
    label: { de: 'Zurückgeben', en: 'Send back' },
    permission: 'posteingang.assign',
    undo: final(
      'Der Eingang liegt mit Ihrem Grund wieder am Tisch der Poststelle, die ihn neu weitergeben kann.',
      'The item lies at the intake desk again with your reason; the mail room can forward it anew.',
    ),
    key: 'R',
  },
  'posteingang.orderReceipt': {
    label: { de: 'Eingangsbestätigung senden', en: 'Send receipt' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.holdReceipt' },
    key: 'E',
  },
  'posteingang.holdReceipt': {
    label: { de: 'Eingangsbestätigung anhalten', en: 'Hold receipt back' },
    permission: 'posteingang.assign',
    undo: final('Sie lässt sich jederzeit senden.', 'It can be sent at any time.'),
  },
  'posteingang.waiveReceipt': {
    label: { de: 'Keine Bestätigung senden', en: 'Send no receipt' },
    permission: 'posteingang.assign',
    undo: final('Sie lässt sich trotzdem noch senden.', 'It can still be sent.'),
  },
  'posteingang.recordReceipt': {
    label: { de: 'Eingangsbestätigung festhalten', en: 'Record receipt' },
    undo: system,
  },
  'posteingang.linkDuplicate': {
    label: { de: 'Als Dublette verknüpfen', en: 'Link as duplicate' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.unlinkDuplicate' },
    key: 'D',
  },
  'posteingang.unlinkDuplicate': {
    label: { de: 'Verknüpfung lösen', en: 'Undo link' },
    permission: 'posteingang.assign',
    undo: final(
      'Der Eingang liegt wieder im Posteingang und lässt sich neu verknüpfen.',
      'The item is on the intake desk again and can be linked anew.',
    ),
  },
  'posteingang.resumeEingang': {
    label: { de: 'Zurück in den Posteingang', en: 'Back to the intake desk' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.setAsideEingang' },
  },
  'posteingang.rearrangeScans': {
    label: { de: 'Scan aufteilen oder zusammenlegen', en: 'Split or merge scans' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.restoreScans' },
    key: 'S',
  },
  'posteingang.restoreScans': {
    label: { de: 'Aufteilung zurücknehmen', en: 'Take rearrangement back' },
    permission: 'posteingang.assign',
    undo: final(
      'Die Scans liegen wieder im Posteingang, wie sie kamen, und lassen sich neu aufteilen.',
      'The scans are on the intake desk again as they came and can be split anew.',
    ),
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
      /** What it is; left out: as proposed. */
      kind?: EingangKind | undefined;
      /** From whom it is, empty where nobody knows; left out: as proposed. */
      sender?: string | undefined;
    };
    /** `version` is that of the Eingang. */
    output: { vorgangId: Id; akteId: Id; dokumentId: Id; aktenzeichen: string; version: number };
  };
  'posteingang.unassignEingang': { input: { eingangId: Id; version: number }; output: { version: number } };
  'posteingang.setAsideEingang': {
    input: { eingangId: Id; version: number; note: string };
    output: { version: number };
  };
  'posteingang.forwardEingang': {
    input: { eingangId: Id; version: number; receiver: { kind: 'person' | 'unit'; id: Id }; note: string };
    output: { version: number };
  };
  'posteingang.recallEingang': { input: { eingangId: Id; version: number }; output: { version: number } };
  'posteingang.acceptEingang': { input: { eingangId: Id; version: number }; output: { version: number } };
  'posteingang.refuseEingang': {
    input: { eingangId: Id; version: number; reason: string };
    output: { version: number };
  };
  /** `version` is that of the receipt. */
  'posteingang.orderReceipt': { input: { eingangId: Id; version: number }; output: { version: number } };
  'posteingang.holdReceipt': { input: { eingangId: Id; version: number }; output: { version: number } };
  'posteingang.waiveReceipt': {
    input: { eingangId: Id; version: number; reason: string };
    output: { version: number };
  };
  'posteingang.linkDuplicate': {
    /** `originalId`: the earlier Eingang that this one is again. */
    input: { eingangId: Id; version: number; originalId: Id };
    output: { version: number };
  };
  'posteingang.unlinkDuplicate': {
    input: { eingangId: Id; version: number };
    output: { version: number };
  };
  'posteingang.resumeEingang': {
    input: { eingangId: Id; version: number };
    output: { version: number };
  };
  'posteingang.rearrangeScans': {
    input: {
      /** The scans that are taken apart, each as the person has seen it. */
      sources: { eingangId: Id; version: number }[];
      /** The letters that become of them, each an Eingang of its own. A page that none of them names is left out. */
      letters: { pages: ScanPage[] }[];
    };
    /** `eingangIds`: the letters, in their order. */
    output: { rearrangementId: Id; eingangIds: Id[] };
  };
  'posteingang.restoreScans': {
    input: { rearrangementId: Id };
    /** The scans that lie at the desk again. */
    output: { eingangIds: Id[] };
  };
}

/** A page of a scan: `source` counts the sources of the act from 0, `page` from 1; `turn` is added to how it lies, clockwise. */
export interface ScanPage {
  source: number;
  page: number;
  turn: 0 | 90 | 180 | 270;
}

/** Where an Eingang goes: an open Vorgang, an Akte (new Vorgang), or a position of the Aktenplan (new Akte and Vorgang). */
export type AssignTarget =
  | { kind: 'vorgang'; vorgangId: Id }
  | { kind: 'akte'; akteId: Id; vorgangBetreff: string }
  | { kind: 'aktenplaneinheit'; aktenplaneinheitId: Id; akteBetreff: string; vorgangBetreff: string };
