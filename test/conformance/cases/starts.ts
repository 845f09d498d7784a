import {
  broadcast,
  complete,
  deploy,
  expectEnded,
  expectJob,
  expectNoJob,
  expectRefused,
  expectRunning,
  passTime,
  publish,
  start as begin,
  type Case,
  type Step,
} from '../format/case.js';
import { call, catching, end, service, start, throwing } from '../format/elements.js';
import { message, messageRoot, signal, signalRoot, timer } from '../format/events.js';
import { file, path, process, processOf, type Part } from '../format/model.js';

const roots = [messageRoot('m'), signalRoot('s')];
const hour = timer('Duration', 'PT1H');

/** From a start event with a trigger to a task and an end. */
const to = (startId: string, event: string, task: string): Part[] => [
  start(startId, event),
  service(task),
  end(`${task}-end`),
  ...path(`${startId} ${task} ${task}-end`),
];
const begun = (event: string, task = 'a', id = 'CASE') => process(to('start', event, task), roots, id);
const refused = (what: string, ...files: string[]): Case => ({
  name: `Refused: ${what}`,
  files,
  script: [expectRefused],
});
const allStarts = process(
  [
    ...to('none', '', 'a'),
    ...to('by-message', message('m'), 'b'),
    ...to('by-time', hour, 'c'),
    ...to('by-signal', signal('s'), 'd'),
  ],
  roots,
);
const replaced = (what: string, from: string, to: string, happen: readonly Step[]): Case => ({
  name: `A new version replaces ${what}`,
  files: [begun(from, 'old')],
  script: [deploy(begun(to, 'new')), ...happen],
});

