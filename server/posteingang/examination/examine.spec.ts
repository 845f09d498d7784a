import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Examination } from '../../contract/examination.js';
import { isRejection } from '../../contract/rejections.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { done } from '../../../test/support/closed-vorgang.js';
import { zipOf } from '../../../test/support/zip-of.js';
import { createExaminer, type Examined, type Examiner } from './examine.js';

let examiner: Examiner;
let scratchFolder: string;
beforeAll(async () => {
  scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-examine-'));
  examiner = createExaminer({ scratchFolder });
});
afterAll(async () => {
  await examiner.close();
  await rm(scratchFolder, { recursive: true });
});

async function withExamined<Value>(
  bytes: Uint8Array | string,
  name: string,
  look: (examined: Examined) => Value,
): Promise<Value> {
  const examined = await examiner.examine([Buffer.from(bytes)], name);
  if (isRejection(examined)) throw new Error(examined.code);
  try {
    return await look(examined);
  } finally {
    await examined.discard();
  }
}

function examinationOf(bytes: Uint8Array | string, name: string): Promise<Examination> {
  return withExamined(bytes, name, ({ examination }) => examination);
}

const MAIL = `From: Bau GmbH <rechnung@bau.example>\r\nTo: post@musterkreis.example\r\nDate: Mon, 02 Nov 2026 23:30:00 +0100\r\nMessage-ID: <1@bau.example>\r\n`;

function mailWith(subject: string, ...parts: string[]): string {
  const body = parts.map((part) => `--X\r\n${part}\r\n`).join('');
  return `${MAIL}Subject: ${subject}\r\nContent-Type: multipart/mixed; boundary="X"\r\n\r\n${body}--X--\r\n`;
}

function attached(name: string, bytes: Buffer): string {
  return `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${bytes.toString('base64')}`;
}

const reasonOf = ({ outcome, reason }: Pick<Examination, 'outcome' | 'reason'>) => `${outcome} ${reason?.code}`;

