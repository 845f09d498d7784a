import type { InstallationView, LogLevel, LogView } from '../contract/health-views.js';
import type { HealthView, Instant } from '../contract/views.js';
import type { Configuration } from '../platform/config.js';
import { findProgram } from '../platform/find-program.js';
import type { RecentLog } from '../platform/recent-log.js';
import { checkConfiguration } from './configuration-checks.js';

/** What the administration of an installation looks at. */
export interface Installation {
  view(): Promise<InstallationView>;
  log(level: LogLevel, words: string): LogView;
}

export interface InstallationParts {
  readonly configuration: Configuration;
  readonly health: () => Promise<HealthView>;
  readonly log: RecentLog;
  readonly startedAt: Instant;
}

/** Lines that a page shows at once. */
const MOST_LINES = 200;

/** The state of this installation: programs are looked for anew, since an administrator may install them meanwhile. */
export function openInstallation({ configuration, health, log, startedAt }: InstallationParts): Installation {
  const find = (program: string) =>
    (program === 'soffice' ? process.env['LAUFMAPPE_SOFFICE'] : undefined) ?? findProgram(program);
  return {
    view: async () => ({
      health: await health(),
      checks: checkConfiguration(configuration, { find, node: process.version }),
      node: process.version,
      startedAt,
    }),
    log: (level, words) => ({ items: log.read(level, words, MOST_LINES), forgotten: log.forgotten() }),
  };
}

/** The level that an address asks for; `info` where it names none. */
export function levelOf(text: unknown): LogLevel {
  return text === 'warn' || text === 'error' ? text : 'info';
}
