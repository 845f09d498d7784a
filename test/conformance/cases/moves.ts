import {
  cancel,
  complete,
  expectEnded,
  expectJob,
  expectNoJob,
  expectRunning,
  expectTerminated,
  modify,
  passTime,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import {
  boundary,
  catching,
  definition,
  end,
  eventBased,
  eventSubProcess,
  loop,
  parallel,
  service,
  start,
  subProcess,
} from '../format/elements.js';
import { association, compensation, error, timer } from '../format/events.js';
import { node, path } from '../format/model.js';
import { inner, straight } from '../format/straight.js';

const aside = eventSubProcess('aside', [start('go', error()), service('inside'), end('x'), ...path('go inside x')]);
const guarded = straight(
  [service('a')],
  [boundary('edge', 'a', timer('Duration', 'PT1H')), end('x'), ...path('edge x')],
);

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
    name: 'A token is put on a join',
    files: [straight([service('a'), parallel('join'), service('b')], path('start join'))],
    script: [begin(), modify(['a'], ['join']), complete('b'), expectEnded()],
  },
  {
    name: 'A token is put on an event-based gateway',
    files: [
      straight(
        [service('a')],
        [
          eventBased('gate'),
          catching('soon', timer('Duration', 'PT1H')),
          catching('late', timer('Duration', 'PT2H')),
          end('x'),
          ...path('a gate soon x'),
          ...path('gate late x'),
        ],
      ),
    ],
    script: [begin(), modify(['a'], ['gate']), passTime(3601), expectEnded()],
  },
  {
    name: 'A token is put on an event behind an event-based gateway',
    files: [
      straight(
        [service('a')],
        [
          eventBased('gate'),
          catching('soon', timer('Duration', 'PT1H')),
          catching('late', timer('Duration', 'PT2H')),
          end('x'),
          ...path('a gate soon x'),
          ...path('gate late x'),
        ],
      ),
    ],
    script: [begin(), modify(['a'], ['soon']), passTime(3601)],
  },
  {
    name: 'A token is put into an event sub-process',
    files: [straight([service('a')], [aside])],
    script: [begin(), modify(['a'], ['inside']), complete('inside'), expectEnded()],
  },
  {
    name: 'A token is put on an event sub-process',
    files: [straight([service('a')], [aside])],
    script: [begin(), modify(['a'], ['aside'])],
  },
  {
    name: 'A token is put on a start event',
    files: [straight([service('a')])],
    script: [begin(), modify(['a'], ['start'])],
  },
  {
    name: 'A token is put on a boundary event',
    files: [guarded],
    script: [begin(), modify(['a'], ['edge'])],
  },
  {
    name: 'A token is put on the process itself',
    files: [straight([service('a')])],
    script: [begin(), modify(['a'], ['CASE'])],
  },
  {
    name: 'A token is put on an end event',
    files: [straight([service('a')])],
    script: [begin(), modify(['a'], ['end']), expectEnded()],
  },
  {
    name: 'A token is put into a loop of which no run is active',
    files: [
      straight([service('a'), subProcess('sub', inner('sub', [service('b')]), [], loop('inputCollection="=[1, 2]"'))]),
    ],
    script: [begin(), modify(['a'], ['b'])],
  },
  {
    name: 'A token is put on a loop',
    files: [straight([service('a'), service('b', [], loop('inputCollection="=[1, 2]"'))])],
    script: [begin(), modify(['a'], ['b']), complete('b'), complete('b'), expectEnded()],
  },
  {
    name: 'A token is put into a scope that is active twice',
    files: [
      straight(
        [service('a')],
        [subProcess('sub', inner('sub', [service('b'), service('c')])), ...path('start sub'), ...path('a sub')],
      ),
    ],
    script: [begin(), complete('a'), modify([], ['c'])],
  },
  {
    name: 'A token is put into a scope whose last token is taken away',
    files: [straight([subProcess('sub', inner('sub', [service('b'), service('c')]))])],
    script: [begin(), modify(['b'], ['c']), complete('c'), expectEnded()],
  },
  {
    name: 'A token is put into a scope that ends with it',
    files: [straight([subProcess('sub', inner('sub', [service('b'), service('c')]))])],
    script: [begin(), modify(['sub'], ['c'])],
  },
  {
    name: 'A token is taken away twice',
    files: [straight([service('a'), service('b')])],
    script: [begin(), modify(['a', 'a'], ['b'])],
  },
  {
    name: 'A token is put on a handler of compensation',
    files: [
      straight(
        [service('a'), service('c')],
        [
          boundary('undone', 'a', compensation('d')),
          node('serviceTask', 'undo', {
            attributes: 'isForCompensation="true"',
            extensions: [definition('CASE.undo')],
          }),
          association('undone', 'undo'),
        ],
      ),
    ],
    script: [begin(), modify([], ['undo'])],
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
