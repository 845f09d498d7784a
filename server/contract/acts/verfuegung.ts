import type { MappeDokument } from '../laufweg-views.js';
import type { NewPunkt } from '../verfuegung-views.js';
import type { Id } from '../views.js';
import { final, type ActDescription } from './describe.js';

export const verfuegungActs = {
  'verfuegung.orderVerfuegung': {
    label: { de: 'Verfügen', en: 'Give instruction' },
    permission: 'akte.edit',
    undo: { kind: 'reversible', by: 'verfuegung.recallVerfuegung' },
    key: 'V',
  },
  'verfuegung.recallVerfuegung': {
    label: { de: 'Verfügung zurücknehmen', en: 'Take instruction back' },
    permission: 'akte.edit',
    undo: final(
      'Sie bleibt durchgestrichen stehen; dasselbe lässt sich neu verfügen.',
      'It stays, struck out; the same can be ordered anew.',
    ),
  },
  'verfuegung.addPunkt': {
    label: { de: 'Punkt ergänzen', en: 'Add point' },
    permission: 'akte.edit',
    undo: final(
      'Ein Punkt, der doch nicht gebraucht wird, wird mit Grund aufgehoben.',
      'A point that is not needed after all is struck, with a reason.',
    ),
  },
  'verfuegung.cancelPunkt': {
    label: { de: 'Punkt aufheben', en: 'Strike point' },
    permission: 'akte.edit',
    undo: final(
      'Er bleibt durchgestrichen stehen; was doch gebraucht wird, wird ergänzt.',
      'It stays, struck out; what is needed after all is added.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

/** `version` is that of the Verfügung. */
export interface VerfuegungActTypes {
  'verfuegung.orderVerfuegung': {
    /** `dokument`: in the register of the Vorgang, in the version that the person has seen. */
    input: { vorgangId: Id; dokument: MappeDokument | null; punkte: NewPunkt[] };
    output: { verfuegungId: Id; version: number };
  };
  'verfuegung.recallVerfuegung': {
    input: { verfuegungId: Id; version: number };
    output: { version: number };
  };
  'verfuegung.addPunkt': {
    input: { verfuegungId: Id; version: number; punkt: NewPunkt };
    output: { version: number };
  };
  'verfuegung.cancelPunkt': {
    input: { verfuegungId: Id; version: number; punktId: Id; reason: string };
    output: { version: number };
  };
}
