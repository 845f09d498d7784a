import type { MailAttachment } from './mail.js';
import { distinctName, safeName } from '../api/safe-name.js';

/** Gives every attachment a safe name of its own; forwarded mails have none and are named by what they are. */
export function nameAttachments(attachments: readonly MailAttachment[]): MailAttachment[] {
  const taken = new Set<string>();
  return attachments.map((attachment) => {
    const wish = attachment.name;
    const name = distinctName(safeName(wish, fallbackName(attachment.declaredType)), taken);
    taken.add(name.toLowerCase());
    return {
      ...attachment,
      name,
      originalName: wish !== '' && wish.normalize('NFC') !== name ? wish.slice(0, 500) : null,
    };
  });
}

function fallbackName(declaredType: string): string {
  return FALLBACK_NAMES[declaredType] ?? 'Anlage';
}

const FALLBACK_NAMES: Readonly<Record<string, string>> = {
  'message/rfc822': 'Weitergeleitete Nachricht.eml',
  'message/delivery-status': 'Zustellbericht.txt',
  'text/rfc822-headers': 'Kopfzeilen.txt',
  'application/pdf': 'Anlage.pdf',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'application/pkcs7-mime': 'smime.p7m',
  'application/xml': 'Anlage.xml',
  'text/xml': 'Anlage.xml',
  'image/png': 'Bild.png',
  'image/jpeg': 'Bild.jpg',
};
