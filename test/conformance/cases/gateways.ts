import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { end, exclusive, inclusive, parallel, service, start } from '../format/elements.js';
import { flow, path, process, type Flow, type Node } from '../format/model.js';

/** A gateway with branches to the tasks a, b, c, each of which leads to an end of its own. */
function choice(gateway: Node, flows: readonly Flow[]): string {
  const tasks = flows.map(({ to }) => to);
  const ends = tasks.map((id) => end(`end-${id}`));
  const outs = tasks.flatMap((id) => path(`${id} end-${id}`));
  return process([
    start(),
    gateway,
    ...tasks.map((id) => service(id)),
    ...ends,
    ...path(`start ${gateway.id}`),
    ...flows,
    ...outs,
  ]);
}
const to = (id: string, condition?: string) => flow('which', id, condition ?? null);

const exclusiveCases: Case[] = [
  {
    name: 'Exclusive gateway: of two true flows the last of the document is taken',
    files: [choice(exclusive('which'), [to('a', '=n > 1'), to('b', '=n > 0')])],
    script: [
      begin({ n: 2 }),
      expectJob('b', { type: 'CASE.b', variables: { n: 2 } }),
      complete('b', { done: true }),
      expectEnded({ n: 2, done: true }),
    ],
  },
  {
    name: 'Exclusive gateway: of three true flows the last of the document is taken',
    files: [choice(exclusive('which'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c', '=n > 2')])],
    script: [begin({ n: 3 }), expectJob('c'), expectNoJob('a'), expectNoJob('b'), complete('c'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: the only true flow is taken wherever it stands',
    files: [choice(exclusive('which'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c', '=n > 2')])],
    script: [begin({ n: 1 }), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: the default flow is taken when nothing is true',
    files: [choice(exclusive('which', 'which-b'), [to('a', '=n > 1'), to('b')])],
    script: [begin({ n: 0 }), expectJob('b'), complete('b'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: the default flow is passed over when another is true',
    files: [choice(exclusive('which', 'which-b'), [to('a', '=n > 1'), to('b')])],
    script: [begin({ n: 2 }), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: nothing true and no default is an incident that can be resolved',
    files: [choice(exclusive('which'), [to('a', '=n > 1')])],
    script: [
      begin({ n: 0 }),
      expectIncident('which', 'CONDITION_ERROR'),
      setVariables({ n: 5 }),
      resolve('which'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'Exclusive gateway: resolving without a change is the same incident again',
    files: [choice(exclusive('which'), [to('a', '=n > 1')])],
    script: [begin({ n: 0 }), resolve('which'), expectIncident('which', 'CONDITION_ERROR'), expectRunning],
  },
  {
    name: 'Exclusive gateway: a missing variable beside a true flow before it',
    files: [choice(exclusive('which'), [to('a', '=missing > 1'), to('b', '=n > 0')])],
    script: [begin({ n: 2 }), complete('b'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: a missing variable in a comparison with a number',
    files: [choice(exclusive('which', 'which-b'), [to('a', '=missing > 1'), to('b')])],
    script: [
      begin(),
      expectIncident('which', 'EXTRACT_VALUE_ERROR'),
      setVariables({ missing: 2 }),
      resolve('which'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'Exclusive gateway: a missing variable in an equation',
    files: [choice(exclusive('which', 'which-b'), [to('a', '=missing = "x"'), to('b')])],
    script: [begin()],
  },
  ...['"text"', '1', 'null', '[true]', '{a: true}', '@"2026-01-01"'].map((source) => ({
    name: `Exclusive gateway: the condition ${source} is no boolean`,
    files: [choice(exclusive('which', 'which-b'), [to('a', `=${source}`), to('b')])],
    script: [begin(), expectIncident('which', 'EXTRACT_VALUE_ERROR'), expectRunning],
  })),
  {
    name: 'Exclusive gateway: joins nothing',
    files: [
      process([
        start(),
        parallel('fork'),
        service('a'),
        service('b'),
        exclusive('merge'),
        service('after'),
        end(),
        ...path('start fork a merge after end'),
        ...path('fork b merge'),
      ]),
    ],
    script: [
      begin(),
      complete('a'),
      expectJob('after'),
      complete('after'),
      expectRunning,
      complete('b'),
      complete('after'),
      expectEnded(),
    ],
  },
  {
    name: 'Exclusive gateway: one flow without condition needs none',
    files: [choice(exclusive('which'), [to('a')])],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'Exclusive gateway: a loop goes round until the condition turns',
    files: [
      process([
        start(),
        exclusive('merge'),
        service('a'),
        exclusive('again', 'again-end'),
        end(),
        ...path('start merge a again'),
        flow('again', 'merge', '=n < 3'),
        flow('again', 'end'),
      ]),
    ],
    script: [begin({ n: 1 }), complete('a', { n: 2 }), complete('a', { n: 3 }), expectEnded({ n: 3 })],
  },
];

const inclusiveCases: Case[] = [
  {
    name: 'Inclusive gateway: every true flow is taken, in reverse order',
    files: [choice(inclusive('which'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c', '=n > 5')])],
    script: [begin({ n: 2 }), complete('a'), complete('b'), expectEnded()],
  },
  {
    name: 'Inclusive gateway: all three flows are taken',
    files: [choice(inclusive('which'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c', '=n > 2')])],
    script: [begin({ n: 3 }), complete('a'), complete('b'), complete('c'), expectEnded()],
  },
  {
    name: 'Inclusive gateway: the default flow is taken when nothing is true',
    files: [choice(inclusive('which', 'which-c'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c')])],
    script: [begin({ n: 0 }), complete('c'), expectEnded()],
  },
  {
    name: 'Inclusive gateway: the default flow is passed over when others are true',
    files: [choice(inclusive('which', 'which-c'), [to('a', '=n > 0'), to('b', '=n > 1'), to('c')])],
    script: [begin({ n: 1 }), expectNoJob('c'), complete('a'), expectEnded()],
  },
  {
    name: 'Inclusive gateway: nothing true and no default is an incident',
    files: [choice(inclusive('which'), [to('a', '=n > 0'), to('b', '=n > 1')])],
    script: [
      begin({ n: 0 }),
      expectIncident('which', 'CONDITION_ERROR'),
      setVariables({ n: 1 }),
      resolve('which'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'Inclusive gateway: a condition that is no boolean is an incident',
    files: [choice(inclusive('which'), [to('a', '=n > 0'), to('b', '="x"')])],
    script: [begin({ n: 1 }), expectIncident('which', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
];

export const cases: Case[] = [...exclusiveCases, ...inclusiveCases];
