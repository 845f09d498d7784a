import { claimAufgabe } from './claim-aufgabe.js';
import { completeAufgabe } from './complete-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { releaseAufgabe } from './release-aufgabe.js';
import { transferAufgabe } from './transfer-aufgabe.js';

/** What people do with Aufgaben. */
export const AUFGABE_ACTS = [claimAufgabe, releaseAufgabe, forwardAufgabe, completeAufgabe, transferAufgabe];
