import type { StapelOperation, StapelWayBack } from '../stapel-views.js';
import type { Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

export const stapelActs = {
  'stapel.planStapel': {
    label: { de: 'Stapel zusammenstellen', en: 'Plan batch' },
    permission: 'stapel.run',
    undo: final('Ein Stapel ändert nichts, bevor er gestartet ist.', 'A batch changes nothing before it is started.'),
  },
  'stapel.planTransfer': {
    label: { de: 'Offene Arbeit übergeben', en: 'Transfer open work' },
    permission: 'identity.transferWork',
    undo: final('Ein Stapel ändert nichts, bevor er gestartet ist.', 'A batch changes nothing before it is started.'),
  },
  'stapel.planFiling': {
    label: { de: 'Sichere Eingänge ablegen', en: 'File the certain items' },
    permission: 'posteingang.assign',
    undo: final('Ein Stapel ändert nichts, bevor er gestartet ist.', 'A batch changes nothing before it is started.'),
  },
  'stapel.startStapel': {
    label: { de: 'Stapel starten', en: 'Start batch' },
    permission: 'stapel.run',
    undo: { kind: 'reversible', by: 'stapel.abortStapel' },
  },
  'stapel.abortStapel': {
    label: { de: 'Stapel abbrechen', en: 'Abort batch' },
    permission: 'stapel.run',
    undo: final(
      'Was erledigt ist, bleibt; für den Rest wird ein neuer Stapel zusammengestellt.',
      'What is done stays; plan a new batch for the rest.',
    ),
  },
  'stapel.takeBackStapel': {
    label: { de: 'Stapel zurücknehmen', en: 'Take batch back' },
    permission: 'stapel.run',
    undo: final('Was zurückgenommen ist, lässt sich neu tun.', 'What was taken back can be done anew.'),
  },
  'stapel.finishStapel': { label: { de: 'Stapel beendet', en: 'Batch ended' }, undo: system },
} as const satisfies Record<string, ActDescription>;

export interface StapelActTypes {
  'stapel.planStapel': {
    input: {
      operation: StapelOperation;
      /** What the act asks for besides its target, e.g. a reason. */
      input: Record<string, unknown>;
      targets: { kind: 'ids'; ids: Id[] } | { kind: 'search'; query: string };
    };
    output: { stapelId: Id; total: number };
  };
  'stapel.planTransfer': {
    input: {
      /** Whose work it is. */
      personId: Id;
      aufgaben: { to: 'person'; personId: Id } | { to: 'group' } | { to: 'nobody' };
      checkouts: 'release' | 'keep';
      vertretungen: 'end' | 'keep';
      reason: string;
    };
    output: { stapelId: Id; total: number };
  };
  /** Everything on the desk whose first proposal is certain. */
  'stapel.planFiling': { input: { confidence: 'sicher' }; output: { stapelId: Id; total: number } };
  'stapel.startStapel': {
    input: {
      stapelId: Id;
      /** Targets that the person does not want after all. */
      leaveOut?: Id[] | undefined;
    };
    output: { stapelId: Id; wayBack: StapelWayBack };
  };
  /** `stapelId` of the output: the batch that takes back; null where nothing had been done yet. */
  'stapel.takeBackStapel': { input: { stapelId: Id }; output: { stapelId: Id | null; total: number } };
  'stapel.abortStapel': { input: { stapelId: Id }; output: { stapelId: Id } };
}
