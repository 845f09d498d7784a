import { composeMail } from '../../../server/demo/letters/compose-mail.js';
import { KREDITOR } from '../letters.js';

/** A mail of the supplier with one file. */
export function mailWith(attachment: Uint8Array): Uint8Array {
  return composeMail({
    fromName: KREDITOR.name,
    fromAddress: KREDITOR.mail,
    to: 'poststelle@musterkreis.example',
    subject: 'Nachtrag',
    sentAt: new Date('2026-11-20T08:00:00Z'),
    text: 'Guten Tag',
    attachments: [{ name: 'rechnung.xml', mime: 'application/xml', bytes: attachment }],
  });
}
