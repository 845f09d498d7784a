import { abortStapel } from './abort-stapel.js';
import { planFiling } from './plan-filing.js';
import { planStapel } from './plan-stapel.js';
import { planTransfer } from './plan-transfer.js';
import { startStapel } from './start-stapel.js';
import { takeBackStapel } from './take-back-stapel.js';

/** What people do with batches. */
export const STAPEL_ACTS = [planStapel, planTransfer, planFiling, startStapel, abortStapel, takeBackStapel];
