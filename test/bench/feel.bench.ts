import { evaluate as evaluatePeer } from 'feelin';
import { isFeelProblem, parseFeel, type Expression } from '../../server/workflow/embedded/feel/feel.js';
import { fromJson } from '../../server/workflow/embedded/feel/json.js';
import { entryOf, type JsonObject } from '../../server/workflow/embedded/json.js';
import { rounded, type Figure } from './figure.js';

/** Enough for both to have warmed up; the peer parses at every call. */
const OURS = 30_000;
const PEER = 300;

/** The shapes that conditions of real models have, each evaluated as often as the others. */
const SOURCES = [
  'freigegeben',
  'rechnung.betragCent > 500000',
  'rechnung.betragCent > 500000 and art = "Rechnung"',
  'art = "Mahnung" or art = "Rechnung" and not(freigegeben)',
  'rechnung.betragCent in [100000..2000000]',
  'art in ("Rechnung", "Gutschrift", "Mahnung")',
  'if rechnung.betragCent > 500000 then "zwei" else "eine"',
];

const variables: JsonObject = {
  art: 'Rechnung',
  freigegeben: false,
  rechnung: { betragCent: 1245080, waehrung: 'EUR', nummer: 'R-2026-4711', lieferant: { name: 'Nordlicht GmbH' } },
};

/** Evaluations of common conditions per second of CPU, values of variables read anew each time: ours and feelin. */
export function benchFeel(): Figure {
  const expressions = SOURCES.map(compiled);
  runOurs(expressions, OURS / 10);
  const ours = perCpuSecond(OURS, () => runOurs(expressions, OURS));
  runPeer(PEER / 10);
  const peer = perCpuSecond(PEER, () => runPeer(PEER));
  return {
    id: 'feel.evaluations-per-s',
    value: rounded(ours),
    unit: 'evaluations per CPU second',
    ratio: rounded(ours / peer),
    against: `feelin 8.2.0 on the same expressions: ${rounded(peer)} evaluations per CPU second`,
    n: OURS * SOURCES.length,
  };
}

function compiled(source: string): Expression {
  const expression = parseFeel(source);
  if (isFeelProblem(expression)) throw new Error(expression.en);
  return expression;
}

// As the engine looks them up: nothing is kept from one evaluation to the next.
function runOurs(expressions: readonly Expression[], rounds: number): void {
  const surroundings = {
    now: new Date(0),
    lookup: (name: string) => {
      const json = entryOf(variables, name);
      return json === undefined ? undefined : fromJson(json);
    },
  };
  for (let round = 0; round < rounds; round++) {
    for (const expression of expressions) {
      if (expression.evaluate(surroundings).value === null) throw new Error(`No value: ${expression.source}`);
    }
  }
}

function runPeer(rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    for (const source of SOURCES) {
      if (evaluatePeer(source, variables).value === null) throw new Error(`No value of the peer: ${source}`);
    }
  }
}

function perCpuSecond(rounds: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (rounds * SOURCES.length * 1e6) / (user + system);
}
