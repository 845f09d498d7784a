import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectRefused,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import { end, input, output, script, service, start, subProcess } from '../format/elements.js';
import { path, process } from '../format/model.js';
import { inner, straight } from '../format/straight.js';

const nested = (extensions: string[], task: string[] = []) =>
  straight([subProcess('sub', inner('sub', [service('a', task)]), extensions)]);

const scopes: Case[] = [
  {
    name: 'Without mappings the whole result of a job goes to the process',
    files: [straight([service('a')])],
    script: [begin({ x: 1 }), complete('a', { x: 2, y: 3 }), expectEnded({ x: 2, y: 3 })],
  },
  {
    name: 'An input mapping is local to its task',
    files: [straight([service('a', [input('=x + 1', 'y')]), service('b')])],
    script: [
      begin({ x: 1 }),
      expectJob('a', { variables: { x: 1, y: 2 } }),
      complete('a'),
      expectJob('b', { variables: { x: 1 } }),
      complete('b'),
      expectEnded({ x: 1 }),
    ],
  },
  {
    name: 'A result is written to the local variable of the same name',
    files: [straight([service('a', [input('=x', 'x')])])],
    script: [begin({ x: 1 }), complete('a', { x: 2 }), expectEnded({ x: 1 })],
  },
  {
    name: 'A later input mapping sees an earlier one',
    files: [straight([service('a', [input('=x + 1', 'y'), input('=y + 1', 'z')])])],
    script: [begin({ x: 1 }), expectJob('a', { variables: { y: 2, z: 3 } }), complete('a'), expectEnded()],
  },
  {
    name: 'An input mapping builds a context',
    files: [straight([service('a', [input('=x', 'c.one'), input('=x + 1', 'c.two.deep')])])],
    script: [
      begin({ x: 1 }),
      expectJob('a', { variables: { c: { one: 1, two: { deep: 2 } } } }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'An input mapping of a missing variable is null',
    files: [straight([service('a', [input('=missing', 'y')])])],
    script: [begin(), expectJob('a', { variables: { y: null } }), complete('a'), expectEnded()],
  },
  {
    name: 'An input mapping whose function fails',
    files: [straight([service('a', [input('=number("x")', 'y')])])],
    script: [begin()],
  },
  {
    name: 'An assertion in an input mapping fails as an incident',
    files: [straight([service('a', [input('=assert(x, x > 5)', 'y')])])],
    script: [
      begin({ x: 1 }),
      expectIncident('a', 'IO_MAPPING_ERROR'),
      setVariables({ x: 6 }),
      resolve('a'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'With output mappings only these are written',
    files: [straight([service('a', [output('=y', 'z')])])],
    script: [begin(), complete('a', { y: 1, secret: 2 }), expectEnded({ z: 1 })],
  },
  {
    name: 'An output mapping extends a context',
    files: [straight([service('a', [output('=y', 'c.two')])])],
    script: [begin({ c: { one: 1 } }), complete('a', { y: 2 }), expectEnded({ c: { one: 1, two: 2 } })],
  },
  {
    name: 'An output mapping of a missing result is null',
    files: [straight([service('a', [output('=y', 'z')])])],
    script: [begin(), complete('a'), expectEnded({ z: null })],
  },
  {
    name: 'Two output mappings to one name: the second wins',
    files: [straight([service('a', [output('=1', 'z'), output('=2', 'z')])])],
    script: [begin(), complete('a'), expectEnded({ z: 2 })],
  },
  {
    name: 'A source of a mapping without an equals sign is refused',
    files: [straight([service('a', [input('fixed', 'y'), output('other', 'z')])])],
    script: [expectRefused],
  },
  {
    name: 'A sub-process has a scope of its own',
    files: [nested([input('=x', 'y')])],
    script: [
      begin({ x: 1 }),
      expectJob('a', { variables: { x: 1, y: 1 } }),
      complete('a', { y: 2, n: 3 }),
      expectEnded({ x: 1, n: 3 }),
    ],
  },
  {
    name: 'A sub-process maps out',
    files: [nested([input('=x', 'y'), output('=y', 'z')])],
    script: [begin({ x: 1 }), complete('a', { y: 2 }), expectEnded({ x: 1, z: 2 })],
  },
  {
    name: 'A task in a sub-process writes to the nearest scope that has the name',
    files: [nested([input('=0', 'y')], [output('=r', 'y'), output('=r', 'free')])],
    script: [begin(), complete('a', { r: 7 }), expectEnded({ free: 7 })],
  },
  {
    name: 'Variables set from outside go to the process',
    files: [straight([service('a')])],
    script: [
      begin({ x: 1 }),
      setVariables({ x: 2, y: 3 }),
      expectJob('a', { variables: { x: 2, y: 3 } }),
      complete('a'),
      expectEnded({ x: 2, y: 3 }),
    ],
  },
  {
    name: 'Variables set at an element go outwards',
    files: [nested([input('=0', 'y')])],
    script: [begin(), setVariables({ y: 1, z: 2 }, 'sub'), complete('a'), expectEnded({ z: 2 })],
  },
  {
    name: 'Variables set locally stay',
    files: [nested([])],
    script: [
      begin(),
      setVariables({ y: 1 }, 'sub', true),
      expectJob('a', { variables: { y: 1 } }),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A variable that nobody has goes to the process, not to the sub-process',
    files: [straight([subProcess('sub', inner('sub', [service('a'), service('b')])), service('c')])],
    script: [
      begin(),
      complete('a', { v: 1 }),
      expectJob('b', { variables: { v: 1 } }),
      complete('b'),
      expectJob('c', { variables: { v: 1 } }),
      complete('c'),
      expectEnded({ v: 1 }),
    ],
  },
  {
    name: 'Start and end events map out',
    files: [
      process([
        start('start', '', [output('=x + 1', 'y')]),
        end('end', '', [output('=y + 1', 'z')]),
        ...path('start end'),
      ]),
    ],
    script: [begin({ x: 1 }), expectEnded()],
  },
  {
    name: 'Values of all types pass unchanged',
    files: [straight([service('a')])],
    script: [
      begin({
        nothing: null,
        yes: true,
        whole: 12,
        part: 1.5,
        text: 'ä"\n',
        list: [1, [2]],
        object: { a: { b: null } },
      }),
      complete('a', { empty: {}, none: [] }),
      expectEnded({
        nothing: null,
        yes: true,
        whole: 12,
        part: 1.5,
        text: 'ä"\n',
        list: [1, [2]],
        object: { a: { b: null } },
        empty: {},
        none: [],
      }),
    ],
  },
];

/** Expressions and the value that a real Zeebe stores for them; the rest of FEEL is compared expression by expression. */
const VALUES: readonly (readonly [string, JsonObject])[] = [
  ['0.1 + 0.2 = 0.3', {}],
  ['100.10 * 3 = 300.30', {}],
  ['sum([0.1, 0.2, 0.3]) = 0.6', {}],
  ['1 / 3', {}],
  ['5 / 0', {}],
  ['a * 1.19', { a: 571.04 }],
  ['round half up(a * 0.19, 2)', { a: 571.04 }],
  ['if missing = null then 1 else 2', {}],
  ['if null then 1 else 2', {}],
  ['a.b.c', { a: { b: { c: 3 } } }],
  ['a.b.d', { a: { b: { c: 3 } } }],
  ['a[item > 1]', { a: [1, 2, 3] }],
  ['a[-1]', { a: [1, 2, 3] }],
  ['for x in a return x * x', { a: [1, 2, 3] }],
  ['some x in a satisfies x > 2', { a: [1, 2, 3] }],
  ['count(a)', { a: [1, 2] }],
  ['{x: 1, y: x + 1}', {}],
  ['"a" + "b"', {}],
  ['string(a)', { a: 1.5 }],
  ['a between 1 and 3', { a: 3 }],
  ['a in [1..3]', { a: 4 }],
  ['duration("P1DT2H")', {}],
  ['date("2026-02-28") + duration("P1M")', {}],
  ['contains("laufmappe", "map")', {}],
  ['123456789012345678', {}],
];

const values: Case[] = VALUES.map(([source, variables]) => ({
  name: `Value of ${source.replaceAll('"', "'")} as a script task stores it`,
  files: [straight([script('a', `=${source}`, 'result')])],
  script: [begin(variables), expectEnded()],
}));

export const cases: Case[] = [...scopes, ...values];
