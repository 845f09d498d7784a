import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectRunning,
  publish,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { definition, header, input, job, output, receive, rule, script, service, user } from '../format/elements.js';
import { messageRoot } from '../format/events.js';
import { node } from '../format/model.js';
import { straight } from '../format/straight.js';

const kinds = ['serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask'];

const workers: Case[] = [
  ...kinds.map((tag) => ({
    name: `A ${tag} offers a job with type, retries and headers`,
    files: [straight([job(tag, 'a', [definition('CASE.work', '5'), header('one', '1'), header('two', 'zwei')])])],
    script: [
      begin({ x: 1 }),
      expectJob('a', { type: 'CASE.work', retries: 5, headers: { one: '1', two: 'zwei' }, variables: { x: 1 } }),
      complete('a', { y: 2 }),
      expectEnded({ x: 1, y: 2 }),
    ],
  })),
  {
    name: 'The type of a job can be an expression',
    files: [straight([job('serviceTask', 'a', [definition('="CASE." + kind')])])],
    script: [begin({ kind: 'special' }), expectJob('a', { type: 'CASE.special' }), complete('a'), expectEnded()],
  },
  {
    name: 'The retries of a job can be an expression',
    files: [straight([job('serviceTask', 'a', [definition('CASE.a', '=n + 1')])])],
    script: [begin({ n: 6 }), expectJob('a', { retries: 7 }), complete('a'), expectEnded()],
  },
  {
    name: 'A job type that is no text is an incident',
    files: [straight([job('serviceTask', 'a', [definition('=kind')])])],
    script: [
      begin({ kind: [1] }),
      expectIncident('a', 'EXTRACT_VALUE_ERROR'),
      setVariables({ kind: 'CASE.x' }),
      resolve('a'),
      expectJob('a', { type: 'CASE.x' }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A job type that is missing is an incident',
    files: [straight([job('serviceTask', 'a', [definition('=kind')])])],
    script: [begin(), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'Retries that are no number are an incident',
    files: [straight([job('serviceTask', 'a', [definition('CASE.a', '=n')])])],
    script: [begin({ n: 'x' }), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'Two service tasks one after the other',
    files: [straight([service('a'), service('b')])],
    script: [
      begin(),
      complete('a', { a: 1 }),
      expectJob('b', { variables: { a: 1 } }),
      complete('b', { b: [1, { c: null }] }),
      expectEnded({ a: 1, b: [1, { c: null }] }),
    ],
  },
];

const assigned = (text: string) => user('a', [`<zeebe:assignmentDefinition ${text} />`]);
const scheduled = (text: string) => user('a', [`<zeebe:taskSchedule ${text} />`]);

const people: Case[] = [
  {
    name: 'A user task is a job with one retry',
    files: [straight([user('a')])],
    script: [begin(), expectJob('a', { type: 'io.camunda.zeebe:userTask', retries: 1 }), complete('a'), expectEnded()],
  },
  {
    name: 'A user task carries fixed people and groups',
    files: [straight([assigned('assignee="jana" candidateGroups="amt, kasse" candidateUsers="ines,deniz"')])],
    script: [begin(), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A user task carries people and groups of expressions',
    files: [straight([assigned('assignee="=who" candidateGroups="=groups" candidateUsers="=[who]"')])],
    script: [begin({ who: 'jana', groups: ['amt', 'kasse'] }), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A user task without anybody in its list of groups',
    files: [straight([assigned('candidateGroups="=groups"')])],
    script: [begin({ groups: [] }), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A text in place of a list of groups is an incident',
    files: [straight([assigned('candidateGroups="=groups"')])],
    script: [
      begin({ groups: 'amt' }),
      expectIncident('a', 'EXTRACT_VALUE_ERROR'),
      setVariables({ groups: ['amt'] }),
      resolve('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'An assignee that is missing is an incident',
    files: [straight([assigned('assignee="=who"')])],
    script: [begin(), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A user task carries a due and a follow-up date',
    files: [straight([scheduled('dueDate="2026-12-01T08:00:00Z" followUpDate="2026-11-20T08:00:00Z"')])],
    script: [begin(), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A due date can be an expression',
    files: [straight([scheduled('dueDate="=due"')])],
    script: [begin({ due: '2026-12-01T08:15:30+01:00' }), expectJob('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A due date that is no date is an incident',
    files: [straight([scheduled('dueDate="=due"')])],
    script: [begin({ due: 'bald' }), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A user task has headers of its own',
    files: [straight([user('a', [header('lm:frist', 'P5D')])])],
    script: [begin(), expectJob('a', { headers: { 'lm:frist': 'P5D' } }), complete('a'), expectEnded()],
  },
  {
    name: 'A user task maps in and out',
    files: [straight([user('a', [input('=betrag * 2', 'doppelt'), output('=antwort', 'ergebnis')])])],
    script: [
      begin({ betrag: 21 }),
      expectJob('a', { variables: { doppelt: 42 } }),
      complete('a', { antwort: 'ja', rest: 1 }),
      expectEnded({ ergebnis: 'ja' }),
    ],
  },
];

const engine: Case[] = [
  {
    name: 'A manual task is passed through',
    files: [straight([node('manualTask', 'a'), service('b')])],
    script: [begin(), expectJob('b'), complete('b'), expectEnded()],
  },
  {
    name: 'An undefined task is passed through',
    files: [straight([node('task', 'a')])],
    script: [begin({ x: 1 }), expectEnded({ x: 1 })],
  },
  {
    name: 'A script task writes its result',
    files: [straight([script('a', '=n * 2 + 1', 'result')])],
    script: [begin({ n: 20 }), expectEnded({ n: 20, result: 41 })],
  },
  {
    name: 'A script task with output mapping writes only that',
    files: [straight([script('a', '=n * 2', 'result', [output('=result + 1', 'kept')])])],
    script: [begin({ n: 20 }), expectEnded({ kept: 41 })],
  },
  {
    name: 'A script task sees its input mapping',
    files: [straight([script('a', '=inside + 1', 'result', [input('=n', 'inside')])])],
    script: [begin({ n: 20 }), expectEnded({ result: 21 })],
  },
  {
    name: 'A script task of nothing writes null',
    files: [straight([script('a', '=missing', 'result')])],
    script: [begin(), expectEnded({ result: null })],
  },
  {
    name: 'A script task that fails is null or an incident',
    files: [straight([script('a', '="a" + 1', 'result')])],
    script: [begin()],
  },
  {
    name: 'A decision that is not deployed is an incident',
    files: [straight([rule('a', 'CASE-none', 'result')])],
    script: [begin(), expectIncident('a', 'CALLED_DECISION_ERROR'), expectRunning],
  },
  {
    name: 'A decision id that is no text is an incident',
    files: [straight([rule('a', '=which', 'result')])],
    script: [begin({ which: 1 }), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A receive task waits for its message',
    files: [straight([receive('a', 'answer')], [], [messageRoot('answer', '=id')])],
    script: [begin({ id: 'k1' }), expectRunning, publish('CASE.answer', 'k1', { x: 1 }), expectEnded({ x: 1 })],
  },
  {
    name: 'A receive task passes by a message with another key',
    files: [straight([receive('a', 'answer')], [], [messageRoot('answer', '=id')])],
    script: [begin({ id: 'k1' }), publish('CASE.answer', 'k2', { x: 1 }), expectRunning],
  },
  {
    name: 'A receive task whose key is a number',
    files: [straight([receive('a', 'answer')], [], [messageRoot('answer', '=id')])],
    script: [begin({ id: 17 }), publish('CASE.answer', '17', { x: 1 }), expectEnded({ x: 1 })],
  },
  {
    name: 'A receive task without its key is an incident',
    files: [straight([receive('a', 'answer')], [], [messageRoot('answer', '=id')])],
    script: [
      begin(),
      expectIncident('a', 'EXTRACT_VALUE_ERROR'),
      setVariables({ id: 'k' }),
      resolve('a'),
      publish('CASE.answer', 'k'),
      expectEnded(),
    ],
  },
];

export const cases: Case[] = [...workers, ...people, ...engine];
