import { addPunkt } from './add-punkt.js';
import { cancelPunkt } from './cancel-punkt.js';
import { orderVerfuegung } from './order-verfuegung.js';
import { recallVerfuegung } from './recall-verfuegung.js';

/** What people order in a Vorgang. */
export const VERFUEGUNG_ACTS = [orderVerfuegung, recallVerfuegung, addPunkt, cancelPunkt];
