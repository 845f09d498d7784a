import { final, system, type ActDescription } from './describe.js';
import type { MappeDokument, OutlineLine } from '../laufweg-views.js';
import type { Id } from '../views.js';

export const laufwegActs = {
  'laufweg.haltLaufweg': { label: { de: 'Laufweg anhalten', en: 'Halt circulation' }, undo: system },
  'laufweg.startLaufweg': {
    label: { de: 'In Umlauf geben', en: 'Start circulation' },
    permission: 'akte.edit',
    undo: final(
      'Wer ihn in Umlauf gegeben hat, holt ihn mit Grund zurück; was gezeichnet ist, bleibt gezeichnet.',
      'Whoever started it calls it back, with a reason; what was signed stays signed.',
    ),
  },
  'laufweg.insertStation': {
    label: { de: 'Station einfügen', en: 'Insert station' },
    permission: 'akte.edit',
    undo: final(
      'Eine Station, die doch nicht gebraucht wird, wird mit Grund übersprungen.',
      'A station that is not needed after all is skipped, with a reason.',
    ),
  },
  'laufweg.skipStation': {
    label: { de: 'Station überspringen', en: 'Skip station' },
    permission: 'akte.edit',
    undo: final(
      'Die Station bleibt sichtbar; wer doch gefragt werden soll, wird neu eingefügt.',
      'The station stays visible; whoever is to be asked after all is inserted anew.',
    ),
  },
  'laufweg.moveStation': {
    label: { de: 'Station verschieben', en: 'Move station' },
    permission: 'akte.edit',
    undo: final(
      'Die Station lässt sich zurückschieben, solange niemand dort gefragt ist.',
      'The station can be moved back as long as nobody is asked there.',
    ),
  },
  'laufweg.recallLaufweg': {
    label: { de: 'Zurückholen', en: 'Call back' },
    permission: 'akte.edit',
    undo: final(
      'Was gezeichnet ist, bleibt gezeichnet; ein neuer Laufweg beginnt von vorn.',
      'What was signed stays signed; a new circulation begins anew.',
    ),
  },
  'laufweg.continueLaufweg': {
    label: { de: 'Trotzdem weiter', en: 'Go on in spite of it' },
    permission: 'akte.edit',
    undo: final(
      'Wer danach gefragt ist, liest den Grund; der Laufweg lässt sich mit Grund zurückholen.',
      'Whoever is asked next reads the reason; the circulation can be called back, with a reason.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

/** `version` is that of the Laufweg. */
export interface LaufwegActTypes {
  'laufweg.startLaufweg': {
    input: { vorgangId: Id; dokumente: MappeDokument[]; lines: OutlineLine[] };
    output: { laufwegId: Id };
  };
  'laufweg.insertStation': {
    input: { laufwegId: Id; version: number; groupId: Id | null; index: number; lines: OutlineLine[] };
    output: { version: number };
  };
  'laufweg.skipStation': {
    input: { laufwegId: Id; version: number; stationId: Id; reason: string };
    output: { version: number };
  };
  'laufweg.moveStation': {
    input: { laufwegId: Id; version: number; stationId: Id; groupId: Id | null; index: number };
    output: { version: number };
  };
  'laufweg.recallLaufweg': {
    input: { laufwegId: Id; version: number; reason: string };
    output: { version: number };
  };
  'laufweg.continueLaufweg': {
    input: { laufwegId: Id; version: number; reason: string };
    output: { version: number };
  };
}
