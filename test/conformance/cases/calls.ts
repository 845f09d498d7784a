import {
  cancel,
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  expectTerminated,
  resolve,
  setVariables,
  start as begin,
  throwError,
  type Case,
} from '../format/case.js';
import {
  boundary,
  call,
  end,
  input,
  output,
  script,
  service,
  start,
  subProcess,
  throwing,
} from '../format/elements.js';
import { association, compensation, error, errorRoot } from '../format/events.js';
import { node as element, path, process, type Part } from '../format/model.js';
import { called, inner, straight } from '../format/straight.js';

const child = called('CASE-child', [service('c')]);
const parent = (attributes = '', extensions: string[] = []) =>
  straight([call('a', 'CASE-child', attributes, extensions)]);
const failing = process(
  [start(), service('c'), end('e', error('E')), ...path('start c e')],
  [errorRoot('E')],
  'CASE-child',
);

const calls: Case[] = [
  {
    name: 'A call activity passes all variables in and out',
    files: [child, parent()],
    script: [
      begin({ x: 1 }),
      expectJob('c', { variables: { x: 1 } }),
      complete('c', { y: 2 }),
      expectEnded({ x: 1, y: 2 }),
    ],
  },
  {
    name: 'A call activity that keeps the variables of its process',
    files: [child, parent('propagateAllChildVariables="false" ')],
    script: [begin({ x: 1 }), complete('c', { y: 2 }), expectEnded({ x: 1 })],
  },
  {
    name: 'A call activity that maps out',
    files: [child, parent('propagateAllChildVariables="false" ', [output('=y', 'z')])],
    script: [begin({ x: 1 }), complete('c', { y: 2 }), expectEnded({ z: 2 })],
  },
  {
    name: 'A call activity that hands down only what it maps',
    files: [child, parent('propagateAllParentVariables="false" ', [input('=x + 1', 'given')])],
    script: [begin({ x: 1 }), expectJob('c', { variables: { given: 2 } }), complete('c'), expectEnded()],
  },
  {
    name: 'A call activity with an input mapping hands down everything else, too',
    files: [child, parent('', [input('=x + 1', 'given')])],
    script: [
      begin({ x: 1 }),
      expectJob('c', { variables: { given: 2, x: 1 } }),
      complete('c', { given: 5 }),
      expectEnded(),
    ],
  },
  {
    name: 'The called process can be an expression',
    files: [child, straight([call('a', '=which')])],
    script: [begin({ which: 'CASE-child' }), complete('c'), expectEnded()],
  },
  {
    name: 'A process that is not there is an incident',
    files: [straight([call('a', '=which')])],
    script: [begin({ which: 'CASE-none' }), expectIncident('a', 'CALLED_ELEMENT_ERROR'), expectRunning],
  },
  {
    name: 'A called process id that is no text is an incident',
    files: [child, straight([call('a', '=which')])],
    script: [
      begin({ which: 1 }),
      expectIncident('a', 'EXTRACT_VALUE_ERROR'),
      setVariables({ which: 'CASE-child' }),
      resolve('a'),
      complete('c'),
      expectEnded(),
    ],
  },
  {
    name: 'Cancelling ends the called process, too',
    files: [child, parent()],
    script: [begin(), cancel, expectNoJob('c'), expectTerminated],
  },
  {
    name: 'An error of the called process is caught outside',
    files: [
      failing,
      straight(
        [call('a', 'CASE-child')],
        [boundary('edge', 'a', error('E')), service('x'), end('x-end'), ...path('edge x x-end')],
        [errorRoot('E')],
      ),
    ],
    script: [begin(), complete('c'), complete('x'), expectEnded()],
  },
  {
    name: 'An error of the called process that nobody catches is an incident there',
    files: [failing, parent()],
    script: [begin(), complete('c'), expectIncident('e', 'UNHANDLED_ERROR_EVENT'), expectRunning],
  },
  {
    name: 'A thrown error of a job in a called process is caught outside',
    files: [
      child,
      straight(
        [call('a', 'CASE-child')],
        [boundary('edge', 'a', error('E')), end('x-end'), ...path('edge x-end')],
        [errorRoot('E')],
      ),
    ],
    script: [begin(), throwError('c', 'E', { why: 1 }), expectEnded()],
  },
  {
    name: 'A called process calls another',
    files: [
      called('CASE-grand', [service('g')]),
      called('CASE-child', [call('b', 'CASE-grand')]),
      straight([call('a', 'CASE-child')]),
    ],
    script: [begin({ x: 1 }), complete('g', { y: 2 }), expectEnded({ x: 1, y: 2 })],
  },
  {
    name: 'A called process without a wait comes back at once',
    files: [called('CASE-child', [script('c', '=x + 1', 'y')]), straight([call('a', 'CASE-child'), service('b')])],
    script: [begin({ x: 1 }), expectJob('b', { variables: { y: 2 } }), complete('b'), expectEnded()],
  },
];

/** A task with a handler that undoes it. */
const undoable = (id: string): Part[] => [
  service(id),
  boundary(`${id}-edge`, id, compensation(`${id}-definition`)),
  element('serviceTask', `un-${id}`, {
    attributes: 'isForCompensation="true"',
    extensions: [`<zeebe:taskDefinition type="CASE.un-${id}" />`],
  }),
];
const ties = (...ids: string[]) => ids.map((id) => association(`${id}-edge`, `un-${id}`));
const undone = (more: Part[] = []) =>
  process([
    start(),
    ...undoable('a'),
    ...undoable('b'),
    throwing('undo', compensation('undo-definition')),
    end(),
    ...path('start a b undo end'),
    ...more,
    ...ties('a', 'b'),
  ]);

const compensations: Case[] = [
  {
    name: 'Compensation calls the handlers of what was done',
    files: [undone()],
    script: [
      begin({ x: 1 }),
      complete('a', { ra: 1 }),
      complete('b'),
      expectJob('un-a', { variables: { ra: 1 } }),
      expectJob('un-b'),
      complete('un-b'),
      expectRunning,
      complete('un-a'),
      expectEnded(),
    ],
  },
  {
    name: 'Compensation of nothing goes on',
    files: [process([start(), throwing('undo', compensation('d')), service('z'), end(), ...path('start undo z end')])],
    script: [begin(), complete('z'), expectEnded()],
  },
  {
    name: 'A compensation end event undoes before the end',
    files: [
      process([start(), ...undoable('a'), end('undo', compensation('d')), ...path('start a undo'), ...ties('a')]),
    ],
    script: [begin(), complete('a'), complete('un-a'), expectEnded()],
  },
  {
    name: 'Compensation does not undo what was not done',
    files: [
      process([
        start(),
        ...undoable('a'),
        ...undoable('b'),
        throwing('undo', compensation('d')),
        end('a-end'),
        end('b-end'),
        ...path('start a undo a-end'),
        ...path('start b b-end'),
        ...ties('a', 'b'),
      ]),
    ],
    script: [begin(), complete('a'), complete('un-a'), expectRunning, complete('b'), expectEnded()],
  },
  {
    name: 'Compensation reaches into a finished sub-process',
    files: [
      process([
        start(),
        subProcess('sub', [
          ...inner('sub', [], []).slice(0, 2),
          ...undoable('a'),
          ...path('sub_start a sub_end'),
          ...ties('a'),
        ]),
        throwing('undo', compensation('d')),
        end(),
        ...path('start sub undo end'),
      ]),
    ],
    script: [begin(), complete('a'), complete('un-a'), expectEnded()],
  },
];

export const cases: Case[] = [...calls, ...compensations];
