import type { IntakePort } from '../../connectors/scan-folder/intake-port.js';
import { createScanFolder } from '../../connectors/scan-folder/scan-folder.js';
import { safeName } from '../../connectors/mail/safe-name.js';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { repeat, type Repeating } from '../platform/jobs/repeat.js';
import type { Intake } from './intake.js';

export interface WatchedFolder extends Repeating {
  /** Why the folder cannot be read now; null while it can. */
  trouble(): { de: string; en: string } | null;
}

// Two looks must see the same file, so a letter is taken two to four seconds after it was written.
const LOOK_MILLISECONDS = 2_000;

/** Takes every letter that is put into the folder, for the Mandant whose folder it is. */
export function watchFolder(parts: { folder: string; intake: Intake; mandantId: Id | null }): WatchedFolder {
  const { folder, mandantId } = parts;
  let trouble: { de: string; en: string } | null = null;
  if (!mandantId) return { trouble: () => null, stop: () => Promise.resolve() };
  const scan = createScanFolder(folder, portOf(parts.intake, mandantId));
  const looking = repeat('watched folder', LOOK_MILLISECONDS, async () => {
    ({ trouble } = await scan.poll());
  });
  return { trouble: () => trouble, stop: () => looking.stop() };
}

function portOf(intake: Intake, mandantId: Id): IntakePort {
  const context = { mandantId, actor: { kind: 'system', name: 'scan-folder' } } as const;
  return {
    receive: async ({ sourceKey, name, open }) => {
      const fileName = safeName(name, 'Unbenannt');
      const received = await intake(context, { channel: 'folder', sourceKey, fileName, open });
      if (!isRejection(received)) return received.eingangId ? 'received' : 'duplicate';
      const { message, remedy, status } = received;
      // 503 and 507: the database is away or the disk is full; the file stays where it is and comes again.
      const lasts = status === 503 || status === 507 ? 'temporary' : 'permanent';
      return { kind: 'refusal', lasts, de: `${message.de} ${remedy.de}`, en: `${message.en} ${remedy.en}` };
    },
  };
}
