import {
  cancel,
  complete,
  expectEnded,
  expectJob,
  expectNoJob,
  expectRunning,
  expectTerminated,
  modify,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { end, service, subProcess } from '../format/elements.js';
import { path } from '../format/model.js';
import { inner, straight } from '../format/straight.js';

export const cases: Case[] = [
  {
    name: 'Cancelling ends everything from the innermost',
    files: [
      straight(
        [subProcess('sub', inner('sub', [service('a')]))],
        [service('b'), end('b-end'), ...path('start b b-end')],
      ),
    ],
    script: [begin({ x: 1 }), cancel, expectTerminated],
  },
  {
    name: 'Cancelling twice finds nothing',
    files: [straight([service('a')])],
    script: [begin(), cancel, cancel, expectTerminated],
  },
  {
    name: 'A token is moved from one task to another',
    files: [straight([service('a'), service('b')])],
    script: [begin(), modify(['a'], ['b']), expectNoJob('a'), complete('b'), expectEnded()],
  },
  {
    name: 'A token is put beside another',
    files: [straight([service('a'), service('b')])],
    script: [begin(), modify([], ['b']), complete('b'), expectRunning, complete('a'), complete('b'), expectEnded()],
  },
  {
    name: 'A token is put into a sub-process',
    files: [straight([service('a'), subProcess('sub', inner('sub', [service('b')]))])],
    script: [begin(), modify(['a'], ['b']), complete('b'), expectEnded()],
  },
  {
    name: 'The last token is taken away',
    files: [straight([service('a'), service('b')])],
    script: [begin(), modify(['a'], []), expectTerminated],
  },
  {
    name: 'Moving a token to an unknown element is refused',
    files: [straight([service('a')])],
    script: [
      begin(),
      modify([], ['nowhere']),
      expectJob('a'),
      setVariables({ x: 1 }),
      complete('a'),
      expectEnded({ x: 1 }),
    ],
  },
];
