import type { Sentence } from './rejections.js';
import type { HealthView, Instant } from './views.js';

/** `GET /api/zustand`: whether everything works, and what of the set-up is not yet as an office needs it. */
export interface InstallationView {
  health: HealthView;
  checks: SetupFinding[];
  node: string;
  startedAt: Instant;
}

/** `hint`: works, but an office in production will want it otherwise; `wrong`: must not stay like that. */
export interface SetupFinding {
  name: string;
  state: 'ok' | 'hint' | 'wrong';
  found: Sentence;
  /** What to do; null where nothing is. */
  remedy: Sentence | null;
}

export type LogLevel = 'info' | 'warn' | 'error';

/** `GET /api/zustand/log?level=&q=`: what this process of the server still remembers, newest first. */
export interface LogView {
  items: LogLine[];
  /** Lines that were forgotten since the start, because only the newest are kept. */
  forgotten: number;
}

/** One line of the log. It names ids, codes and durations, never people, subjects or content. */
export interface LogLine {
  number: number;
  at: Instant;
  level: LogLevel;
  message: string;
  /** Everything else in it, as `name: value`. */
  facts: { name: string; value: string }[];
}
