import { pino } from 'pino';
import { RecentLog } from './recent-log.js';

/** What this process has logged lately; the page of the installation shows it. */
export const recentLog = new RecentLog();

/**
 * Log lines carry ids, codes and durations, never names, subjects or content; what may slip in through an error
 * object of a library is redacted here.
 */
export const logger = pino(
  {
    level: process.env['LAUFMAPPE_LOG'] ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.authorization', '*.cookie', '*.headers', '*.parameters', '*.detail', '*.client'],
      censor: '[redacted]',
    },
  },
  // Which lines there are the level above says; each place gets all of them.
  pino.multistream([
    { level: 'trace', stream: pino.destination(1) },
    { level: 'trace', stream: recentLog },
  ]),
);
