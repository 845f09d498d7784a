import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectRunning,
  fail,
  publish,
  resolve,
  setVariables,
  start as begin,
  throwError,
  type Case,
} from '../format/case.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import { boundary, call, end, input, job, loop, output, service, subProcess, user } from '../format/elements.js';
import { error, errorRoot, messageRoot } from '../format/events.js';
import { node, path } from '../format/model.js';
import { called, inner, straight } from '../format/straight.js';

const all = 'inputCollection="=list" inputElement="entry" outputCollection="results" outputElement="=result"';
const items = { list: ['x', 'y', 'z'] };
const orders = ['parallel', 'sequential'] as const;
const done = (times: number, at = 'a') =>
  Array.from({ length: times }, (_, index) => complete(at, { result: index + 1 }));

const both: Case[] = orders.flatMap((order): Case[] => {
  const repeated = (attributes = all, until?: string, extensions: string[] = []) =>
    straight([service('a', extensions, loop(attributes, order, until))]);
  return [
    {
      name: `A ${order} loop gives its output in the order of the input`,
      files: [repeated()],
      script: [
        begin(items),
        expectJob('a', { variables: { entry: 'x', loopCounter: 1 } }),
        ...done(3),
        expectEnded({ results: [1, 2, 3] }),
      ],
    },
    {
      name: `A ${order} loop over nothing completes at once`,
      files: [repeated()],
      script: [begin({ list: [] }), expectEnded({ results: [] })],
    },
    {
      name: `A ${order} loop over something that is no list is an incident`,
      files: [repeated()],
      script: [
        begin({ list: 'x' }),
        expectIncident('a', 'EXTRACT_VALUE_ERROR'),
        setVariables({ list: [1] }),
        resolve('a'),
        ...done(1),
        expectEnded({ results: [1] }),
      ],
    },
    {
      name: `A ${order} loop over a missing list is an incident`,
      files: [repeated()],
      script: [begin(), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
    },
    {
      name: `A ${order} loop leaves null where a run gave nothing`,
      files: [repeated()],
      script: [
        begin(items),
        complete('a', { result: 1 }),
        complete('a'),
        complete('a', { result: 3 }),
        expectEnded({ results: [1, null, 3] }),
      ],
    },
    {
      name: `A ${order} loop ends when its condition holds`,
      files: [repeated(all, '=numberOfCompletedInstances >= 2')],
      script: [begin(items), ...done(2), expectEnded()],
    },
    {
      name: `A ${order} loop counts its runs for the condition`,
      files: [repeated(all, '=result = "enough" and numberOfInstances = 3')],
      script: [begin(items), complete('a', { result: 'more' }), complete('a', { result: 'enough' })],
    },
    {
      name: `A condition of a ${order} loop that is no boolean is an incident`,
      files: [repeated(all, '="x"')],
      script: [begin(items), complete('a', { result: 1 }), expectIncident('a', 'EXTRACT_VALUE_ERROR')],
    },
    {
      name: `A ${order} loop without input element and output`,
      files: [repeated('inputCollection="=[1, 2]"')],
      script: [begin(), complete('a', { own: 1 }), complete('a', { own: 2 }), expectEnded()],
    },
    {
      name: `A ${order} loop with mappings of its task`,
      files: [repeated(all, undefined, [input('=entry + "!"', 'loud'), output('=said', 'result')])],
      script: [
        begin(items),
        expectJob('a', { variables: { loud: 'x!' } }),
        complete('a', { said: 1 }),
        complete('a', { said: 2 }),
        complete('a', { said: 3 }),
        expectEnded({ results: [1, 2, 3] }),
      ],
    },
    {
      name: `An error in a ${order} loop ends all its runs`,
      files: [
        straight(
          [service('a', [], loop(all, order))],
          [boundary('oops', 'a', error('E')), end('ended'), ...path('oops ended')],
          [errorRoot('E')],
        ),
      ],
      script: [begin(items), complete('a', { result: 1 }), throwError('a', 'E'), expectEnded()],
    },
    {
      name: `A run of a ${order} loop that fails is repeated alone`,
      files: [repeated()],
      script: [
        begin(items),
        complete('a', { result: 1 }),
        fail('a', 0),
        expectIncident('a', 'JOB_NO_RETRIES'),
        resolve('a'),
        ...done(2),
        expectEnded(),
      ],
    },
    {
      name: `A ${order} loop over a sub-process`,
      files: [straight([subProcess('sub', inner('sub', [service('a')]), [], loop(all, order))])],
      script: [begin(items), ...done(3), expectEnded()],
    },
    {
      name: `A ${order} loop over a user task`,
      files: [straight([user('a', ['<zeebe:assignmentDefinition assignee="=entry" />'], loop(all, order))])],
      script: [begin(items), ...done(3), expectEnded({ results: [1, 2, 3] })],
    },
    {
      name: `A ${order} loop over a script task`,
      files: [
        straight([
          job(
            'scriptTask',
            'a',
            ['<zeebe:script expression="=entry * 2" resultVariable="result" />'],
            loop(all, order),
          ),
        ]),
      ],
      script: [begin({ list: [1, 2, 3] }), expectEnded({ results: [2, 4, 6] })],
    },
    {
      name: `A ${order} loop over a call activity`,
      files: [called('CASE-child', [service('c')]), straight([call('a', 'CASE-child', '', [], loop(all, order))])],
      script: [begin(items), ...done(3, 'c'), expectEnded()],
    },
    {
      name: `A ${order} loop over a manual task`,
      files: [
        straight([
          node('manualTask', 'a', {
            inner: loop(
              'inputCollection="=list" inputElement="entry" outputCollection="results" outputElement="=entry"',
              order,
            ),
          }),
        ]),
      ],
      script: [begin(items), expectEnded({ results: ['x', 'y', 'z'] })],
    },
    {
      name: `A ${order} loop over a receive task`,
      files: [
        straight(
          [node('receiveTask', 'a', { attributes: 'messageRef="answer"', inner: loop(all, order) })],
          [],
          [messageRoot('answer', '=entry')],
        ),
      ],
      script: [
        begin({ list: ['k1', 'k2'] }),
        publish('CASE.answer', 'k1', { result: 1 }),
        publish('CASE.answer', 'k2', { result: 2 }),
        expectEnded({ results: [1, 2] }),
      ],
    },
  ];
});

const nested: JsonObject = { rows: [[1, 2], [3]] };
export const cases: Case[] = [
  ...both,
  {
    name: 'The output of a parallel loop does not follow the order of completion',
    files: [straight([service('a', [], loop(all)), service('b')])],
    script: [begin({ list: [1, 2] }), ...done(2), complete('b'), expectEnded()],
  },
  {
    name: 'A loop in a loop',
    files: [
      straight([
        subProcess(
          'sub',
          inner('sub', [
            service(
              'a',
              [],
              loop('inputCollection="=row" inputElement="cell" outputCollection="cells" outputElement="=result"'),
            ),
          ]),
          [],
          loop('inputCollection="=rows" inputElement="row" outputCollection="results" outputElement="=cells"'),
        ),
      ]),
    ],
    script: [begin(nested), ...done(3), expectEnded()],
  },
];
