import { complete, expectEnded, expectNoJob, expectRunning, start as begin, type Case } from '../format/case.js';
import { end, exclusive, parallel, service, start } from '../format/elements.js';
import { flow, path, process } from '../format/model.js';

const fork = (...tasks: string[]) =>
  process([
    start(),
    parallel('fork'),
    ...tasks.map((id) => service(id)),
    parallel('join'),
    end(),
    ...path('start fork'),
    ...path('join end'),
    ...tasks.flatMap((id) => path(`fork ${id} join`)),
  ]);

export const cases: Case[] = [
  {
    name: 'Parallel gateway: waits for one token per flow',
    files: [fork('a', 'b')],
    script: [begin(), complete('a'), expectNoJob('a'), expectRunning, complete('b'), expectEnded()],
  },
  {
    name: 'Parallel gateway: takes three flows in reverse order of the document',
    files: [fork('a', 'b', 'c')],
    script: [
      begin(),
      complete('c', { c: 1 }),
      complete('b', { b: 1 }),
      complete('a', { a: 1 }),
      expectEnded({ a: 1, b: 1, c: 1 }),
    ],
  },
  {
    name: 'Parallel gateway: a join that one flow never reaches waits for ever',
    files: [
      process([
        start(),
        exclusive('which', 'which-b'),
        service('a'),
        service('b'),
        parallel('join'),
        end(),
        ...path('start which'),
        flow('which', 'a', '=n > 1'),
        flow('which', 'b'),
        ...path('a join end'),
        ...path('b join'),
      ]),
    ],
    script: [begin({ n: 2 }), complete('a'), expectRunning],
  },
  {
    name: 'Parallel gateway: joins and forks at once',
    files: [
      process([
        start(),
        parallel('fork'),
        service('a'),
        service('b'),
        parallel('both'),
        service('c'),
        service('d'),
        end('end-c'),
        end('end-d'),
        ...path('start fork a both c end-c'),
        ...path('fork b both d end-d'),
      ]),
    ],
    script: [begin(), complete('a'), complete('b'), complete('c'), complete('d'), expectEnded()],
  },
  {
    name: 'Parallel gateway: two tokens along one flow count as one',
    files: [
      process([
        start(),
        parallel('fork'),
        service('a'),
        service('b'),
        exclusive('merge'),
        parallel('join'),
        service('c'),
        end(),
        ...path('start fork a merge join end'),
        ...path('fork b merge'),
        ...path('fork c join'),
      ]),
    ],
    script: [begin(), complete('a'), complete('b'), expectRunning, complete('c'), expectRunning],
  },
  {
    name: 'Parallel gateway: two tokens into one activity are two runs of it',
    files: [
      process([
        start(),
        parallel('fork'),
        service('a'),
        end(),
        service('b'),
        ...path('start fork b a end'),
        ...path('fork a'),
      ]),
    ],
    script: [begin(), complete('b'), complete('a'), complete('a'), expectEnded()],
  },
  {
    name: 'Parallel gateway: a task with two outgoing flows forks, too',
    files: [
      process([
        start(),
        service('a'),
        service('b'),
        service('c'),
        end('end-b'),
        end('end-c'),
        ...path('start a b end-b'),
        ...path('a c end-c'),
      ]),
    ],
    script: [begin(), complete('a'), complete('b'), complete('c'), expectEnded()],
  },
];
