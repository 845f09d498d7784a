import { appointVertretung } from './appoint-vertretung.js';
import { classifyRecord } from './classify-record.js';
import { endTemporaryRight } from './end-temporary-right.js';
import { endVertretung } from './end-vertretung.js';
import { grantRule } from './grant-rule.js';
import { grantTemporaryRight } from './grant-temporary-right.js';
import { protectAkte } from './protect-akte.js';
import { setClearance } from './set-clearance.js';
import { unprotectAkte } from './unprotect-akte.js';
import { withdrawRule } from './withdraw-rule.js';

/** Everything that changes who may see what. */
export const accessActs = [
  grantRule,
  withdrawRule,
  protectAkte,
  unprotectAkte,
  classifyRecord,
  grantTemporaryRight,
  endTemporaryRight,
  setClearance,
  appointVertretung,
  endVertretung,
];
