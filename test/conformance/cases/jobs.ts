import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  fail,
  passTime,
  resolve,
  start as begin,
  throwError,
  type Case,
} from '../format/case.js';
import { boundary, definition, end, job, service } from '../format/elements.js';
import { error, errorRoot } from '../format/events.js';
import { path } from '../format/model.js';
import { straight } from '../format/straight.js';

const one = straight([service('a')]);
const caught = (code?: string) =>
  straight(
    [service('a')],
    [boundary('oops', 'a', error(code)), service('repair'), end('repaired'), ...path('oops repair repaired')],
    [errorRoot('E1'), errorRoot('E2')],
  );

export const cases: Case[] = [
  {
    name: 'A failed job with retries left is offered again',
    files: [one],
    script: [begin(), fail('a', 2), expectJob('a', { retries: 2 }), complete('a'), expectEnded()],
  },
  {
    name: 'A failed job waits for its back-off',
    files: [one],
    script: [
      begin(),
      fail('a', 2, 60),
      expectNoJob('a'),
      passTime(61),
      expectJob('a', { retries: 2 }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A failed job without retries is an incident, and resolving offers it again',
    files: [one],
    script: [
      begin(),
      fail('a', 0),
      expectIncident('a', 'JOB_NO_RETRIES'),
      expectNoJob('a'),
      resolve('a', 2),
      expectJob('a', { retries: 2 }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A job can fail again after its incident was resolved',
    files: [one],
    script: [
      begin(),
      fail('a', 0),
      resolve('a'),
      fail('a', 0),
      expectIncident('a', 'JOB_NO_RETRIES'),
      resolve('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A job can be given more retries than the model says',
    files: [one],
    script: [begin(), fail('a', 9), expectJob('a', { retries: 9 }), complete('a'), expectEnded()],
  },
  {
    name: 'A job that begins without retries is offered to nobody',
    files: [straight([job('serviceTask', 'a', [definition('CASE.a', '0')])])],
    script: [begin(), expectNoJob('a'), expectRunning],
  },
  {
    name: 'A thrown error is caught by its code',
    files: [caught('E1')],
    script: [begin(), throwError('a', 'E1', { why: 'x' }), expectJob('repair'), complete('repair'), expectEnded()],
  },
  {
    name: 'A thrown error is caught by an event that catches all',
    files: [caught()],
    script: [
      begin(),
      throwError('a', 'anything', { why: 'x' }),
      expectJob('repair'),
      complete('repair'),
      expectEnded(),
    ],
  },
  {
    name: 'A thrown error of another code is an incident',
    files: [caught('E1')],
    script: [
      begin(),
      throwError('a', 'E2'),
      expectIncident('a', 'UNHANDLED_ERROR_EVENT'),
      expectNoJob('a'),
      expectRunning,
    ],
  },
  {
    name: 'Resolving an uncaught error offers the job again',
    files: [caught('E1')],
    script: [begin(), throwError('a', 'E2'), resolve('a'), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A job of an uncaught error can then throw one that is caught',
    files: [caught('E1')],
    script: [begin(), throwError('a', 'E2'), resolve('a'), throwError('a', 'E1'), complete('repair'), expectEnded()],
  },
  {
    name: 'An exact code is preferred to one that catches all',
    files: [
      straight(
        [service('a')],
        [
          boundary('all', 'a', error()),
          boundary('exact', 'a', error('E1')),
          end('end-all'),
          end('end-exact'),
          ...path('all end-all'),
          ...path('exact end-exact'),
        ],
        [errorRoot('E1')],
      ),
    ],
    script: [begin(), throwError('a', 'E1'), expectEnded()],
  },
  {
    name: 'A failed job of one branch leaves the other alone',
    files: [straight([service('a')], [service('b'), end('end-b'), ...path('start b end-b')])],
    script: [begin(), fail('a', 0), complete('b'), expectRunning, resolve('a'), complete('a'), expectEnded()],
  },
];