export const cases: Case[] = [
  {
    name: 'A process with a start of each kind is started by hand',
    files: [allStarts],
    script: [begin({ v: 1 }), complete('a'), expectEnded({ v: 1 })],
  },
  {
    name: 'A process with a start of each kind is started by a message',
    files: [allStarts],
    script: [publish('CASE.m', 'k', { v: 1 }), complete('b'), expectEnded({ v: 1 })],
  },
  {
    name: 'A process with a start of each kind is started by a signal',
    files: [allStarts],
    script: [broadcast('CASE.s', { v: 1 }), complete('d'), expectEnded({ v: 1 })],
  },
  {
    name: 'A process with a start of each kind is started by time',
    files: [allStarts],
    script: [passTime(3601), complete('c'), expectEnded()],
  },
  {
    name: 'Two timers start a process, each in its time',
    files: [process([...to('soon', hour, 'a'), ...to('late', timer('Duration', 'PT2H'), 'b')], roots)],
    script: [
      passTime(3601),
      expectJob('a'),
      expectNoJob('b'),
      passTime(3601),
      complete('a'),
      complete('b'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle that starts a process and overslept fires once and goes on from there',
    files: [begun(timer('Cycle', 'R3/PT1H'))],
    script: [
      passTime(18000),
      complete('a'),
      expectNoJob('a'),
      passTime(3601),
      complete('a'),
      passTime(3601),
      complete('a'),
      passTime(3601),
      expectNoJob('a'),
    ],
  },
  {
    name: 'A cycle without end starts a process again and again',
    files: [begun(timer('Cycle', 'R/PT1H'))],
    script: [
      passTime(3601),
      passTime(3601),
      passTime(3601),
      complete('a'),
      complete('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A start timer is read without variables',
    files: [begun(timer('Duration', '="PT" + string(1 + 1) + "H"'))],
    script: [passTime(7190), expectNoJob('a'), passTime(20), complete('a'), expectEnded()],
  },
  {
    name: 'A start timer of a FEEL date of the past starts at deployment',
    files: [begun(timer('Date', '=date and time("2020-01-01T00:00:00Z")'))],
    script: [complete('a'), expectEnded()],
  },
  refused('a start timer with a variable', begun(timer('Duration', '=d'))),
  refused('a start timer whose expression gives no time', begun(timer('Duration', '="bald"'))),
  refused('a start timer of a number', begun(timer('Date', '=5'))),
  replaced('its timer', hour, timer('Duration', 'PT2H'), [
    passTime(3601),
    expectNoJob('old'),
    passTime(3601),
    complete('new'),
    expectEnded(),
  ]),
  replaced('its timer by a signal', hour, signal('s'), [
    passTime(3601),
    expectNoJob('old'),
    broadcast('CASE.s'),
    complete('new'),
    expectEnded(),
  ]),
  replaced('its signal', signal('s'), signal('s'), [
    broadcast('CASE.s'),
    expectNoJob('old'),
    complete('new'),
    expectEnded(),
  ]),
  replaced('its message', message('m'), message('m'), [
    publish('CASE.m', 'k'),
    expectNoJob('old'),
    complete('new'),
    expectEnded(),
  ]),
  {
    name: 'The same bytes again keep the timer of their process',
    files: [begun(hour)],
    script: [
      passTime(1800),
      deploy(begun(hour)),
      passTime(1900),
      complete('a'),
      expectEnded(),
      passTime(3601),
      expectNoJob('a'),
    ],
  },
  {
    name: 'A signal that starts a process also wakes an instance of it',
    files: [
      process(
        [
          start('none'),
          catching('wait', signal('s')),
          service('b'),
          end('b-end'),
          ...path('none wait b b-end'),
          ...to('by-signal', signal('s'), 'a'),
        ],
        roots,
      ),
    ],
    script: [begin(), broadcast('CASE.s', { v: 1 }), complete('b'), complete('a'), expectEnded({ v: 1 })],
  },
  refused('two starts by one signal', process([...to('one', signal('s'), 'a'), ...to('two', signal('s'), 'b')], roots)),
  refused(
    'a start with a signal whose name is a variable',
    process(to('start', signal('s'), 'a'), [signalRoot('s', '=name')]),
  ),
  {
    name: 'A start by a signal whose name is an expression',
    files: [process(to('start', signal('s'), 'a'), [signalRoot('s', '="CASE" + ".x"')])],
    script: [broadcast('CASE.x'), complete('a'), expectEnded()],
  },
  {
    name: 'A signal thrown by a called process leaves its call activity',
    files: [
      process(
        [
          start(),
          call('call', 'CASE-child'),
          end(),
          ...path('start call end'),
          {
            tag: 'boundaryEvent',
            id: 'stop',
            attributes: 'attachedToRef="call"',
            extensions: [],
            inner: signal('s'),
            parts: [],
          },
          service('x'),
          end('x-end'),
          ...path('stop x x-end'),
        ],
        roots,
      ),
      process(
        [start(), throwing('cry', signal('s')), service('b'), end(), ...path('start cry b end')],
        roots,
        'CASE-child',
      ),
    ],
    script: [begin(), complete('x'), expectEnded()],
  },
  {
    name: 'Two processes in one file, one calls the other',
    files: [
      file(
        roots.join('') +
          processOf('CASE', [start(), call('call', 'CASE-child'), end(), ...path('start call end')]) +
          processOf('CASE-child', [start('c-start'), service('a'), end('c-end'), ...path('c-start a c-end')]),
      ),
    ],
    script: [begin(), complete('a', { v: 1 }), expectEnded({ v: 1 })],
  },
  {
    name: 'Two processes in one file start by one signal',
    files: [
      file(
        roots.join('') +
          processOf('CASE', to('one', signal('s'), 'a')) +
          processOf('CASE-other', to('two', signal('s'), 'b')),
      ),
    ],
    script: [broadcast('CASE.s'), complete('a'), complete('b'), expectEnded()],
  },
  {
    name: 'A process in the file that is not executable is passed over',
    files: [
      file(
        roots.join('') +
          processOf('CASE', to('one', '', 'a')) +
          processOf('CASE-other', [start('two')]).replace('isExecutable="true"', 'isExecutable="false"'),
      ),
    ],
    script: [begin(), complete('a'), expectEnded(), begin({}, 'CASE-other')],
  },
  refused(
    'a process id twice in one file',
    file(processOf('CASE', to('one', '', 'a')) + processOf('CASE', to('two', '', 'b'))),
  ),
  refused(
    'an element id in two processes of one file',
    file(processOf('CASE', to('one', '', 'a')) + processOf('CASE-other', to('one', '', 'b'))),
  ),
  refused(
    'a file whose second process is broken',
    file(processOf('CASE', to('one', '', 'a')) + processOf('CASE-other', [service('b'), end('e'), ...path('b e')])),
  ),
  {
    name: 'A file with two processes replaces the timer of each',
    files: [begun(hour, 'old'), begun(hour, 'other', 'CASE-other')],
    script: [
      deploy(
        file(
          roots.join('') +
            processOf('CASE', to('one', '', 'a')) +
            processOf('CASE-other', to('two', timer('Duration', 'PT2H'), 'b')),
        ),
      ),
      passTime(3601),
      expectNoJob('old'),
      expectNoJob('other'),
      passTime(3601),
      complete('b'),
      expectEnded(),
    ],
  },
  {
    name: 'A process that only time starts cannot be started otherwise',
    files: [begun(hour)],
    script: [begin(), passTime(3601), expectRunning],
  },
];
