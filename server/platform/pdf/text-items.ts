import type { Drawn } from './drawing.js';

type Run = Extract<Drawn, { kind: 'text' }>['runs'][number];

/** Some letters in one line. */
export function run(
  text: string,
  x: number,
  baseline: number,
  size: number,
  weight: Run['weight'],
  colour: Run['colour'],
): Run {
  return { text, x, baseline, size, weight, colour };
}

/** One line that is read by itself. */
export function text(role: 'H1' | 'H2' | 'P', ...parameters: Parameters<typeof run>): Drawn {
  return { kind: 'text', role, runs: [run(...parameters)] };
}
