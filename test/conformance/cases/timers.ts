import {
  complete,
  expectEnded,
  expectIncident,
  expectJob,
  expectNoJob,
  expectRunning,
  passTime,
  resolve,
  setVariables,
  start as begin,
  type Case,
} from '../format/case.js';
import { boundary, catching, end, service, sideBoundary, start } from '../format/elements.js';
import { timer } from '../format/events.js';
import { path, process } from '../format/model.js';
import { straight } from '../format/straight.js';

const wait = (event: string) => straight([catching('wait', event), service('a')]);
const edge = (event: string) =>
  straight([service('a')], [sideBoundary('edge', 'a', event), service('x'), end('x-end'), ...path('edge x x-end')]);
const began = (event: string) => process([start('start', event), service('a'), end(), ...path('start a end')]);

export const cases: Case[] = [
  {
    name: 'A duration passes',
    files: [wait(timer('Duration', 'PT1H'))],
    script: [begin(), passTime(3590), expectNoJob('a'), passTime(20), complete('a'), expectEnded()],
  },
  {
    name: 'A duration of an expression passes',
    files: [wait(timer('Duration', '=d'))],
    script: [begin({ d: 'PT30M' }), passTime(1801), complete('a'), expectEnded()],
  },
  {
    name: 'A duration of a FEEL duration passes',
    files: [wait(timer('Duration', '=duration("PT" + string(n) + "M")'))],
    script: [begin({ n: 10 }), passTime(601), complete('a'), expectEnded()],
  },
  {
    name: 'A duration is fixed when the wait begins',
    files: [wait(timer('Duration', '=d'))],
    script: [begin({ d: 'PT1H' }), setVariables({ d: 'PT1S' }), passTime(60), expectNoJob('a'), expectRunning],
  },
  {
    name: 'A duration that is none is an incident',
    files: [wait(timer('Duration', '=d'))],
    script: [
      begin({ d: 'bald' }),
      expectIncident('wait', 'EXTRACT_VALUE_ERROR'),
      setVariables({ d: 'PT1M' }),
      resolve('wait'),
      passTime(61),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A duration that is missing is an incident',
    files: [wait(timer('Duration', '=d'))],
    script: [begin(), expectIncident('wait', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A negative duration fires at once',
    files: [wait(timer('Duration', 'PT-1H'))],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A duration with signs inside',
    files: [wait(timer('Duration', 'P1DT-23H'))],
    script: [begin(), passTime(3590), expectNoJob('a'), passTime(20), complete('a'), expectEnded()],
  },
  {
    name: 'A duration of a negative expression fires at once',
    files: [wait(timer('Duration', '=duration("-PT1H")'))],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A date with offset and zone fires at once when it is over',
    files: [wait(timer('Date', '2020-01-01T00:00:00+01:00[Europe/Berlin]'))],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A date of a FEEL value without offset fires at once when it is over',
    files: [wait(timer('Date', '=date and time("2020-01-01T00:00:00")'))],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A date of a text without offset is an incident',
    files: [wait(timer('Date', '=due'))],
    script: [begin({ due: '2020-01-01T00:00:00' }), expectIncident('wait', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A date of a day is an incident',
    files: [wait(timer('Date', '=date("2020-01-01")'))],
    script: [begin(), expectIncident('wait', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A date comes',
    files: [wait(timer('Date', '=due'))],
    script: [begin({ due: 'NOW+7200' }), passTime(7100), expectNoJob('a'), passTime(200), complete('a'), expectEnded()],
  },
  {
    name: 'A date of the past fires at once',
    files: [wait(timer('Date', '2020-01-01T00:00:00Z'))],
    script: [begin(), complete('a'), expectEnded()],
  },
  {
    name: 'A date that is none is an incident',
    files: [wait(timer('Date', '=due'))],
    script: [begin({ due: 'bald' }), expectIncident('wait', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'A cycle of two fires twice',
    files: [edge(timer('Cycle', 'R2/PT1H'))],
    script: [
      begin(),
      passTime(3601),
      complete('x'),
      passTime(3601),
      complete('x'),
      passTime(3601),
      expectNoJob('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle that overslept fires once and goes on from there',
    files: [edge(timer('Cycle', 'R3/PT1H'))],
    script: [
      begin(),
      passTime(18000),
      complete('x'),
      expectNoJob('x'),
      passTime(3601),
      complete('x'),
      passTime(3601),
      complete('x'),
      passTime(3601),
      expectNoJob('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle without end fires again and again',
    files: [edge(timer('Cycle', 'R/PT1H'))],
    script: [
      begin(),
      passTime(3601),
      complete('x'),
      passTime(3601),
      complete('x'),
      passTime(3601),
      complete('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle of an expression',
    files: [edge(timer('Cycle', '=c'))],
    script: [
      begin({ c: 'R1/PT10M' }),
      passTime(601),
      complete('x'),
      passTime(601),
      expectNoJob('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle of cron',
    files: [edge(timer('Cycle', '0 0 * * * *'))],
    script: [begin(), passTime(3601), expectJob('x'), complete('x'), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle of cron that has a name',
    files: [edge(timer('Cycle', '@hourly'))],
    script: [begin(), passTime(3601), complete('x'), passTime(3601), complete('x'), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle of cron that overslept fires once',
    files: [edge(timer('Cycle', '=c'))],
    script: [
      begin({ c: '0 0 * * * *' }),
      passTime(18000),
      complete('x'),
      expectNoJob('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle of no repetition fires once',
    files: [edge(timer('Cycle', 'R0/PT1H'))],
    script: [begin(), passTime(3601), complete('x'), passTime(3601), expectNoJob('x'), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle of the FEEL function cycle',
    files: [edge(timer('Cycle', '=cycle(1, duration("PT1H"))'))],
    script: [begin(), passTime(3601), complete('x'), passTime(3601), expectNoJob('x'), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle begins at its start',
    files: [edge(timer('Cycle', '="R2/" + begin + "/PT1H"'))],
    script: [
      begin({ begin: 'NOW+7200' }),
      passTime(7100),
      expectNoJob('x'),
      passTime(200),
      complete('x'),
      passTime(3601),
      complete('x'),
      passTime(3601),
      expectNoJob('x'),
      complete('a'),
      expectEnded(),
    ],
  },
  {
    name: 'A cycle whose start is over begins now',
    files: [edge(timer('Cycle', 'R2/2020-01-01T00:00:00Z/PT1H'))],
    script: [begin(), passTime(3590), expectNoJob('x'), passTime(20), complete('x'), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle that is none is an incident',
    files: [edge(timer('Cycle', '=c'))],
    script: [begin({ c: 'oft' }), expectIncident('a', 'EXTRACT_VALUE_ERROR'), expectRunning],
  },
  {
    name: 'Two timers at one task fire in the order of their time',
    files: [
      straight(
        [service('a')],
        [
          sideBoundary('late', 'a', timer('Duration', 'PT2H')),
          sideBoundary('soon', 'a', timer('Duration', 'PT1H')),
          end('l'),
          end('s'),
          ...path('late l'),
          ...path('soon s'),
        ],
      ),
    ],
    script: [begin(), passTime(3601), passTime(3601), complete('a'), expectEnded()],
  },
  {
    name: 'The first of two interrupting timers ends the other',
    files: [
      straight(
        [service('a')],
        [
          boundary('late', 'a', timer('Duration', 'PT2H')),
          boundary('soon', 'a', timer('Duration', 'PT1H')),
          service('x'),
          end('l'),
          end('s'),
          ...path('late l'),
          ...path('soon x s'),
        ],
      ),
    ],
    script: [begin(), passTime(3601), passTime(3601), complete('x'), expectEnded()],
  },
  {
    name: 'A timer starts a process',
    files: [began(timer('Duration', 'PT1H'))],
    script: [passTime(3601), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle of cron starts a process every hour',
    files: [began(timer('Cycle', '0 0 * * * *'))],
    script: [passTime(3601), complete('a'), passTime(3601), complete('a'), expectEnded()],
  },
  {
    name: 'A cycle starts a process twice',
    files: [began(timer('Cycle', 'R2/PT1H'))],
    script: [passTime(3601), passTime(3601), passTime(3601), complete('a'), complete('a'), expectEnded()],
  },
  {
    name: 'A date of the past starts a process at deployment',
    files: [began(timer('Date', '2020-01-01T00:00:00Z'))],
    script: [],
  },
];
