import type { Id } from './views.js';

/** Input of every act that a person performs. `version` is the row version that the screen showed. */
export interface ActInputs {
  'posteingang.assignEingang': {
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
  'posteingang.setAsideEingang': { eingangId: Id; version: number; note: string };
  'posteingang.resumeEingang': { eingangId: Id; version: number };
  'aufgabe.claimAufgabe': { aufgabeId: Id; version: number };
  'aufgabe.releaseAufgabe': { aufgabeId: Id; version: number };
  'aufgabe.forwardAufgabe': { aufgabeId: Id; version: number; personId: Id; note: string };
  'aufgabe.completeAufgabe': { aufgabeId: Id; version: number; data: Record<string, unknown> };
  'zeichnung.signDokument': { aufgabeId: Id; version: number; password: string };
  'rechnung.stornoRechnung': { vorgangId: Id; version: number; reason: string };
  'akte.closeZdA': { vorgangId: Id; version: number };
  'akte.reopenVorgang': { vorgangId: Id; version: number; reason: string };
  'workflow.deployProcess': { xml: string };
  'workflow.deployDecision': { xml: string };
  'workflow.resolveIncident': { incidentKey: string };
  'workflow.cancelInstance': { instanceKey: string; reason: string };
  /** `terminate`: keys of element instances; `activate`: ids of elements. */
  'workflow.modifyInstance': { instanceKey: string; terminate: string[]; activate: string[]; reason: string };
  /** `mapping`: old element id → new one, where they differ. */
  'workflow.migrateInstance': { instanceKey: string; version: number; mapping: Record<string, string>; reason: string };
  'aussonderung.transferAbgabe': { vorgangIds: Id[] };
  'demo.moveClock': { days: number };
}

/** Where an Eingang goes: an open Vorgang, an Akte (new Vorgang), or a position of the Aktenplan (new Akte and Vorgang). */
export type AssignTarget =
  | { kind: 'vorgang'; vorgangId: Id }
  | { kind: 'akte'; akteId: Id; vorgangBetreff: string }
  | { kind: 'aktenplaneinheit'; aktenplaneinheitId: Id; akteBetreff: string; vorgangBetreff: string };

export interface ActOutputs {
  'posteingang.assignEingang': { vorgangId: Id; akteId: Id; dokumentId: Id; aktenzeichen: string };
  'posteingang.setAsideEingang': { version: number };
  'posteingang.resumeEingang': { version: number };
  'aufgabe.claimAufgabe': { version: number };
  'aufgabe.releaseAufgabe': { version: number };
  'aufgabe.forwardAufgabe': { version: number };
  'aufgabe.completeAufgabe': { aufgabeId: Id };
  'zeichnung.signDokument': { dokumentId: Id; versionNummer: number; sha256: string };
  'rechnung.stornoRechnung': { vorgangId: Id };
  'akte.closeZdA': { zdaDate: string; aufbewahrungsende: string | null };
  'akte.reopenVorgang': { version: number };
  /** One entry for each process of the file, in its order. */
  'workflow.deployProcess': { processes: { processId: string; version: number }[]; warnings: Finding[] };
  'workflow.deployDecision': {
    modelId: string;
    decisions: { decisionId: string; version: number }[];
    warnings: Finding[];
  };
  'workflow.resolveIncident': { incidentKey: string };
  'workflow.cancelInstance': { instanceKey: string };
  'workflow.modifyInstance': { instanceKey: string };
  'workflow.migrateInstance': { warnings: Finding[] };
  'aussonderung.transferAbgabe': { aussonderungId: Id; fileName: string; sha512: string; size: number };
  'demo.moveClock': { now: string };
}

/** One observation about a model or a message: which element, how bad, in both languages. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** Element id of a model, or path in a message. */
  at: string;
  de: string;
  en: string;
}
