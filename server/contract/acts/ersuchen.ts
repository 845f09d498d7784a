import { final, system, type ActDescription } from './describe.js';
import type { Day, Id } from '../views.js';

const TOLD = final(
  'Die andere Behörde weiß es schon; ein neues Ersuchen kann gestellt werden.',
  'The other authority knows it already; a new request can be made.',
);

export const ersuchenActs = {
  'ersuchen.askErsuchen': {
    label: { de: 'Ersuchen stellen', en: 'Make request' },
    permission: 'ersuchen.ask',
    undo: final(
      'Es kann mit Grund zurückgenommen werden, solange es nicht beantwortet ist.',
      'It can be taken back with a reason while it has not been answered.',
    ),
  },
  'ersuchen.recallErsuchen': {
    label: { de: 'Ersuchen zurücknehmen', en: 'Take request back' },
    permission: 'ersuchen.ask',
    undo: TOLD,
  },
  'ersuchen.acceptErsuchen': {
    label: { de: 'Ersuchen annehmen', en: 'Accept request' },
    permission: 'ersuchen.receive',
    undo: final(
      'Die Dokumente liegen in einem eigenen Vorgang; antworten lässt sich auch, dass nicht geholfen werden kann.',
      'The documents lie in a case of our own; the answer can also be that no help is possible.',
    ),
  },
  'ersuchen.refuseErsuchen': {
    label: { de: 'Ersuchen ablehnen', en: 'Refuse request' },
    permission: 'ersuchen.receive',
    undo: TOLD,
  },
  'ersuchen.answerErsuchen': {
    label: { de: 'Ersuchen beantworten', en: 'Answer request' },
    permission: 'ersuchen.ask',
    undo: TOLD,
  },
  'ersuchen.receiveErsuchen': {
    label: { de: 'Ersuchen erhalten', en: 'Request received' },
    undo: system,
  },
  'ersuchen.closeErsuchen': {
    label: { de: 'Ersuchen von der anderen Behörde zurückgenommen', en: 'Request taken back by the other authority' },
    undo: system,
  },
  'ersuchen.eraseErsuchen': {
    label: { de: 'Inhalt des Ersuchens gelöscht', en: 'Content of the request erased' },
    undo: system,
  },
  'ersuchen.recordAcceptance': {
    label: { de: 'Ersuchen dort angenommen', en: 'Request accepted there' },
    undo: system,
  },
  'ersuchen.recordRefusal': {
    label: { de: 'Ersuchen dort abgelehnt', en: 'Request refused there' },
    undo: system,
  },
  'ersuchen.recordAnswer': {
    label: { de: 'Antwort auf das Ersuchen', en: 'Answer to the request' },
    undo: system,
  },
} as const satisfies Record<string, ActDescription>;

/** A Vorgang that is there, or a new one in an Akte that is there. */
export type ErsuchenTarget = { kind: 'vorgang'; vorgangId: Id } | { kind: 'akte'; akteId: Id; vorgangBetreff: string };

export interface ErsuchenActTypes {
  'ersuchen.askErsuchen': {
    /** `dokumentIds`: what goes along as a copy, in its newest version; at most 50. */
    input: { vorgangId: Id; mandantId: Id; betreff: string; question: string; frist: Day | null; dokumentIds: Id[] };
    output: { ersuchenId: Id; version: number };
  };
  'ersuchen.recallErsuchen': {
    input: { ersuchenId: Id; version: number; reason: string };
    output: { version: number };
  };
  'ersuchen.acceptErsuchen': {
    input: { ersuchenId: Id; version: number; target: ErsuchenTarget };
    output: { vorgangId: Id; version: number };
  };
  'ersuchen.refuseErsuchen': {
    input: { ersuchenId: Id; version: number; reason: string };
    output: { version: number };
  };
  'ersuchen.answerErsuchen': {
    /** `dokumentIds`: of the Vorgang that it was accepted into; at most 50. */
    input: { ersuchenId: Id; version: number; answer: string; dokumentIds: Id[] };
    output: { version: number };
  };
}
