import type { Case } from '../format/case.js';
import { cases as broken } from './broken.js';
import { cases as calls } from './calls.js';
import { cases as decisionCells } from './decision-cells.js';
import { cases as decisionTypes } from './decision-types.js';
import { cases as decisions } from './decisions.js';
import { cases as events } from './events.js';
import { cases as gateways } from './gateways.js';
import { cases as jobs } from './jobs.js';
import { cases as loops } from './loops.js';
import { cases as messages } from './messages.js';
import { cases as moves } from './moves.js';
import { cases as parallel } from './parallel.js';
import { cases as refusals } from './refusals.js';
import { cases as scopes } from './scopes.js';
import { cases as starts } from './starts.js';
import { cases as tasks } from './tasks.js';
import { cases as timers } from './timers.js';
import { cases as variables } from './variables.js';

/** All cases by the name of their file, which is the name of their recording, too. */
export const suites: Readonly<Record<string, readonly Case[]>> = {
  broken,
  calls,
  'decision-cells': decisionCells,
  'decision-types': decisionTypes,
  decisions,
  events,
  gateways,
  jobs,
  loops,
  messages,
  moves,
  parallel,
  refusals,
  scopes,
  starts,
  tasks,
  timers,
  variables,
};
