import { openActBench, type ActBench } from '../../support/act-bench.js';
import { connected } from '../../support/replay.js';
import { percentile } from '../figure.js';
import { QUESTIONS, type Question } from './statements.js';
import { fillStock, type StockSize } from './stock.js';

export interface Compared {
  readonly question: string;
  /** Medians in milliseconds, the round trip included. */
  readonly withRights: number;
  readonly withoutRights: number;
}

export interface AccessMeasured {
  /** For somebody who sees nearly everything. */
  readonly many: readonly Compared[];
  /** For somebody who sees little, since the house has no rule: the policies then look for Aufgaben too. */
  readonly few: readonly Compared[];
  /** Milliseconds to compute the rights of one person anew, after a rule has changed. */
  readonly recompute: number;
}

interface Subject {
  readonly vorgangId: string;
  readonly einheitId: string;
  readonly aktenzeichen: string;
}

interface Policy {
  readonly table: string;
  readonly qual: string;
}

/** The Mandant alone, as every policy was before there were rights of people. */
const OF_MANDANT = 'mandant_id = current_mandant()';
const ROUNDS = 3;

export async function measure(size: StockSize): Promise<AccessMeasured> {
  const bench = await openActBench();
  try {
    await fillStock(bench, size);
    const recompute = await keepAccess(bench);
    const many = await compare(bench, 'jana.petersen');
    await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
    await keepAccess(bench);
    const few = await compare(bench, 'jana.petersen');
    return { many, few, recompute };
  } finally {
    await bench.close();
  }
}

/** What every request does at its beginning. */
async function keepAccess({ sql, personId, clock }: ActBench): Promise<number> {
  const began = performance.now();
  await sql(`SELECT keep_access($1, $2)`, [personId('jana.petersen'), clock.today()]);
  return performance.now() - began;
}

async function compare(bench: ActBench, login: string): Promise<Compared[]> {
  const subjects = (await bench.runner.transaction(bench.as(login), (tx) =>
    tx.query<Subject>(
      `SELECT v.id AS "vorgangId", a.aktenplaneinheit_id AS "einheitId", a.aktenzeichen
         FROM vorgang v JOIN akte a ON a.id = v.akte_id ORDER BY md5(a.aktenzeichen) LIMIT 400`,
    ),
  )) as Subject[];
  const policies = await personPolicies(bench);
  const took = new Map<Question, { on: number[]; off: number[] }>(
    QUESTIONS.map((question) => [question, { on: [], off: [] }]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of ['on', 'off'] as const) {
      await setPolicies(bench, policies, side);
      for (const [question, times] of took) times[side].push(...(await ask(bench, login, question, subjects)));
    }
  }
  await setPolicies(bench, policies, 'on');
  return [...took].map(([{ name }, { on, off }]) => ({
    question: name,
    withRights: percentile(on, 0.5),
    withoutRights: percentile(off, 0.5),
  }));
}

/** Milliseconds of each question in one transaction of the person; the first ones only fill the caches. */
function ask(bench: ActBench, login: string, question: Question, subjects: readonly Subject[]): Promise<number[]> {
  return bench.runner.transaction(bench.as(login), async (tx) => {
    const took: number[] = [];
    for (let count = 0; count < question.times; count++) {
      const subject = subjects[count % subjects.length];
      const parameters = question.about.map((name) => subject?.[name]);
      const began = performance.now();
      await tx.query(question.sql, parameters);
      if (count >= question.times / 5) took.push(performance.now() - began);
    }
    return took;
  }) as Promise<number[]>;
}

function personPolicies({ urls }: ActBench): Promise<Policy[]> {
  return connected(urls.ownerUrl, async (client) => {
    const { rows } = await client.query<Policy>(
      `SELECT format('%I.%I', schemaname, tablename) AS "table", qual FROM pg_policies
        WHERE policyname = 'own_mandant' AND qual LIKE '%sees_all%'`,
    );
    return rows;
  });
}

async function setPolicies({ urls }: ActBench, policies: readonly Policy[], side: 'on' | 'off'): Promise<void> {
  await connected(urls.ownerUrl, async (client) => {
    for (const { table, qual } of policies) {
      await client.query(`ALTER POLICY own_mandant ON ${table} USING (${side === 'on' ? qual : OF_MANDANT})`);
    }
  });
}
