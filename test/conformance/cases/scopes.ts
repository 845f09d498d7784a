import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  passTime,
  publish,
  start as begin,
  throwError,
  type Case,
} from '../format/case.js';
import {
  boundary,
  end,
  eventSubProcess,
  output,
  service,
  sideBoundary,
  sideStart,
  start,
  subProcess,
} from '../format/elements.js';
import {
  error,
  errorRoot,
  escalation,
  escalationRoot,
  message,
  messageRoot,
  signal,
  signalRoot,
  terminate,
  timer,
} from '../format/events.js';
import { broadcast } from '../format/case.js';
import { path } from '../format/model.js';
import { inner, straight } from '../format/straight.js';

const roots = [messageRoot('m', '=id'), errorRoot('E'), signalRoot('s'), escalationRoot('X')];
const side = (trigger: ReturnType<typeof start>) =>
  eventSubProcess('aside', [trigger, service('x'), end('x-end'), ...path(`${trigger.id} x x-end`)]);
const withSide = (trigger: ReturnType<typeof start>) => straight([service('a')], [side(trigger)], roots);
const insideSub = (trigger: ReturnType<typeof start>) =>
  straight([subProcess('sub', [...inner('sub', [service('a')]), side(trigger)]), service('b')], [], roots);

const triggers = {
  message: { event: message('m'), happen: publish('CASE.m', 'k', { v: 1 }) },
  timer: { event: timer('Duration', 'PT1H'), happen: passTime(3601) },
  signal: { event: signal('s'), happen: broadcast('CASE.s', { v: 1 }) },
};
const names = ['message', 'timer', 'signal'] as const;

const events: Case[] = names.flatMap((kind): Case[] => {
  const { event, happen } = triggers[kind];
  return [
    {
      name: `A ${kind} starts an event sub-process that interrupts`,
      files: [withSide(start('go', event))],
      script: [begin({ id: 'k' }), happen, expectNoJob('a'), complete('x'), expectEnded()],
    },
    {
      name: `A ${kind} starts an event sub-process beside the rest`,
      files: [withSide(sideStart('go', event))],
      script: [begin({ id: 'k' }), happen, expectJob('a'), complete('x'), expectRunning, complete('a'), expectEnded()],
    },
    {
      name: `A ${kind} starts an event sub-process inside a sub-process`,
      files: [insideSub(start('go', event))],
      script: [begin({ id: 'k' }), happen, complete('x'), complete('b'), expectEnded()],
    },
    {
      name: `A ${kind} boundary event ends its task`,
      files: [
        straight(
          [service('a')],
          [boundary('edge', 'a', event), service('x'), end('x-end'), ...path('edge x x-end')],
          roots,
        ),
      ],
      script: [begin({ id: 'k' }), happen, expectNoJob('a'), complete('x'), expectEnded()],
    },
    {
      name: `A ${kind} boundary event leaves its task running`,
      files: [
        straight(
          [service('a')],
          [sideBoundary('edge', 'a', event), service('x'), end('x-end'), ...path('edge x x-end')],
          roots,
        ),
      ],
      script: [begin({ id: 'k' }), happen, expectJob('a'), complete('x'), complete('a'), expectEnded()],
    },
    {
      name: `A ${kind} boundary event ends a sub-process with all in it`,
      files: [
        straight(
          [subProcess('sub', inner('sub', [service('a')]))],
          [boundary('edge', 'sub', event), service('x'), end('x-end'), ...path('edge x x-end')],
          roots,
        ),
      ],
      script: [begin({ id: 'k' }), happen, expectNoJob('a'), complete('x'), expectEnded()],
    },
    {
      name: `A ${kind} boundary event comes too late when its task is done`,
      files: [
        straight(
          [service('a'), service('b')],
          [boundary('edge', 'a', event), end('x-end'), ...path('edge x-end')],
          roots,
        ),
      ],
      script: [begin({ id: 'k' }), complete('a'), happen, expectJob('b'), complete('b'), expectEnded()],
    },
  ];
});

