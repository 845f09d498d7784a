import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  passTime,
  publish,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { catching, end, job, definition, output, service, start } from '../format/elements.js';
import { message, messageRoot, signalRoot } from '../format/events.js';
import { path, process } from '../format/model.js';
import { called, straight } from '../format/straight.js';

const roots = [messageRoot('m', '=id'), messageRoot('n', '=id'), signalRoot('s')];
const caught = (event: string, extensions: string[] = []) =>
  straight([catching('wait', event, extensions), service('a')], [], roots);
const began = process([start('start', message('m')), service('a'), end(), ...path('start a end')], roots);

export const cases: Case[] = [
  {
    name: 'A message with the right key goes on',
    files: [caught(message('m'))],
    script: [
      begin({ id: 'k' }),
      publish('CASE.m', 'k', { v: 1 }),
      expectJob('a', { variables: { v: 1 } }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A message with another key does nothing',
    files: [caught(message('m'))],
    script: [begin({ id: 'k' }), publish('CASE.m', 'other'), expectNoJob('a'), expectRunning],
  },
  {
    name: 'A message of another name does nothing',
    files: [caught(message('m'))],
    script: [begin({ id: 'k' }), publish('CASE.n', 'k'), expectNoJob('a'), expectRunning],
  },
  {
    name: 'A message waits for its receiver',
    files: [straight([service('a'), catching('wait', message('m'))], [], roots)],
    script: [begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1 }, 3600), complete('a'), expectEnded({ v: 1 })],
  },
  {
    name: 'A message without time to live is lost',
    files: [straight([service('a'), catching('wait', message('m'))], [], roots)],
    script: [begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1 }), complete('a'), expectRunning],
  },
  {
    name: 'A message expires',
    files: [straight([service('a'), catching('wait', message('m'))], [], roots)],
    script: [begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1 }, 60), passTime(120), complete('a'), expectRunning],
  },
  {
    name: 'A message of the same id is a duplicate',
    files: [caught(message('m'))],
    script: [
      begin({ id: 'other' }),
      publish('CASE.m', 'k', { v: 1 }, 3600, 'one'),
      publish('CASE.m', 'k', { v: 2 }, 3600, 'one'),
      expectRunning,
    ],
  },
  {
    name: 'A message of the same id is a duplicate after it was taken',
    files: [caught(message('m'))],
    script: [
      begin({ id: 'k' }),
      publish('CASE.m', 'k', { v: 1 }, 3600, 'one'),
      publish('CASE.m', 'k', { v: 2 }, 3600, 'one'),
      expectJob('a', { variables: { v: 1 } }),
      complete('a'),
      expectEnded({ v: 1 }),
    ],
  },
  {
    name: 'A message of the same id without time to live is none',
    files: [caught(message('m'))],
    script: [
      begin({ id: 'other' }),
      publish('CASE.m', 'k', {}, 0, 'one'),
      publish('CASE.m', 'k', {}, 0, 'one'),
      expectRunning,
    ],
  },
  {
    name: 'Two messages in the buffer come in their order',
    files: [
      straight(
        [
          service('a'),
          catching('one', message('m'), [output('=v', 'first')]),
          catching('two', message('m'), [output('=v', 'second')]),
        ],
        [],
        roots,
      ),
    ],
    script: [
      begin({ id: 'k' }),
      publish('CASE.m', 'k', { v: 1 }, 3600),
      publish('CASE.m', 'k', { v: 2 }, 3600),
      complete('a'),
    ],
  },
  {
    name: 'A message reaches one instance of a process',
    files: [caught(message('m'))],
    script: [begin({ id: 'k' }), begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1 }), complete('a'), expectEnded()],
  },
  {
    name: 'A message reaches one instance of each process',
    files: [caught(message('m')), called('CASE-child', [catching('wait', message('m')), service('b')], [], roots)],
    script: [
      begin({ id: 'k' }),
      begin({ id: 'k' }, 'CASE-child'),
      publish('CASE.m', 'k', { v: 1 }),
      complete('a'),
      complete('b'),
      expectEnded(),
    ],
  },
  {
    name: 'A message maps its variables',
    files: [caught(message('m'), [output('=v + 1', 'w')])],
    script: [begin({ id: 'k' }), publish('CASE.m', 'k', { v: 1, more: 2 }), complete('a'), expectEnded({ w: 2 })],
  },
  {
    name: 'The key is fixed when the wait begins',
    files: [caught(message('m'))],
    script: [
      begin({ id: 'k' }),
      setVariables({ id: 'new' }),
      publish('CASE.m', 'new'),
      expectNoJob('a'),
      publish('CASE.m', 'k'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A missing key is an incident',
    files: [caught(message('m'))],
    script: [
      begin(),
      expectIncident('wait', 'EXTRACT_VALUE_ERROR'),
      setVariables({ id: 'k' }),
      resolve('wait'),
      publish('CASE.m', 'k'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A key that is a list is an incident',
    files: [caught(message('m'))],
    script: [begin({ id: [1] }), expectIncident('wait', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'The name of a message is an expression',
    files: [straight([catching('wait', message('m'))], [], [messageRoot('m', '=id', '="CASE." + name')])],
    script: [begin({ id: 'k', name: 'x' }), publish('CASE.x', 'k'), expectEnded()],
  },
  {
    name: 'A message starts a process',
    files: [began],
    script: [
      publish('CASE.m', 'k', { v: 1 }),
      expectJob('a', { variables: { v: 1 } }),
      complete('a'),
      expectEnded({ v: 1 }),
    ],
  },
  {
    name: 'A message that has started a process waits for the next time',
    files: [began],
    script: [
      publish('CASE.m', 'k', { v: 1 }, 3600),
      publish('CASE.m', 'k', { v: 2 }, 3600),
      complete('a'),
      expectJob('a', { variables: { v: 2 } }),
      complete('a'),
      expectEnded({ v: 1 }),
    ],
  },
  {
    name: 'A message starts a process for each key',
    files: [began],
    script: [
      publish('CASE.m', 'k', { v: 1 }),
      publish('CASE.m', 'l', { v: 2 }),
      complete('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A message without a key starts a process every time',
    files: [began],
    script: [
      publish('CASE.m', '', { v: 1 }),
      publish('CASE.m', '', { v: 2 }),
      complete('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  { name: 'A process that only messages start cannot be started otherwise', files: [began], script: [begin()] },
  {
    name: 'A message throw event is a job',
    files: [straight([job('intermediateThrowEvent', 'a', [definition('CASE.send')], message('m'))], [], roots)],
    script: [begin(), expectJob('a', { type: 'CASE.send' }), complete('a'), expectEnded()],
  },
  {
    name: 'A message end event is a job',
    files: [
      process([start(), job('endEvent', 'a', [definition('CASE.send')], message('m')), ...path('start a')], roots),
    ],
    script: [begin(), expectJob('a', { type: 'CASE.send' }), complete('a'), expectEnded()],
  },
];
