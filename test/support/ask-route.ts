import { isRejection, type Rejection } from '../../server/contract/rejections.js';
import type { PathValues, Route } from '../../server/platform/http/routes.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** What a person asks of one route. */
export interface Question {
  readonly login: string;
  readonly path: string;
  readonly values?: PathValues;
  readonly query?: PathValues;
}

/** Asks a view or a download as the server would, with that person's rights; a download answers with its whole `text`. */
export async function askRoute<View extends object>(
  bench: ActBench,
  routes: readonly Route[],
  { login, path, values = {}, query = {} }: Question,
): Promise<View | Rejection> {
  const route = routes.find((each) => each.path === path);
  if (!route) throw new Error(`no route ${path}`);
  return bench.runner.transaction(bench.as(login), async (tx) => {
    tx.require(route.permission);
    if (route.kind === 'view') return (await route.load(tx, values, query)) as View | Rejection;
    if (route.kind !== 'download') throw new Error(`${path} is a ${route.kind}`);
    const made = await route.produce(tx, values, query, async (work) => done(await work(tx)));
    if (isRejection(made)) return made;
    const pieces: Buffer[] = [];
    for await (const piece of made.pieces) pieces.push(Buffer.from(piece));
    const text = Buffer.concat(pieces).toString('utf8');
    return { ...made, text } as object as View;
  });
}
