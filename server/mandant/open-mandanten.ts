import { join } from 'node:path';
import type { Installation } from '../installation/open-installation.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { openAdministration } from './administration.js';
import { createExportJobs } from './export/export-jobs.js';
import { operatorRoutes } from './operator.http.js';
import { openOperatorDatabase } from './operator.store.js';

export interface OpenMandantenParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly pageOrigin: string;
  readonly dataFolder: string;
  /** What is told of the installation itself. */
  readonly installation: Installation;
  /** Connection of the role that works before a Mandant is known. */
  readonly sessionUrl: string;
}

/** The shared administration, as the server has it. */
export function openMandanten(parts: OpenMandantenParts) {
  const operators = openOperatorDatabase(parts.sessionUrl);
  const exports = createExportJobs({
    ...parts,
    checkpoints: join(parts.dataFolder, 'protokoll-checkpoints'),
    home: join(parts.dataFolder, 'mandant-exports'),
  });
  return {
    operators,
    exports,
    router: operatorRoutes({ ...parts, operators, exports, administration: openAdministration(parts) }),
    close: () => operators.close(),
  };
}
