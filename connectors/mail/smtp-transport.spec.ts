import { simpleParser } from 'mailparser';
import { openMailServer, type MailServer } from '../../test/support/mail-server.js';
import type { OutgoingMail } from '../api/mail-transport.js';
import { createSmtpTransport } from './smtp-transport.js';

let server: MailServer;

beforeEach(async () => {
  server = await openMailServer();
});
afterEach(() => server.close());

const mail: OutgoingMail = {
  from: { name: 'Landkreis „Müller“, Köln', address: 'poststelle@kreis.example' },
  to: ['anna@amt.example', 'bert@amt.example'],
  subject: 'Gehweg Größe: 20.31.05 – Straßenöffnung, die einen Betreff braucht, der über eine Zeile hinausgeht',
  text: 'Guten Tag,\n.\nein Punkt allein und Ümläute.\n',
  attachments: [{ name: 'Bescheid Größe.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7 ä') }],
  messageId: '<once@kreis.example>',
  date: new Date('2026-11-24T09:00:00Z'),
};
const envelope = { from: mail.from.address, to: mail.to, messageId: mail.messageId };

async function send(place = server.place) {
  const transport = createSmtpTransport(place);
  return transport.send(envelope, await transport.compose(mail));
}

describe('the SMTP transport', () => {
  it.each([550, 552, 554])('says that a mail is refused for good when the server answers %i to it', async (code) => {
    server.script = { mail: () => code };
    expect(await send()).toEqual({ kind: 'refused', answer: `${code} says ${code}` });
  });

  it('says that a mail is refused for good when no recipient is known there', async () => {
    server.script = { recipient: () => 550 };
    expect(await send()).toMatchObject({ kind: 'refused', answer: expect.stringContaining('550') });
  });

  it.each([421, 451, 452])('puts the mail off when the server answers %i', async (code) => {
    server.script = { mail: () => code };
    expect(await send()).toMatchObject({ kind: 'later', answer: expect.stringContaining(String(code)) });
  });

  it('puts the mail off, and does not blame it, when the server is away or does not know us', async () => {
    server.script = { login: () => false };
    const withLogin = { ...server.place, login: { user: 'post', password: 'geheim' } };
    const denied = await send(withLogin);
    expect(denied).toMatchObject({ kind: 'later', answer: expect.stringContaining('535') });
    expect(JSON.stringify(denied)).not.toContain('geheim');
    await server.close();
    expect(await send()).toMatchObject({ kind: 'later', answer: expect.stringContaining('ECONNREFUSED') });
    server = await openMailServer();
  });

  it('puts the mail off rather than send it in the clear', async () => {
    expect(await send({ ...server.place, security: 'starttls' })).toMatchObject({ kind: 'later' });
    expect(server.received).toEqual([]);
  });

  it('names who did not get it when others did', async () => {
    server.script = { recipient: (address) => (address.startsWith('bert') ? 550 : undefined) };
    expect(await send()).toMatchObject({
      kind: 'taken',
      refused: [{ address: 'bert@amt.example', answer: expect.stringContaining('550') }],
    });
    expect(server.received[0]?.to).toEqual(['anna@amt.example']);
  });

  it('delivers what it composed, byte for byte, and any reader understands it', async () => {
    expect(await send()).toMatchObject({ kind: 'taken', refused: [], answer: expect.stringContaining('4711') });
    const [received] = server.received;
    const composed = Buffer.from(await createSmtpTransport(server.place).compose(mail));
    expect(received?.bytes.toString('latin1').trimEnd()).toBe(composed.toString('latin1').trimEnd());
    const parsed = await simpleParser(received?.bytes ?? '');
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.from?.value).toEqual([mail.from]);
    expect(parsed.attachments.map(({ filename, content }) => [filename, String(content)])).toEqual([
      ['Bescheid Größe.pdf', '%PDF-1.7 ä'],
    ]);
    expect(received?.bytes.toString()).toContain('Auto-Submitted: auto-generated');
  });

  it('cannot be made to write a header by the name of a file or of the authority', async () => {
    const transport = createSmtpTransport(server.place);
    const evil = 'x\r\nBcc: all@kreis.example\r\n\r\n';
    const bytes = await transport.compose({
      ...mail,
      from: { name: evil, address: mail.from.address },
      attachments: [{ name: evil, mime: 'text/plain\r\nX-Evil: 1', bytes: Buffer.from('x') }],
    });
    const parsed = await simpleParser(Buffer.from(bytes));
    expect([...parsed.headers.keys()]).not.toContain('bcc');
    expect(Buffer.from(bytes).toString()).not.toMatch(/^(bcc|x-evil):/im);
  });
});
