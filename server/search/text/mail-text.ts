import { simpleParser } from 'mailparser';

/** Subject, names and body of a mail; its attachments are Dokumente of their own. */
export async function mailText(bytes: Buffer): Promise<string> {
  const { subject, from, to, text } = await simpleParser(bytes, { skipImageLinks: true, skipTextToHtml: true });
  const recipients = [to ?? []].flat().map((address) => address.text);
  return [subject, from?.text, ...recipients, text].filter(Boolean).join('\n');
}
