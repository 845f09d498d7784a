import { catching, end, loop, parallel, service, start, user } from '../../conformance/format/elements.js';
import { message, messageRoot, timer } from '../../conformance/format/events.js';
import { flow, path, process as bpmnProcess } from '../../conformance/format/model.js';

/**
 * Everything that can be torn in two: a start by message, people beside a service with an effect outside, a message that
 * comes before anybody waits for it, a timer, as many people as the instance says, and a service with an effect inside.
 */
export const killModel = bpmnProcess(
  [
    start('start', message('begin')),
    parallel('fork'),
    user('pruefen'),
    service('senden'),
    parallel('join'),
    catching('antwort', message('answer')),
    catching('frist', timer('Duration', 'PT1S')),
    user('mitzeichnen', [], loop('inputCollection="=people" inputElement="person"')),
    service('zaehlen'),
    user('schluss'),
    end(),
    ...path('start fork pruefen join antwort frist mitzeichnen zaehlen schluss end'),
    flow('fork', 'senden'),
    flow('senden', 'join'),
  ],
  [messageRoot('begin'), messageRoot('answer', '=name')],
);

export const BEGIN = 'CASE.begin';
export const ANSWER = 'CASE.answer';
/** Topic of the work outside. */
export const SEND = 'kill.send';
