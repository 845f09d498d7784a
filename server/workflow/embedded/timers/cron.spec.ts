import { readFileSync } from 'node:fs';
import { projectPath } from '../../../platform/project-path.js';
import { nextDate, parseCron, type Cron } from './cron.js';

/** What the cron reader of a real Zeebe 8.5.8 answers: per expression `refused`, or three dates after each of four instants. */
const recorded = readFileSync(projectPath('test/conformance/cron/recorded.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [expression = '', ...answers] = line.split('\t');
    return { expression, answers };
  });
const usable = recorded.filter(({ answers }) => !answers.some((answer) => /refused|never|fails/.test(answer)));

/** Zeebe takes these and gives dates that the expression does not say, or only some other readers would take them. */
const REFUSED_HERE: Readonly<Record<string, string>> = {
  '0 0 0 L,15 * *': 'never the last day',
  '0 0 0 15,L * *': 'never the last day',
  '0 0 0 1,L * *': 'never the last day',
  '0 0 0 LW,15 * *': 'never the last working day',
  '0 0 0 5W,10W * *': 'also on Saturdays',
  '0 0 0 10W,20 * *': 'also on Saturdays',
  '0 0 0 20,10W * *': 'also on Saturdays',
  '0 0 0 1W,3 * *': 'also on Saturdays',
  '0 0 0 1-5,10W * *': 'also on Saturdays',
  '0 0 0 28W 2 ?': 'on Sunday, 28 February 2027',
  '0 0 0 28W * *': 'on Sunday, 28 February 2027',
  '0 0 0 * * 5L,MON': 'never the last Friday',
  '0 0 0 * * 1,5L': 'never the last Friday',
  '0 0 0 * * L,1': 'a letter in a list',
  '0 0 0 20-10 * *': 'only on the 20th',
  '0 0 0 * NOV-FEB *': 'only in November',
  '0 0 0 * 11-2 *': 'only in November',
  '0 0 0 * * 7/2': 'a step from a Sunday',
  '0 0 0 * * SUN/2': 'a step from a Sunday',
  '0 0 0 * * 0-7/2': 'a step from a Sunday',
  '0 0 0 * * 0/7': 'a step from a Sunday',
  '/5 0 0 * * *': 'nothing before the step',
  '+5 0 0 * * *': 'a sign',
  '٣ 0 0 * * *': 'digits of another script',
};

describe('cron', () => {
  it.each(recorded.filter((one) => !usable.includes(one)))(
    'refuses what Zeebe cannot use: $expression',
    ({ expression }) => {
      expect(parseCron(expression)).toBeNull();
    },
  );

  it.each(Object.entries(REFUSED_HERE))('refuses %s: %s', (expression) => {
    expect(parseCron(expression)).toBeNull();
  });

  it.each(usable.filter(({ expression }) => !(expression in REFUSED_HERE)))(
    'gives the dates of Zeebe: $expression',
    ({ expression, answers }) => {
      const cron = parseCron(expression);
      expect(answers.map((answer) => datesAfter(cron, answer.split(' ')[0] ?? ''))).toEqual(answers);
    },
  );
});

function datesAfter(cron: Cron | null, from: string): string {
  const dates = [from];
  let last: Date | null = new Date(from);
  for (let count = 0; count < 3 && last !== null && cron !== null; count++) {
    last = nextDate(cron, last);
    dates.push(last?.toISOString().replace('.000Z', 'Z') ?? 'never');
  }
  return dates.join(' ');
}
