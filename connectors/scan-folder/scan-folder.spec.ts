import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeItem, IntakePort, IntakeRefusal } from './intake-port.js';
import { createScanFolder, type ScanFolder } from './scan-folder.js';

/** An intake as the server is one: remembers source keys, reads the bytes whole before it answers. */
function intakeThat(answer: (item: IntakeItem) => 'take' | IntakeRefusal | Error = () => 'take') {
  const taken = new Map<string, { name: string; text: string; receivedAt: Date }>();
  const port: IntakePort = {
    receive: async (item) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of item.open()) chunks.push(chunk);
      const result = answer(item);
      if (result instanceof Error) throw result;
      if (result !== 'take') return result;
      if (taken.has(item.sourceKey)) return 'duplicate';
      taken.set(item.sourceKey, {
        name: item.name,
        text: Buffer.concat(chunks).toString(),
        receivedAt: item.receivedAt,
      });
      return 'received';
    },
  };
  return { port, taken: () => [...taken.values()] };
}

const NOW = new Date('2026-11-25T07:30:00Z');
const refusal = (status: number): IntakeRefusal => ({
  code: 'platform.tooLarge',
  status,
  message: { de: 'Die Datei ist größer als 90 MB.', en: 'The file is larger than 90 MB.' },
  remedy: { de: 'Bitte die Datei teilen.', en: 'Please split the file.' },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const watching = (port: IntakePort): ScanFolder => createScanFolder({ folder, intake: port, now: () => NOW });
const drop = (name: string, text = `Inhalt von ${name}`) => writeFile(join(folder, name), text);
const filesIn = async (part: string) =>
  (await readdir(join(folder, part))).map((name) => name.replace(/^\w+-\w+-/, ''));

async function pollTwice(scanFolder: ScanFolder) {
  await scanFolder.poll();
  return scanFolder.poll();
}

describe('createScanFolder', () => {
  it('answers with a health, not an exception, when the folder cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');
    const scanFolder = createScanFolder({ folder: join(folder, 'file'), intake: intakeThat().port, now: () => NOW });
    expect((await scanFolder.poll()).health.state).toBe('degraded');
  });

  it('takes nothing at the first look', async () => {
    const { port, taken } = intakeThat();
    await drop('a.pdf');
    expect(await watching(port).poll()).toMatchObject({ received: 0, changing: 1 });
    expect(taken()).toEqual([]);
  });

  it('waits while a file still grows or changes its time', async () => {
    const { port, taken } = intakeThat();
    const scanFolder = watching(port);
    await drop('a.pdf', 'a');
    await scanFolder.poll();
    await appendFile(join(folder, 'a.pdf'), 'b');
    await scanFolder.poll();
    await utimes(join(folder, 'a.pdf'), NOW, NOW);
    expect(await scanFolder.poll()).toMatchObject({ received: 0, changing: 1 });
    expect(await scanFolder.poll()).toMatchObject({ received: 1, changing: 0 });
    expect(taken()).toMatchObject([{ text: 'ab' }]);
  });

  it('leaves foreign files, drafts, folders and links where they are', async () => {
    const { port, taken } = intakeThat();
    const secret = join(folder, '.secret');
    await writeFile(secret, 'secret');
    await mkdir(join(folder, 'Ordner.pdf'));
    await symlink(secret, join(folder, 'link.pdf'));
    for (const name of ['notiz.docx', 'a.pdf.part', '~a.pdf', '.b.pdf', 'ohne']) await drop(name);
    expect(await pollTwice(watching(port))).toMatchObject({ received: 0, foreign: 5 });
    expect(taken()).toEqual([]);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['Ordner.pdf', 'link.pdf', 'notiz.docx', 'a.pdf.part', '~a.pdf', '.b.pdf', 'ohne']),
    );
  });

  it('sets a refused file aside, with the reason beside it', async () => {
    const { port } = intakeThat(() => refusal(413));
    await drop('groß.pdf');
    expect(await pollTwice(watching(port))).toMatchObject({ failed: 1, health: { state: 'ok' } });
    expect((await filesIn('fehler')).sort()).toEqual(['groß.pdf', 'groß.pdf.grund.txt']);
    const reason = (await readdir(join(folder, 'fehler'))).find((name) => name.endsWith('.grund.txt'));
    const text = await readFile(join(folder, 'fehler', reason!), 'utf8');
    expect(text).toContain('Die Datei ist größer als 90 MB.\nAbhilfe: Bitte die Datei teilen.');
    expect(text).toContain('Please split the file.');
  });

  it.each<[string, IntakeRefusal | Error]>([
    ['the storage is full', refusal(507)],
    ['the database is gone', new Error('connection lost')],
  ])('keeps a file for the next look while %s', async (_what, trouble) => {
    let broken = true;
    const { port, taken } = intakeThat(() => (broken ? trouble : 'take'));
    const scanFolder = watching(port);
    await drop('a.pdf');
    expect(await pollTwice(scanFolder)).toMatchObject({ received: 0, failed: 0, health: { state: 'degraded' } });
    broken = false;
    expect(await scanFolder.poll()).toMatchObject({ received: 1, health: { state: 'ok' } });
    expect(taken()).toHaveLength(1);
  });

  it('takes a file once when it stopped after claiming it', async () => {
    const { port, taken } = intakeThat();
    await drop('a.eml');
    const stopped = watching({ receive: () => Promise.reject(new Error('killed')) });
    await pollTwice(stopped);
    expect(await watching(port).poll()).toMatchObject({ received: 1 });
    expect(taken()).toMatchObject([{ name: 'a.eml', receivedAt: NOW }]);
  });

  it('takes a file once when it stopped after handing it over', async () => {
    const { port, taken } = intakeThat();
    await drop('a.eml');
    const stopped = watching({
      receive: async (item) => {
        await port.receive(item);
        throw new Error('killed before the answer');
      },
    });
    await pollTwice(stopped);
    expect(await watching(port).poll()).toMatchObject({ received: 0, duplicates: 1 });
    expect(taken()).toHaveLength(1);
    expect(await filesIn('verarbeitet')).toEqual(['a.eml']);
  });

  it('takes each file once when two processes watch the same folder', async () => {
    const { port, taken } = intakeThat();
    const names = Array.from({ length: 20 }, (_, index) => `${index}.pdf`);
    for (const name of names) await drop(name);
    const both = [watching(port), watching(port)];
    for (let round = 0; round < 3; round += 1) await Promise.all(both.map((scanFolder) => scanFolder.poll()));
    expect(
      taken()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('takes the bytes in unchanged and moves the file away', async () => {
    const { port, taken } = intakeThat();
    await drop('Müßig.pdf', 'äöü\0\r\n');
    expect(await pollTwice(watching(port))).toMatchObject({ received: 1, health: { state: 'ok' } });
    expect(taken()).toEqual([{ name: 'Müßig.pdf', text: 'äöü\0\r\n', receivedAt: NOW }]);
    expect(await filesIn('verarbeitet')).toEqual(['Müßig.pdf']);
    expect(await filesIn('in-arbeit')).toEqual([]);
  });

  it('takes a later file of the same name as another one', async () => {
    const { port, taken } = intakeThat();
    const scanFolder = watching(port);
    await drop('a.pdf', 'eins');
    await pollTwice(scanFolder);
    await drop('a.pdf', 'zwei');
    await pollTwice(scanFolder);
    expect(taken().map(({ text }) => text)).toEqual(['eins', 'zwei']);
    expect(await filesIn('verarbeitet')).toEqual(['a.pdf', 'a.pdf']);
  });

  it('takes a name of 255 bytes', async () => {
    const { port, taken } = intakeThat();
    await drop(`${'ä'.repeat(125)}b.pdf`);
    await pollTwice(watching(port));
    expect(taken()[0]?.name).toMatch(/^ä{90,}\.pdf$/);
  });
});
