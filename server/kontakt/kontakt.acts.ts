import { addBeteiligung } from './add-beteiligung.js';
import { addKontakt } from './add-kontakt.js';
import { changeKontakt } from './change-kontakt.js';
import { endBeteiligung } from './end-beteiligung.js';
import { mergeKontakt } from './merge-kontakt.js';
import { splitKontakt } from './split-kontakt.js';

/** Every act of people on the register, for the office. */
export const KONTAKT_ACTS = [addKontakt, changeKontakt, mergeKontakt, splitKontakt, addBeteiligung, endBeteiligung];
