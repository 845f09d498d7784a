import { excludeVorgang } from './exclude-vorgang.js';
import { liftSperre } from './lift-sperre.js';
import { recordEvent } from './record-event.js';
import { releaseVernichtung } from './release-vernichtung.js';
import { requestVernichtung } from './request-vernichtung.js';
import { setAufbewahrungsfrist } from './set-aufbewahrungsfrist.js';
import { setSperre } from './set-sperre.js';
import { withdrawVernichtung } from './withdraw-vernichtung.js';

/** What people do about periods, Sperren and Vernichtung. */
export const AUSSONDERUNG_ACTS = [
  setAufbewahrungsfrist,
  recordEvent,
  setSperre,
  liftSperre,
  requestVernichtung,
  excludeVorgang,
  withdrawVernichtung,
  releaseVernichtung,
];
