import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectRefused,
  start as begin,
  type Case,
} from '../format/case.js';
import {
  boundary,
  catching,
  definition,
  end,
  exclusive,
  eventSubProcess,
  header,
  input,
  job,
  loop,
  output,
  receive,
  service,
  sideBoundary,
  sideStart,
  start,
  subProcess,
  throwing,
  user,
} from '../format/elements.js';
import {
  compensation,
  error,
  errorRoot,
  escalation,
  escalationRoot,
  link,
  message,
  messageRoot,
  signal,
  signalRoot,
  timer,
} from '../format/events.js';
import { flow, node, path, process, type Node } from '../format/model.js';
import { inner, straight } from '../format/straight.js';

// Found by altering valid models one setting at a time and deploying them on both engines.

const refused = (name: string, ...files: string[]): Case => ({
  name: `Refused: ${name}`,
  files,
  script: [expectRefused],
});
/** Zeebe takes it; DEVIATIONS.md says why it is refused here. */
const taken = (name: string, file: string): Case => ({ name: `Taken in silence: ${name}`, files: [file], script: [] });

const guarded = (events: readonly Node[], roots: readonly string[] = []) =>
  straight(
    [service('a')],
    [...events, ...events.flatMap(({ id }) => [end(`${id}-end`), ...path(`${id} ${id}-end`)])],
    roots,
  );
type Start = (id: string, event: string) => Node;
const aside = (id: string, event: string, begins: Start = start) =>
  eventSubProcess(id, [begins(`${id}-start`, event), end(`${id}-end`), ...path(`${id}-start ${id}-end`)]);
const asides = (first: string, second: string, roots: readonly string[], begins: Start = start) =>
  straight([service('a')], [aside('one', first, begins), aside('two', second, begins)], roots);
const circle = (round: Node, roots: readonly string[] = []) =>
  process(
    [
      start(),
      exclusive('g'),
      round,
      exclusive('h', 'h-end'),
      end(),
      ...path(`start g ${round.id} h end`),
      flow('h', 'g', '=true'),
    ],
    roots,
  );
const task = (extensions: readonly string[]) => straight([job('serviceTask', 'a', extensions)]);
const m = messageRoot('m', '=k');
const s = signalRoot('s');

