import type { ConnectorHealth, IntakePort } from '../../connectors/scan-folder/intake-port.js';
import { createScanFolder } from '../../connectors/scan-folder/scan-folder.js';
import { safeName } from '../../connectors/api/safe-name.js';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Clock } from '../platform/clock.js';
import { repeat, type Repeating } from '../platform/jobs/repeat.js';
import type { Intake } from './intake.js';

export interface WatchedFolderParts {
  readonly folder: string;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Whose letters they are; null while the installation has no Mandant. */
  readonly mandantId: Id | null;
  /** Time between two looks; two seconds where nothing else is said. */
  readonly lookMilliseconds?: number;
}

export interface WatchedFolder extends Repeating {
  /** What the last look found; null before the first one. */
  health(): ConnectorHealth | null;
}

// Two looks must see the same file, so a letter is taken two to four seconds after it was written.
const LOOK_MILLISECONDS = 2_000;

/** Takes every letter that is put into the folder, for the Mandant whose folder it is. */
export function watchFolder(parts: WatchedFolderParts): WatchedFolder {
  const { folder, intake, clock, mandantId, lookMilliseconds = LOOK_MILLISECONDS } = parts;
  let health: ConnectorHealth | null = null;
  if (!mandantId) return { health: () => null, stop: () => Promise.resolve() };
  const scan = createScanFolder({ folder, intake: portOf(intake, mandantId), now: () => clock.now() });
  const looking = repeat('watched folder', lookMilliseconds, async () => {
    ({ health } = await scan.poll());
  });
  return { health: () => health, stop: () => looking.stop() };
}

function portOf(intake: Intake, mandantId: Id): IntakePort {
  const context = { mandantId, actor: { kind: 'system', name: 'scan-folder' } } as const;
  return {
    receive: async ({ sourceKey, name, receivedAt, open }) => {
      const fileName = safeName(name, 'Unbenannt');
      const received = await intake(context, { channel: 'folder', sourceKey, fileName, receivedAt, open });
      if (isRejection(received)) return received;
      return received.delivery === 'first' ? 'received' : 'duplicate';
    },
  };
}
