import { mkdir, open, rename } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MailTransport } from '../api/mail-transport.js';
import { composeOutgoing } from './compose-outgoing.js';

/**
 * Puts mails into a folder, one `.eml` each, where no mail server is named: in the demo nothing leaves the house, and
 * whoever looks after it can read what would have. The same mail again replaces itself.
 */
export function createFolderTransport(folder: string): MailTransport {
  return {
    about: {
      de: 'Ohne Mailserver: E-Mails verlassen das Haus nicht',
      en: 'No mail server: e-mails do not leave the house',
    },
    place: folder,
    compose: composeOutgoing,
    send: async ({ messageId }, bytes) => {
      const name = createHash('sha256').update(messageId).digest('hex').slice(0, 32);
      const path = join(folder, `${name}.eml`);
      await mkdir(folder, { recursive: true });
      // Whole or not at all: a reader of the folder never sees half a mail.
      const draft = await open(`${path}.part`, 'w');
      try {
        await draft.writeFile(bytes);
        await draft.sync();
      } finally {
        await draft.close();
      }
      await rename(`${path}.part`, path);
      return { kind: 'taken', answer: `${name}.eml`, refused: [] };
    },
  };
}
