import MailComposer from 'nodemailer/lib/mail-composer';
import { createHash } from 'node:crypto';
import type { OutgoingMail } from '../api/mail-transport.js';

/** Writes a mail as RFC 5322 and MIME want it. Nothing in it is random: its parts are told apart by its own Message-ID. */
export async function composeOutgoing(mail: OutgoingMail): Promise<Uint8Array> {
  const { from, to, subject, messageId, date } = mail;
  // SMTP sends every line end as CR LF. Written so from the start, what is kept is what was sent.
  const text = mail.text.replace(/\r\n|\r|\n/g, '\r\n');
  const composer = new MailComposer({
    ...{ from, to: [...to], subject, text, messageId, date },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 32),
    // RFC 3834, section 5: nobody's absence note shall answer a process.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map(({ name, mime, bytes }) => ({
      filename: name,
      contentType: mime,
      content: Buffer.from(bytes),
    })),
    // What is attached is given as bytes. No text of a process may make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
