import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../platform/find-program.js';
import { zipOf } from '../../../test/support/zip-of.js';
import { openPdf } from '../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../posteingang/examination/pdf/page-lines.js';
import { convertOffice } from './convert-office.js';
import { officeKindOf } from './office-kinds.js';

const ODT = 'application/vnd.oasis.opendocument.text';
const program = findProgram('soffice');
let folder: string;

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'laufmappe-convert-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An OpenDocument text with this in its body. */
async function odt(body: string): Promise<{ path: string; own: string }> {
  const own = await mkdtemp(join(folder, 'own-'));
  const namespaces = ['office', 'text', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const bytes = await zipOf({
    mimetype: ODT,
    'content.xml': `<?xml version="1.0"?><office:document-content ${namespaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODT}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });
  const path = join(own, 'original.odt');
  await writeFile(path, bytes);
  return { path, own };
}

async function wordsOf(path: string): Promise<string> {
  const opened = await openPdf(await readFile(path));
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const lines = await linesOfPage(await opened.document.getPage(1), 1);
  await opened.close();
  return lines.map((line) => line.text).join('\n');
}

function kindOf(mime: string) {
  const kind = officeKindOf(mime);
  if (!kind) throw new Error(mime);
  return kind;
}

describe('convertOffice', () => {
  it('refuses bytes that are no office file, a damaged archive, and what is too large unpacked', async () => {
    const own = join(folder, 'refused');
    await mkdir(own);
    for (const [bytes, cause] of [
      ['random bytes', 'broken'],
      ['PK\u0003\u0004 and then nothing', 'broken'],
    ] as const) {
      const path = join(own, 'original.odt');
      await writeFile(path, bytes);
      expect(await convertOffice('/bin/true', path, kindOf(ODT), own)).toEqual({ kind: 'failed', cause });
    }
    const path = join(own, 'bomb.odt');
    await writeFile(path, await zipOf({ 'content.xml': 'a'.repeat(20_000_000) }));
    expect(await convertOffice('/bin/true', path, kindOf(ODT), own)).toEqual({ kind: 'failed', cause: 'tooLarge' });
  });

  it('says when the program cannot be started', async () => {
    const { path, own } = await odt('<text:p>x</text:p>');
    expect(await convertOffice(join(folder, 'nowhere'), path, kindOf(ODT), own)).not.toMatchObject({ kind: 'done' });
  });

  const withOffice = program ? it : it.skip;

  // Skipped where LibreOffice is not installed: there is nothing to convert with. What is said then is tested with the maker.
  withOffice(
    'makes a PDF/A-2b with the words of the file',
    async () => {
      const { path, own } = await odt('<text:p>Bescheid über die Heizung</text:p>');
      const made = await convertOffice(program ?? '', path, kindOf(ODT), own);
      if (made.kind !== 'done') throw new Error(JSON.stringify(made));
      expect(await wordsOf(made.path)).toContain('Bescheid über die Heizung');
      expect((await readFile(made.path)).toString('latin1')).toMatch(/pdfaid:conformance(>|=")B/);
    },
    120_000,
  );

  withOffice(
    'does not fetch what a file links to from the disk of the server',
    async () => {
      const secret = join(folder, 'secret.txt');
      await writeFile(secret, 'GEHEIM-4711');
      const { path, own } = await odt(
        `<text:p>davor</text:p><text:section text:name="s"><text:section-source xlink:href="file://${secret}"/><text:p>alt</text:p></text:section>`,
      );
      const made = await convertOffice(program ?? '', path, kindOf(ODT), own);
      if (made.kind !== 'done') throw new Error(JSON.stringify(made));
      const words = await wordsOf(made.path);
      expect(words).toContain('davor');
      expect(words).not.toContain('GEHEIM');
    },
    120_000,
  );
});
