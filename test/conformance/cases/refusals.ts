import { expectJob, expectRefused, start as begin, type Case } from '../format/case.js';
import {
  boundary,
  catching,
  definition,
  end,
  eventBased,
  exclusive,
  inclusive,
  input,
  job,
  receive,
  script,
  service,
  sideStart,
  start,
  eventSubProcess,
  subProcess,
  throwing,
} from '../format/elements.js';
import {
  compensation,
  error,
  errorRoot,
  escalation,
  escalationRoot,
  message,
  messageRoot,
  timer,
} from '../format/events.js';
import { file, flow, node, type Node, path, process } from '../format/model.js';
import { straight } from '../format/straight.js';

const refused = (name: string, ...files: string[]): Case => ({
  name: `Refused: ${name}`,
  files,
  script: [expectRefused],
});
const good = straight([service('a')]);
const decided = (which: Node, condition: string) =>
  process([
    start(),
    which,
    end('a'),
    end('b'),
    ...path('start which'),
    flow('which', 'a', condition),
    flow('which', 'b'),
  ]);

export const cases: Case[] = [
  refused('a file that is no XML', 'CASE is no model'),
  refused('a truncated file', good.slice(0, good.length / 2)),
  refused('a root that is not BPMN', '<?xml version="1.0"?><html id="CASE"/>'),
  refused('a DOCTYPE', good.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>')),
  refused('an empty file', ''),
  refused('no executable process', good.replace('isExecutable="true"', 'isExecutable="false"')),
  refused('a process without elements', file('<bpmn:process id="CASE" isExecutable="true" />')),
  refused('a process without a start', process([service('a'), end(), ...path('a end')])),
  refused(
    'two starts without a trigger',
    process([start('one'), start('two'), end(), ...path('one end'), ...path('two end')]),
  ),
  refused('an id twice', process([start(), service('a'), service('a'), end(), ...path('start a end')])),
  refused('a flow to nowhere', process([start(), service('a'), ...path('start a nowhere')])),
  refused('a service task without a type', straight([job('serviceTask', 'a')])),
  refused('a script task without a script', straight([job('scriptTask', 'a')])),
  refused('a business rule task without a decision', straight([job('businessRuleTask', 'a')])),
  refused('a send task without a type', straight([job('sendTask', 'a')])),
  refused('a call activity without a process', straight([job('callActivity', 'a')])),
  refused('an empty job type', straight([job('serviceTask', 'a', [definition('')])])),
  refused('a job type that is no FEEL', straight([job('serviceTask', 'a', [definition('=1 +')])])),
  refused('an input that is no FEEL', straight([service('a', [input('=1 +', 'x')])])),
  refused('an input without a target', straight([service('a', [input('=1', '')])])),
  refused('a script that is no FEEL', straight([script('a', '=if x', 'y')])),
  refused('a condition that is no FEEL', decided(exclusive('which', 'which-b'), '=x >')),
  refused('a condition without an equals sign', decided(exclusive('which', 'which-b'), 'x > 1')),
  refused('a flow without condition beside another', decided(exclusive('which'), '=x > 1')),
  refused(
    'an inclusive join',
    process([
      start(),
      service('a'),
      service('b'),
      inclusive('join'),
      end(),
      ...path('start a join end'),
      ...path('start b join'),
    ]),
  ),
  refused('a complex gateway', process([start(), node('complexGateway', 'which'), end(), ...path('start which end')])),
  refused('a transaction', straight([node('transaction', 'a', { parts: [start('s'), end('e'), ...path('s e')] })])),
  refused('an ad-hoc sub-process', straight([node('adHocSubProcess', 'a', { parts: [service('b')] })])),
  refused(
    'a conditional event',
    straight([
      catching(
        'wait',
        '<bpmn:conditionalEventDefinition><bpmn:condition>=x</bpmn:condition></bpmn:conditionalEventDefinition>',
      ),
    ]),
  ),
  refused('a cancel end event', process([start(), end('e', '<bpmn:cancelEventDefinition />'), ...path('start e')])),
  refused('a catch event without a trigger', straight([catching('wait', '')])),
  refused(
    'a catch event with two triggers',
    straight([catching('wait', timer('Duration', 'PT1H') + message('m'))], [], [messageRoot('m', '=id')]),
  ),
  refused('a message without a name', straight([catching('wait', message('m'))], [], [messageRoot('m', '=id', '')])),
  refused('a message without a key', straight([catching('wait', message('m'))], [], [messageRoot('m')])),
  refused('a receive task without a message', straight([node('receiveTask', 'a')])),
  refused('a message that is not there', straight([receive('a', 'nothing')])),
  refused('a timer without a time', straight([catching('wait', '<bpmn:timerEventDefinition />')])),
  refused('a duration that cannot be read', straight([catching('wait', timer('Duration', 'soon'))])),
  refused(
    'a cycle that cannot be read',
    straight([service('a')], [boundary('edge', 'a', timer('Cycle', 'often')), end('x'), ...path('edge x')]),
  ),
  refused(
    'an interrupting cycle',
    straight([service('a')], [boundary('edge', 'a', timer('Cycle', 'R3/PT1H')), end('x'), ...path('edge x')]),
  ),
  refused('a cycle to wait for', straight([catching('wait', timer('Cycle', 'R3/PT1H'))])),
  refused(
    'a boundary event at nothing',
    process([start(), end(), boundary('edge', 'nothing', error()), end('x'), ...path('start end'), ...path('edge x')]),
  ),
  refused(
    'a boundary event with an incoming flow',
    straight([service('a')], [boundary('edge', 'a', error()), end('x'), ...path('edge x'), ...path('a edge')]),
  ),
  refused(
    'an error caught twice at one task',
    straight(
      [service('a')],
      [
        boundary('one', 'a', error('E')),
        boundary('two', 'a', error('E')),
        end('x'),
        end('y'),
        ...path('one x'),
        ...path('two y'),
      ],
      [errorRoot('E')],
    ),
  ),
  refused('an error end event without an error', process([start(), end('e', error()), ...path('start e')])),
  refused(
    'an escalation boundary event at a task',
    straight(
      [service('a')],
      [boundary('edge', 'a', escalation('X')), end('x'), ...path('edge x')],
      [escalationRoot('X')],
    ),
  ),
  refused(
    'an event sub-process beside the rest for an error',
    straight(
      [service('a')],
      [eventSubProcess('aside', [sideStart('go', error('E')), end('x'), ...path('go x')])],
      [errorRoot('E')],
    ),
  ),
  refused(
    'an event sub-process without a trigger',
    straight([service('a')], [eventSubProcess('aside', [start('go'), end('x'), ...path('go x')])]),
  ),
  refused(
    'a sub-process started by a timer',
    straight([subProcess('sub', [start('go', timer('Duration', 'PT1H')), end('x'), ...path('go x')])]),
  ),
  refused('a sub-process without a start', straight([subProcess('sub', [service('b')])])),
  refused(
    'an event-based gateway before a task',
    process([
      start(),
      eventBased('gate'),
      catching('one', timer('Duration', 'PT1H')),
      service('a'),
      end(),
      ...path('start gate one end'),
      ...path('gate a end'),
    ]),
  ),
  refused(
    'an event-based gateway with one way',
    process([
      start(),
      eventBased('gate'),
      catching('one', timer('Duration', 'PT1H')),
      end(),
      ...path('start gate one end'),
    ]),
  ),
  refused(
    'two starts by one message',
    process(
      [start('one', message('m')), start('two', message('m')), end(), ...path('one end'), ...path('two end')],
      [messageRoot('m')],
    ),
  ),
  refused(
    'a link to nowhere',
    process([start(), throwing('to', '<bpmn:linkEventDefinition id="l" name="L" />'), ...path('start to')]),
  ),
  refused(
    'a compensation event without a handler',
    straight([service('a')], [boundary('edge', 'a', compensation('d'))]),
  ),
  refused('an end event with a way out', process([start(), end('e'), service('a'), end(), ...path('start e a end')])),
  {
    name: 'A flow that leads back into a start event',
    files: [process([start(), service('a'), end(), ...path('start a start'), ...path('a end')])],
    script: [begin(), expectJob('a')],
  },
  refused('a process id twice in one deployment', good, good),
];
