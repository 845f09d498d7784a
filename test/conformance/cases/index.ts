import type { Case } from '../format/case.js';
import { cases as gateways } from './gateways.js';

/** All cases by the name of their file, which is the name of their golden file, too. */
export const suites: Readonly<Record<string, readonly Case[]>> = { gateways };
