import { aussonderungsartRule } from './aussonderungsart.js';
import { betreffRule } from './betreff.js';
import { dateiformatRule } from './dateiformat.js';
import { depthRule } from './depth.js';
import { din91379Rule } from './din-91379.js';
import { filesRule } from './files.js';
import { idsRule } from './ids.js';
import { kopfRule } from './kopf.js';
import { laufzeitRule } from './laufzeit.js';
import { mediumRule } from './medium.js';
import type { RuleFactory } from './rule.js';
import { vertraulichkeitRule } from './vertraulichkeit.js';
import { zdaRule } from './zda.js';

/** What a 0503 must satisfy beyond the schema. */
export const RULES_0503: readonly RuleFactory[] = [
  kopfRule,
  idsRule,
  betreffRule,
  aussonderungsartRule,
  laufzeitRule,
  zdaRule,
  depthRule,
  mediumRule,
  vertraulichkeitRule,
  dateiformatRule,
  din91379Rule,
  filesRule,
];
