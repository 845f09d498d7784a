import { complete, expectEnded, expectIncident, expectJob, expectNoJob, expectRunning, resolve, setVariables, start as begin, type Case } from '../format/case.js';
import { end, exclusive, parallel, service, start } from '../format/elements.js';
import { flow, path, process } from '../format/model.js';

export const cases: Case[] = [
  {
    name: 'Exclusive gateway: the last true flow of the document is taken',
    files: [process([start(), exclusive('which'), service('a'), service('b'), end(), ...path('start which'), flow('which', 'a', '=n > 1'), flow('which', 'b', '=n > 0'), ...path('a end'), ...path('b end')])],
    script: [begin({ n: 2 }), expectJob('b', { type: 'CASE.b', variables: { n: 2 } }), complete('b', { done: true }), expectEnded({ n: 2, done: true })],
  },
  {
    name: 'Exclusive gateway: nothing true is an incident that can be resolved',
    files: [process([start(), exclusive('which'), service('a'), end(), ...path('start which'), flow('which', 'a', '=n > 1'), ...path('a end')])],
    script: [begin({ n: 0 }), expectIncident('which', 'CONDITION_ERROR'), setVariables({ n: 5 }), resolve('which'), complete('a'), expectEnded()],
  },
  {
    name: 'Parallel gateway: waits for one token per flow',
    files: [process([start(), parallel('fork'), service('a'), service('b'), parallel('join'), end(), ...path('start fork a join end'), ...path('fork b join')])],
    script: [begin(), complete('a'), expectNoJob('a'), expectRunning, complete('b'), expectEnded()],
  },
];