export const cases: Case[] = [
  ...events,
  {
    name: 'A message starts an event sub-process twice',
    files: [withSide(sideStart('go', message('m')))],
    script: [
      begin({ id: 'k' }),
      publish('CASE.m', 'k', { v: 1 }),
      publish('CASE.m', 'k', { v: 2 }),
      expectJob('x', { variables: { v: 2 } }),
      complete('x'),
      complete('x'),
      complete('a'),
      expectEnded({ v: 2 }),
    ],
  },
  {
    name: 'An error starts an event sub-process',
    files: [withSide(start('go', error('E')))],
    script: [begin({ id: 'k' }), throwError('a', 'E', { why: 1 }), complete('x'), expectEnded()],
  },
  {
    name: 'An error that catches all starts an event sub-process',
    files: [withSide(start('go', error()))],
    script: [begin({ id: 'k' }), throwError('a', 'Z'), complete('x'), expectEnded()],
  },
  {
    name: 'An error end event is caught at the sub-process',
    files: [
      straight(
        [subProcess('sub', [start('begin'), service('a'), end('e', error('E')), ...path('begin a e')])],
        [boundary('edge', 'sub', error('E')), service('x'), end('x-end'), ...path('edge x x-end')],
        roots,
      ),
    ],
    script: [begin(), complete('a'), complete('x'), expectEnded()],
  },
  {
    name: 'An error end event that nobody catches is an incident',
    files: [
      straight(
        [subProcess('sub', [start('begin'), service('a'), end('e', error('E')), ...path('begin a e')])],
        [],
        roots,
      ),
    ],
    script: [begin(), complete('a'), expectIncident('e', 'UNHANDLED_ERROR_EVENT'), expectRunning],
  },
  {
    name: 'An error maps its variables at the boundary event',
    files: [
      straight(
        [service('a')],
        [boundary('edge', 'a', error('E'), [output('=why', 'reason')]), end('x-end'), ...path('edge x-end')],
        roots,
      ),
    ],
    script: [begin(), throwError('a', 'E', { why: 'x', more: 1 }), expectEnded({ reason: 'x' })],
  },
  {
    name: 'A terminate end event ends everything in its scope',
    files: [straight([service('a')], [service('b'), end('stop', terminate), ...path('start b stop')])],
    script: [begin(), complete('b'), expectEnded()],
  },
  {
    name: 'A terminate end event in a sub-process ends that alone',
    files: [
      straight([
        subProcess('sub', [
          start('begin'),
          service('a'),
          service('b'),
          end('e'),
          end('stop', terminate),
          ...path('begin a e'),
          ...path('begin b stop'),
        ]),
        service('c'),
      ]),
    ],
    script: [begin(), complete('b'), complete('c'), expectEnded()],
  },
  {
    name: 'An escalation end event is caught beside a sub-process',
    files: [
      straight(
        [subProcess('sub', [start('begin'), service('a'), end('e', escalation('X')), ...path('begin a e')])],
        [sideBoundary('edge', 'sub', escalation('X')), service('x'), end('x-end'), ...path('edge x x-end')],
        roots,
      ),
    ],
    script: [begin(), complete('a'), complete('x'), expectEnded()],
  },
  {
    name: 'An escalation end event ends a sub-process',
    files: [
      straight(
        [
          subProcess('sub', [
            start('begin'),
            service('a'),
            service('b'),
            end('e', escalation('X')),
            end('f'),
            ...path('begin a e'),
            ...path('begin b f'),
          ]),
        ],
        [boundary('edge', 'sub', escalation('X')), service('x'), end('x-end'), ...path('edge x x-end')],
        roots,
      ),
    ],
    script: [begin(), complete('a'), complete('x'), expectEnded()],
  },
  {
    name: 'An escalation that nobody catches is no incident',
    files: [straight([service('a')], [end('e', escalation('X')), ...path('a e')], roots)],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'An escalation starts an event sub-process',
    files: [
      straight(
        [subProcess('sub', [start('begin'), service('a'), end('e', escalation('X')), ...path('begin a e')])],
        [side(sideStart('go', escalation('X')))],
        roots,
      ),
    ],
    script: [begin(), complete('a'), complete('x'), expectEnded()],
  },
];
