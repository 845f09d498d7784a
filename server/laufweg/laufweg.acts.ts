import { continueLaufweg } from './continue-laufweg.js';
import { insertStation } from './insert-station.js';
import { moveStation } from './move-station.js';
import { recallLaufweg } from './recall-laufweg.js';
import { skipStation } from './skip-station.js';
import { startLaufweg } from './start-laufweg.js';

/** What people do with Laufwege. */
export const LAUFWEG_ACTS = [startLaufweg, insertStation, skipStation, moveStation, recallLaufweg, continueLaufweg];
