import type { PunktArt, PunktState } from '../contract/verfuegung-views.js';
import type { Punkt } from './verfuegung.js';

/** A point for tests of the pure rules. */
export function punkt(
  nummer: number,
  art: PunktArt,
  state: PunktState = 'offen',
  aufgabeId: string | null = null,
): Punkt {
  return { id: `p${nummer}`, nummer, art, state, aufgabeId };
}