export const cases: Case[] = [
  refused('a boundary event without a trigger', guarded([boundary('edge', 'a', '')])),
  refused(
    'a message caught twice at one task',
    guarded([boundary('x', 'a', message('m')), boundary('y', 'a', message('m'))], [m]),
  ),
  refused(
    'a message caught twice beside one task',
    guarded([sideBoundary('x', 'a', message('m')), sideBoundary('y', 'a', message('m'))], [m]),
  ),
  refused(
    'two messages of one name at one task',
    guarded(
      [boundary('x', 'a', message('m')), boundary('y', 'a', message('n'))],
      [m, messageRoot('n', '=k', 'CASE.m')],
    ),
  ),
  refused(
    'a signal caught twice at one task',
    guarded([boundary('x', 'a', signal('s')), boundary('y', 'a', signal('s'))], [s]),
  ),
  refused('every error caught twice at one task', guarded([boundary('x', 'a', error()), boundary('y', 'a', error())])),
  refused('a message for two event sub-processes', asides(message('m'), message('m'), [m])),
  refused('a message for two event sub-processes beside the rest', asides(message('m'), message('m'), [m], sideStart)),
  refused('a signal for two event sub-processes', asides(signal('s'), signal('s'), [s])),
  refused('every error for two event sub-processes', asides(error(), error(), [])),
  refused('every escalation for two event sub-processes', asides(escalation(), escalation(), [])),
  refused(
    'a receive task with its own message at its edge',
    straight([receive('a', 'm')], [boundary('edge', 'a', message('m')), end('x'), ...path('edge x')], [m]),
  ),
  refused(
    'an event sub-process with two starts',
    straight(
      [service('a')],
      [
        eventSubProcess('e', [
          start('x', message('m')),
          start('y', signal('s')),
          end('z'),
          ...path('x z'),
          ...path('y z'),
        ]),
      ],
      [m, s],
    ),
  ),
  refused('an event sub-process for compensation', straight([service('a')], [aside('e', compensation('c'))])),
  refused(
    'a sub-process started by a message',
    straight([subProcess('sub', [start('x', message('m')), end('y'), ...path('x y')])], [], [m]),
  ),
  refused(
    'a sub-process started by a signal',
    straight([subProcess('sub', [start('x', signal('s')), end('y'), ...path('x y')])], [], [s]),
  ),
  refused(
    'a process with two plain starts',
    process([start('x'), start('y'), end(), ...path('x end'), ...path('y end')]),
  ),
  refused('a circle of a manual task', circle(node('manualTask', 't'))),
  refused('a circle of an undefined task', circle(node('task', 't'))),
  refused('a circle of a throw event', circle(throwing('t'))),
  refused('a circle of a signal', circle(throwing('t', signal('s')), [s])),
  refused(
    'a circle of a loop of manual tasks',
    circle(node('manualTask', 't', { inner: loop('inputCollection="=[1]"') })),
  ),
  refused('a message throw event that nobody sends', straight([throwing('a', message('m'))], [], [m])),
  refused('a message end event that nobody sends', process([start(), end('a', message('m')), ...path('start a')], [m])),
  refused(
    'a correlation key without an equals sign',
    straight([catching('c', message('m'))], [], [messageRoot('m', 'k')]),
  ),
  refused('a collection without an equals sign', straight([service('a', [], loop('inputCollection="list"'))])),
  refused(
    'an output element without an equals sign',
    straight([service('a', [], loop('inputCollection="=[1]" outputCollection="o" outputElement="x"'))]),
  ),
  refused('an output without an equals sign', straight([service('a', [output('x', 'y')])])),
  refused('a variable with a word of FEEL for a name', straight([service('a', [input('=1', 'if')])])),
  refused('a task definition twice', task([definition('CASE.a'), definition('CASE.b')])),
  refused('a header twice', task([definition('CASE.a'), header('k', '1'), header('k', '2')])),
  refused(
    'a fixed date of a task that has no time',
    straight([user('a', ['<zeebe:taskSchedule dueDate="2026-12-01" />'])]),
  ),
  refused('a date without an offset', straight([catching('w', timer('Date', '2026-12-01T00:00:00'))])),
  refused('a date of a day', straight([catching('w', timer('Date', '2026-12-01'))])),
  refused('a cron expression of five fields', guarded([sideBoundary('edge', 'a', timer('Cycle', '0 0 * * *'))])),
  refused(
    'an error caught with a computed code',
    guarded([boundary('edge', 'a', error('E'))], [errorRoot('E', '=code')]),
  ),
  refused('an escalation thrown without a code', straight([throwing('t', escalation())])),
  refused('an error event that refers to a task', guarded([boundary('edge', 'a', error('a'))])),
  refused(
    'a truth that is none',
    straight([node('subProcess', 'sub', { attributes: 'triggeredByEvent="ja"', parts: inner('sub', [service('b')]) })]),
  ),
  refused(
    'the extensions of a task twice',
    straight([service('a')]).replace(
      '</bpmn:extensionElements>',
      '</bpmn:extensionElements><bpmn:extensionElements />',
    ),
  ),
  refused('a flow without a source', straight([service('a')]).replace(' sourceRef="start"', '')),
  {
    name: 'An error end event throws a computed code',
    files: [
      straight(
        [subProcess('sub', [start('i'), end('oops', error('E')), ...path('i oops')])],
        [boundary('edge', 'sub', error('F')), service('repair'), end('x'), ...path('edge repair x')],
        [errorRoot('E', '=code'), errorRoot('F', 'found')],
      ),
    ],
    script: [begin({ code: 'found' }), expectJob('repair'), complete('repair'), expectEnded()],
  },
  {
    name: 'A computed code that is no text is an incident',
    files: [process([start(), end('oops', error('E')), ...path('start oops')], [errorRoot('E', '=code')])],
    script: [begin({ code: 1 }), expectIncident('oops', 'EXTRACT_VALUE_ERROR')],
  },
  {
    name: 'An escalation event throws a computed code',
    files: [
      straight(
        [subProcess('sub', inner('sub', [throwing('up', escalation('E'))]))],
        [boundary('edge', 'sub', escalation('F')), service('repair'), end('x'), ...path('edge repair x')],
        [escalationRoot('E', '=code'), escalationRoot('F', 'found')],
      ),
    ],
    script: [begin({ code: 'found' }), expectJob('repair'), complete('repair'), expectEnded()],
  },
  taken(
    'a task definition at an event that throws nothing',
    straight([job('intermediateThrowEvent', 'a', [definition('CASE.a')])]),
  ),
  taken(
    'a process that only an error would start',
    process([start('x', error('E')), end('y'), ...path('x y')], [errorRoot('E')]),
  ),
  taken('a mapping at a manual task', straight([node('manualTask', 'a', { extensions: [output('=1', 'x')] })])),
  taken('an unknown extension', straight([service('a', ['<zeebe:unknown />'])])),
  taken('an expression of nothing', straight([service('a', [input('=', 'x')])])),
  taken(
    'a default flow with a condition',
    process([start(), exclusive('g', 'g-end'), end(), ...path('start g'), flow('g', 'end', '=true')]),
  ),
  taken(
    'a link to which no event leads',
    straight([service('a')], [catching('b', link('L', 'd')), end('x'), ...path('b x')]),
  ),
  taken(
    'an event sub-process with an incoming flow',
    straight([service('a')], [aside('e', signal('s')), ...path('a e')], [s]),
  ),
  taken(
    'an event at the edge of an event sub-process',
    straight(
      [service('a')],
      [aside('e', signal('s')), boundary('edge', 'e', timer('Duration', 'PT1H')), end('x'), ...path('edge x')],
      [s],
    ),
  ),
  taken(
    'an error event whose error has no code',
    guarded([boundary('edge', 'a', error('E'))], ['<bpmn:error id="E" />']),
  ),
  taken(
    'a completion condition without an equals sign',
    straight([service('a', [], loop('inputCollection="=[1]"', 'parallel', 'x'))]),
  ),
  taken('a throw event of an error', straight([throwing('a', error('E'))], [], [errorRoot('E')])),
];