describe('createExaminer', () => {
  it('copies only the beginning of a file that is too large to be opened', async () => {
    let read = 0;
    const source = (async function* () {
      for (; read < 300; read += 1) yield Buffer.alloc(1_000_000, 'Plan ');
    })();
    const known = { sha256: 'a'.repeat(64), size: 300_000_000 };
    const examined = await examiner.examine(source, 'Plan.txt', known);
    if (isRejection(examined)) throw new Error(examined.code);
    await examined.discard();
    expect(read).toBeLessThan(3);
    expect(examined.examination).toMatchObject({ outcome: 'klaerung', reason: { code: 'file.tooLarge' } });
  });

  it.each([
    ['nothing', '', 'leer.pdf', 'quarantaene file.empty'],
    ['a program', 'MZ\x90\0'.padEnd(200, '\0'), 'Rechnung.exe', 'quarantaene file.program'],
    ['a program called PDF', '\x7fELF'.padEnd(200, '\0'), 'Rechnung.pdf', 'quarantaene file.program'],
    ['a ZIP called PDF', 'PK\x03\x04'.padEnd(100, '\0'), 'Rechnung.pdf', 'quarantaene file.typeMismatch'],
    ['prose called PDF', 'Guten Tag', 'Brief.pdf', 'quarantaene file.typeMismatch'],
    [
      'XML with an entity',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'a.xml',
      'quarantaene xml.doctype',
    ],
    ['a PDF that is only a header', '%PDF-1.7\n', 'a.pdf', 'klaerung pdf.unreadable'],
    ['bytes without meaning', Buffer.from([0, 1, 2, 3, 254, 255]).toString('latin1'), 'a.bin', 'klaerung file.unknown'],
  ])('answers %s with a reason', async (_what, text, name, expected) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(reasonOf(await examinationOf(bytes, name))).toBe(expected);
    expect(reasonOf(done(await examiner.judge([bytes], name)))).toBe(expected);
  });

  it('makes a mail with a program in it a matter for a person and quarantines that part only', async () => {
    const program = Buffer.from('MZ\x90\0'.padEnd(200, '\0'), 'latin1');
    const mail = mailWith('Post', 'Content-Type: text/plain\r\n\r\nGuten Tag', attached('Bild.png', program));
    const examination = await examinationOf(mail, 'post.eml');
    expect(reasonOf(examination)).toBe('klaerung mail.partQuarantined');
    expect(examination.parts.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'Nachricht.txt geprueft',
      'Bild.png quarantaene',
    ]);
  });

  it('ends an examination that takes too long with quarantine and leaves nothing on the disk', async () => {
    const impatient = createExaminer({ scratchFolder, timeLimit: 1 });
    try {
      const examined = await impatient.examine([Buffer.from(MAIL.repeat(20_000))], 'lang.eml');
      if (isRejection(examined)) throw new Error(examined.code);
      expect(reasonOf(examined.examination)).toBe('quarantaene examination.time');
      await examined.discard();
    } finally {
      await impatient.close();
    }
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('leaves the disk alone for a small letter, and nothing on it of one that was taken apart', async () => {
    const seen = () => readdir(scratchFolder);
    expect(await withExamined('Guten Tag', 'brief.txt', seen)).toEqual([]);
    const archive = await zipOf({ 'a.txt': 'Guten Tag' });
    expect(await withExamined(archive, 'a.zip', seen)).toEqual([expect.stringMatching(/^examination-/)]);
    expect(await withExamined(mailWith('Post', attached('a.txt', archive)), 'a.eml', seen)).toHaveLength(1);
    expect(await withExamined('Plan '.repeat(100_000), 'lang.txt', seen)).toHaveLength(1);
    expect(await seen()).toEqual([]);
  });

  it('reads a text alike whether it is small or was written to the disk', async () => {
    const text = 'Ihr Zeichen: 32-2026/0417\r\nSehr geehrte Damen und Herren,\r\n';
    const [small, large] = [await examinationOf(text, 'a.txt'), await examinationOf(text.padEnd(300_000), 'a.txt')];
    expect(small.aktenzeichen).toEqual(['32-2026/0417']);
    expect({ ...large, textExcerpt: large.textExcerpt.trimEnd() }).toEqual({
      ...small,
      textExcerpt: small.textExcerpt.trimEnd(),
    });
  });

  it('judges a letter as the examination does, by its parts too, and leaves nothing on the disk', async () => {
    const program = Buffer.from('MZ\x90\0'.padEnd(200, '\0'), 'latin1');
    const mail = Buffer.from(mailWith('Post', attached('Bild.png', program)));
    const judged = done(await examiner.judge([mail], 'post.eml'));
    expect(reasonOf(judged)).toBe('klaerung mail.partQuarantined');
    expect(judged).toMatchObject({ mime: 'message/rfc822', original: { size: mail.length } });
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('judges bytes that bring a process down as quarantine, and leaves nothing on the disk', async () => {
    const impatient = createExaminer({ scratchFolder, timeLimit: 1 });
    try {
      const judged = done(await impatient.judge([Buffer.from(MAIL.repeat(20_000))], 'lang.eml'));
      expect(reasonOf(judged)).toBe('quarantaene examination.time');
    } finally {
      await impatient.close();
    }
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('refuses while no process can be started', async () => {
    const closed = createExaminer({ scratchFolder });
    await closed.close();
    expect(await closed.judge([Buffer.from('x')], 'a.txt')).toMatchObject({
      code: 'posteingang.examinationUnavailable',
    });
    const answer = await closed.examine([Buffer.from('x')], 'a.txt');
    expect(isRejection(answer) && answer.code).toBe('posteingang.examinationUnavailable');
    expect(await readdir(scratchFolder)).toEqual([]);
  });

  it('never calls anything clean', async () => {
    expect((await examinationOf('Guten Tag', 'brief.txt')).virus).toBe('nichtGeprueft');
  });

  it('reads a plain mail as a letter with sender, day in Berlin and text', async () => {
    const examination = await examinationOf(
      `${MAIL}Subject: AW: Widerspruch gegen den Bescheid\r\n\r\nIhr Zeichen: 32-2026/0417, hiermit widerspreche ich.`,
      'a.eml',
    );
    expect(examination).toMatchObject({
      outcome: 'geprueft',
      kind: 'widerspruch',
      confidence: 'pruefen',
      title: 'Widerspruch gegen den Bescheid',
      sender: 'Bau GmbH',
      senderAddress: 'rechnung@bau.example',
      letterDate: '2026-11-02',
      aktenzeichen: ['32-2026/0417'],
      pages: null,
      textLayer: 'noPages',
    });
  });

  it('hands out the bytes of each part under its hash', async () => {
    await withExamined(
      mailWith('Post', attached('a.txt', Buffer.from('äöü'))),
      'a.eml',
      async ({ examination, openPart }) => {
        const chunks: Buffer[] = [];
        for await (const chunk of openPart(0)) chunks.push(chunk as Buffer);
        expect(createHash('sha256').update(Buffer.concat(chunks)).digest('hex')).toBe(examination.parts[0]?.sha256);
      },
    );
  });
});

describeWithShared('createExaminer with invoices', 'corpora/invoices', (folder) => {
  const file = (path: string) => readFileSync(join(folder, path));

  it('reads an XRechnung in a mail as a certain invoice', async () => {
    const xml = file('xrechnung-testsuite/technical-cases/cius/01.03_comprehensive_test_ubl.xml');
    const examination = await examinationOf(
      mailWith('Rechnung', 'Content-Type: text/plain\r\n\r\nanbei', attached('r.xml', xml)),
      'r.eml',
    );
    expect(examination).toMatchObject({ outcome: 'geprueft', kind: 'rechnung', confidence: 'sicher' });
    expect(examination.rechnung).toMatchObject({ source: 'ubl', nummer: expect.stringMatching(/./) });
    expect(examination.title).toContain(examination.rechnung?.nummer);
  });

  it('finds the invoice data inside every sound ZUGFeRD PDF and shows the places on the page', async () => {
    const pdfs = 'zugferd-corpus';
    const all = (readdirSync(join(folder, pdfs), { recursive: true }) as string[]).filter(
      (name) => /\.pdf$/i.test(name) && !name.startsWith('unstructured'),
    );
    const sample = all.filter((_name, index) => index % 8 === 0);
    expect(sample.length).toBeGreaterThan(8);
    for (const name of sample) {
      const examination = await examinationOf(file(join(pdfs, name)), name);
      const parts = examination.parts.map(({ fileType, parent }) => ({ fileType, parent }));
      expect({ name, parts }).toEqual({
        name,
        parts: expect.arrayContaining([{ fileType: expect.stringMatching(/xrechnung|xml/), parent: null }]),
      });
      expect({ name, pages: examination.pages }).toEqual({ name, pages: expect.any(Number) });
    }
  });

  const manifest = existsSync(join(folder, 'hostile/manifest.json'))
    ? (JSON.parse(file('hostile/manifest.json').toString()) as { file: string; expected: string }[])
    : [];

  it.each(manifest)(
    'answers the hostile file $file as the manifest says: $expected',
    async ({ file: name, expected }) => {
      const examination = await examinationOf(file(`hostile/${name}`), name);
      const outcomes: Record<string, string[]> = {
        accept: ['geprueft'],
        'accept, show as text': ['geprueft'],
        'accept invoice, attachment renamed, original name kept as text': ['geprueft'],
        'finding BR-TMP-2, never a link': ['geprueft'],
        'reject with a named reason': ['quarantaene', 'klaerung'],
        'rule finding BR-CL-24 and quarantine': ['klaerung'],
      };
      expect(outcomes[expected] ?? ['klaerung']).toContain(examination.outcome);
      if (examination.outcome !== 'geprueft') expect(examination.reason?.de).toMatch(/\.$/);
      if (expected.startsWith('reject')) expect(examination.rechnung).toBeNull();
    },
  );
});

describeWithShared('createExaminer with scans', 'corpora/connectors/scan', (folder) => {
  it('calls a scan without text what it is', async () => {
    const examination = await examinationOf(readFileSync(join(folder, 'drei-seiten-300dpi.pdf')), 'Scan 0001.pdf');
    expect(examination).toMatchObject({
      outcome: 'geprueft',
      pages: 3,
      textLayer: 'none',
      title: 'Scan 0001',
      confidence: 'unklar',
    });
    expect(examination.warnings.map(({ code }) => code)).toEqual(['pdf.scan']);
  });
});
