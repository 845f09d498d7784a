import { randomBytes } from 'node:crypto';
import { writeDemoLetters } from '../../../server/demo/letters/demo-letters.js';
import type { Originals } from './mutation.js';

/** The good letters that get spoilt: those of the demo, and what lies inside them. */
export async function demoOriginals(): Promise<Originals> {
  const [mail, signedMail, pdf] = await writeDemoLetters('2026-11-25', randomBytes(32));
  if (!mail || !signedMail || !pdf) throw new Error('the demo has three letters');
  const base64 = /filename\*=utf-8''HG[^\r]*\r\n.*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/s.exec(
    Buffer.from(mail.bytes).toString('latin1'),
  )?.[1];
  return { mail, signedMail, pdf, xml: { fileName: 'rechnung.xml', bytes: Buffer.from(base64 ?? '', 'base64') } };
}
