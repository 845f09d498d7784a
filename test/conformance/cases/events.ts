import {
  complete,
  expectEnded,
  expectIncident,
  expectRunning,
  passTime,
  publish,
  start as begin,
  type Case,
} from '../format/case.js';
import { catching, end, eventBased, service, start, throwing } from '../format/elements.js';
import { link, message, messageRoot, signal, signalRoot, timer } from '../format/events.js';
import { broadcast } from '../format/case.js';
import { path, process } from '../format/model.js';
import { straight } from '../format/straight.js';

const roots = [messageRoot('m', '=id'), messageRoot('n', '=id'), signalRoot('s')];
const caught = (event: string) => straight([catching('wait', event), service('a')], [], roots);

const gate = process(
  [
    start(),
    eventBased('gate'),
    catching('by-message', message('m')),
    catching('by-time', timer('Duration', 'PT1H')),
    service('a'),
    service('b'),
    end('a-end'),
    end('b-end'),
    ...path('start gate by-message a a-end'),
    ...path('gate by-time b b-end'),
  ],
  roots,
);

export const cases: Case[] = [
  {
    name: 'An event-based gateway goes on with the message',
    files: [gate],
    script: [begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1 }), complete('a'), expectEnded({ v: 1 })],
  },
  {
    name: 'An event-based gateway goes on with the timer',
    files: [gate],
    script: [begin({ id: 'k' }), passTime(3601), complete('b'), expectEnded()],
  },
  {
    name: 'An event-based gateway takes a message from the buffer',
    files: [gate],
    script: [publish('CASE.m', 'k', { v: 1 }, 3600), begin({ id: 'k' }), complete('a'), expectEnded()],
  },
  {
    name: 'An event-based gateway without a key is an incident',
    files: [gate],
    script: [begin(), expectIncident('gate', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A signal is caught by all who wait',
    files: [caught(signal('s'))],
    script: [begin(), begin(), broadcast('CASE.s', { v: 1 }), complete('a'), complete('a'), expectEnded({ v: 1 })],
  },
  {
    name: 'A signal is not kept',
    files: [straight([service('a'), catching('wait', signal('s'))], [], roots)],
    script: [begin(), broadcast('CASE.s'), complete('a'), expectRunning],
  },
  {
    name: 'A signal throw event reaches a catch event',
    files: [
      straight(
        [service('a'), throwing('cry', signal('s'))],
        [catching('wait', signal('s')), end('heard'), ...path('start wait heard')],
        roots,
      ),
    ],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A signal starts a process',
    files: [process([start('start', signal('s')), service('a'), end(), ...path('start a end')], roots)],
    script: [broadcast('CASE.s', { v: 1 }), complete('a'), expectEnded({ v: 1 })],
  },
  {
    name: 'A signal end event starts another process',
    files: [
      process([start(), end('cry', signal('s')), ...path('start cry')], roots),
      process([start('go', signal('s')), service('a'), end(), ...path('go a end')], roots, 'CASE-child'),
    ],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A link event goes on at its other end',
    files: [
      process([
        start(),
        throwing('to', link('L', 'l1')),
        catching('from', link('L', 'l2')),
        service('a'),
        end(),
        ...path('start to'),
        ...path('from a end'),
      ]),
    ],
    script: [begin(), complete('a'), expectEnded()],
  },
];
