import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describeWithShared } from '../../test/support/shared.js';
import { decomposeMail } from './decompose-mail.js';
import { MAIL_LIMITS, type Mail, type MailLimits, type MailRefusal, type StorePart } from './mail.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

function storeInFolder(): StorePart {
  let count = 0;
  return async (content) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const path = join(folder, String((count += 1)));
    await writeFile(path, bytes);
    return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
}

function decompose(raw: string | Buffer, limits: MailLimits = MAIL_LIMITS): Promise<Mail | MailRefusal> {
  return decomposeMail(() => Readable.from([Buffer.from(raw)]), storeInFolder(), limits);
}

async function mailOf(raw: string | Buffer): Promise<Mail> {
  const mail = await decompose(raw);
  if (mail.kind !== 'mail') throw new Error(mail.code);
  return mail;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const codes = (mail: Mail) => mail.warnings.map(({ code }) => code);

const HEAD = 'From: Erika Beispiel <erika@beispiel.example>\r\nTo: post@musterkreis.example\r\nMessage-ID: <1@x>\r\n';
const DATE = 'Date: Mon, 02 Nov 2026 10:00:00 +0100\r\n';

function multipart(...parts: string[]): string {
  const body = parts.map((part) => `--X\r\n${part}\r\n`).join('');
  return `${HEAD}${DATE}Subject: Post\r\nContent-Type: multipart/mixed; boundary="X"\r\n\r\n${body}--X--\r\n`;
}

function attachment(name: string, text: string): string {
  const base64 = Buffer.from(text).toString('base64');
  return `Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${base64}`;
}

describe('decomposeMail', () => {
  it('answers for a mail that breaks off only when none of its parts is being written any more', async () => {
    const whole = multipart(attachment('a.pdf', 'x'.repeat(200_000)));
    let writing = 0;
    const store: StorePart = async (content) => {
      writing += 1;
      // As long as the disk takes to make a folder.
      for (let turn = 0; turn < 10; turn += 1) await nextTurn();
      try {
        for await (const chunk of content) expect(chunk.length).toBeGreaterThan(0);
      } finally {
        writing -= 1;
      }
      throw new Error('the part has ended');
    };
    async function* torn() {
      yield Buffer.from(whole.slice(0, 100_000));
      while (writing === 0) await nextTurn();
      throw new Error('torn');
    }
    const mail = await decomposeMail(() => Readable.from(torn()), store);
    expect(mail).toMatchObject({ kind: 'refused' });
    expect(writing).toBe(0);
  });

  it('refuses a mail with more parts than allowed', async () => {
    const many = multipart(...Array.from({ length: 30 }, (_, index) => attachment(`${index}.pdf`, 'x')));
    expect(await decompose(many, { ...MAIL_LIMITS, parts: 20 })).toEqual({
      kind: 'refused',
      code: 'mail.tooManyParts',
    });
  });

  it('refuses a mail whose attachments are larger than allowed together', async () => {
    const large = multipart(attachment('a.pdf', 'x'.repeat(600)), attachment('b.pdf', 'x'.repeat(600)));
    expect(await decompose(large, { ...MAIL_LIMITS, totalSize: 1_000 })).toEqual({
      kind: 'refused',
      code: 'mail.tooLarge',
    });
  });

  it('refuses a subject of 30 MB', async () => {
    const huge = `${HEAD}Subject: ${'x'.repeat(30_000_000)}\r\n\r\nText`;
    expect(await decompose(huge)).toEqual({ kind: 'refused', code: 'mail.headTooLarge' });
  });

  it('warns about a mail that is cut off in its attachment', async () => {
    const whole = multipart(attachment('Plan.pdf', 'x'.repeat(600)));
    const mail = await mailOf(whole.slice(0, -300));
    expect(codes(mail)).toContain('mail.cutOff');
    expect(mail.attachments).toMatchObject([{ name: 'Plan.pdf', completeness: 'cutOff' }]);
  });

  it('stops at the fifth forwarded mail and keeps the bytes of the deepest', async () => {
    let mail = `${HEAD}${DATE}Subject: 0\r\n\r\nganz innen`;
    for (let level = 1; level <= 7; level += 1) {
      mail = multipart(
        'Content-Type: text/plain\r\n\r\nsiehe',
        `Content-Type: message/rfc822\r\n\r\n${mail}`,
      ).replaceAll(/X(?=\r\n|"|--)/g, `L${level}`);
    }
    const found = await mailOf(mail);
    expect(found.attachments.map(({ parent }) => parent)).toEqual([null, 0, 1, 2, 3, 4]);
    expect(found.attachments.at(-1)?.size).toBeGreaterThan(100);
  });

  it('turns a mail with HTML only into text without script, image or link target', async () => {
    const mail = await mailOf(
      `${HEAD}${DATE}Subject: H\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hallo <b>Welt</b><script>alert(1)</script><img src="http://tracker.example/p.gif" alt=""></p>`,
    );
    expect(mail.bodyText).toContain('Hallo Welt');
    expect(mail.bodyText).not.toMatch(/script|alert/);
  });

  it('numbers two attachments of the same name', async () => {
    const mail = await mailOf(multipart(attachment('Plan.pdf', 'a'), attachment('plan.PDF', 'b')));
    expect(mail.attachments.map(({ name }) => name)).toEqual(['Plan.pdf', 'plan (2).PDF']);
  });

  it('stores the bytes of an attachment exactly', async () => {
    const mail = await mailOf(multipart(attachment('a.pdf', '%PDF-1.4 äöü')));
    const [part] = mail.attachments;
    expect(readFileSync(part!.path, 'utf8')).toBe('%PDF-1.4 äöü');
  });
});

describeWithShared('decomposeMail with the sample mails', 'corpora/connectors/eml', (samples) => {
  const sample = async (start: string) => {
    const { readdirSync } = await import('node:fs');
    const name = readdirSync(samples).find((entry) => entry.startsWith(start));
    const mail = await decomposeMail(() => createReadStream(join(samples, name!)), storeInFolder());
    if (mail.kind !== 'mail') throw new Error(mail.code);
    return mail;
  };

  it('reads the names of RFC 2231 and encoded subjects', async () => {
    const mail = await sample('01');
    expect(mail.subject).toBe('Widerspruch gegen Gebührenbescheid');
    expect(mail.attachments[0]?.name).toBe('Widerspruch für Frau Müßig.pdf');
    expect(codes(mail)).toEqual([]);
  });

  it('keeps a forwarded mail whole and gives it a name', async () => {
    const mail = await sample('06');
    expect(mail.attachments).toMatchObject([{ name: 'Weitergeleitete Nachricht.eml', declaredType: 'message/rfc822' }]);
    expect(mail.bodyText).toBe('siehe Anhang');
  });

  it('takes the path out of an attachment name and keeps it as text', async () => {
    const mail = await sample('07');
    expect(mail.attachments).toMatchObject([{ name: 'passwd', originalName: '../../etc/passwd' }]);
  });

  it('reads 8-bit text without a declared charset', async () => {
    const mail = await sample('08');
    expect(mail.subject).toBe('Straßensperrung');
    expect(mail.bodyText).toBe('Grüße aus München');
    expect(codes(mail)).toEqual(['mail.charsetGuessed']);
  });

  it('keeps the details of a bounce out of the text', async () => {
    const mail = await sample('09');
    expect(codes(mail)).toEqual(['mail.bounce']);
    expect(mail.bodyText).toBe('mailbox unavailable');
  });

  it.each([
    ['10', 'mail.autoReply'],
    ['11', 'mail.emptyAttachment'],
    ['12', 'mail.cutOff'],
    ['13', 'mail.headerLineBreak'],
    ['14', 'mail.signed'],
    ['16', 'mail.encrypted'],
  ])('says what is odd about sample %s', async (start, code) => {
    expect(codes(await sample(start))).toContain(code);
  });

  it('lets no header be smuggled in through a subject', async () => {
    expect((await sample('13')).subject).toBe('Test Bcc: x@y.example');
  });
});
