import { arrangeAufgaben } from './arrange-aufgaben.js';
import { assignAufgabe } from './assign-aufgabe.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { completeAufgabe } from './complete-aufgabe.js';
import { endWiedervorlage } from './end-wiedervorlage.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { keepFilter } from './keep-filter.js';
import { releaseAufgabe } from './release-aufgabe.js';
import { removeFilter } from './remove-filter.js';
import { setWiedervorlage } from './set-wiedervorlage.js';
import { transferAufgabe } from './transfer-aufgabe.js';

/** What people do with Aufgaben. */
export const AUFGABE_ACTS = [
  ...[claimAufgabe, releaseAufgabe, forwardAufgabe, completeAufgabe, transferAufgabe, assignAufgabe],
  ...[setWiedervorlage, endWiedervorlage, arrangeAufgaben, keepFilter, removeFilter],
];
