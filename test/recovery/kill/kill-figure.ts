import type { Figure } from '../../bench/figure.js';
import type { KillRun } from './kill-run.js';
import type { KillPlan } from './plan.js';

/** A kill test without findings, as a row beside the benchmarks. */
export function killFigure({ instances, seed }: KillPlan, run: KillRun): Figure {
  const { serverKills, databaseKills, repetitions, seconds } = run;
  return {
    id: 'recovery.kills-survived',
    value: serverKills + databaseKills,
    unit: `SIGKILLs (${serverKills} of servers, ${databaseKills} of PostgreSQL) in ${seconds} s`,
    ratio: null,
    against: `all ${instances} instances complete, inbox events as calculated, no row left, no effect twice (${repetitions} repeated calls outside); seed ${seed}`,
    n: instances,
  };
}
