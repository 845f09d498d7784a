import type { LogLevel, LogLine } from '../contract/health-views.js';

/** Lines that a process remembers: a day of a quiet office, ten minutes of a bad one; about 300 bytes each. */
const KEPT = 2_000;

/** Remembers the newest lines of the log of this process, so that they can be read without a shell. */
export class RecentLog {
  private readonly lines: string[] = [];
  private written = 0;

  /** Takes one line of JSON, as the logger writes it; it is parsed only when somebody reads. */
  write(line: string): void {
    this.lines[this.written % KEPT] = line;
    this.written += 1;
  }

  /** Lines of this level and worse that hold the words, newest first; at most `most`. */
  read(level: LogLevel, words: string, most: number): LogLine[] {
    const found: LogLine[] = [];
    const wanted = words.toLowerCase();
    for (let number = this.written; number > this.written - this.lines.length && found.length < most; number--) {
      const text = this.lines[(number - 1) % KEPT] ?? '';
      if (!text.toLowerCase().includes(wanted)) continue;
      const line = lineOf(number, text);
      if (SEVERITY[line.level] >= SEVERITY[level]) found.push(line);
    }
    return found;
  }

  /** How many lines are not here any more. */
  forgotten(): number {
    return this.written - this.lines.length;
  }
}

const SEVERITY: Readonly<Record<LogLevel, number>> = { info: 30, warn: 40, error: 50 };

/** A line as the logger writes it. */
interface Written extends Readonly<Record<string, unknown>> {
  readonly level: number;
  readonly time: string;
  readonly msg?: string;
}

function lineOf(number: number, text: string): LogLine {
  const { level, time, msg = '', ...facts } = JSON.parse(text) as Written;
  return {
    number,
    at: time,
    level: level >= SEVERITY.error ? 'error' : level >= SEVERITY.warn ? 'warn' : 'info',
    message: msg,
    facts: Object.entries(facts).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  };
}
