import { pino } from 'pino';

/**
 * Log lines carry ids, codes and durations, never names, subjects or content; what may slip in through an error
 * object of a library is redacted here.
 */
export const logger = pino({
  level: process.env['LAUFMAPPE_LOG'] ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['*.password', '*.authorization', '*.cookie', '*.headers', '*.parameters', '*.detail', '*.client'],
    censor: '[redacted]',
  },
});
