import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, odtOf, odtPart, outside, relationsOf, runs } from '../../../test/support/templates.js';
import { zipOf } from '../../../test/support/zip-of.js';
import { textOfXml } from '../../dokument/reading/xml-text.js';
import { fillTemplate } from './fill-template.js';
import { inspectTemplate } from './inspect-template.js';
import { readPackage } from './package-entries.js';

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-templates-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function onDisk(bytes: Buffer): Promise<{ path: string; size: number }> {
  const path = join(folder, String((count += 1)));
  await writeFile(path, bytes);
  return { path, size: bytes.length };
}

const inspected = async (bytes: Buffer) => inspectTemplate(await onDisk(bytes));

async function filled(bytes: Buffer, values: Readonly<Record<string, string>>) {
  const into = join(folder, `filled-${(count += 1)}`);
  await fillTemplate({ ...(await onDisk(bytes)), values, into });
  const entries = new Map(
    (await readPackage(into)).map(({ name, bytes: content }) => [name, content.toString('utf8')]),
  );
  return { entries, bytes: await readFile(into) };
}

async function textOf(bytes: Buffer, values: Readonly<Record<string, string>>, part = 'word/document.xml') {
  return textOfXml((await filled(bytes, values)).entries.get(part) ?? '').trim();
}

const SETTINGS = `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r"><w:attachedTemplate r:id="r9"/><w:zoom w:percent="100"/></w:settings>`;
const FIELD = (text: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${text}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

describe('inspectTemplate', () => {
  it.each<[string, Promise<Buffer>, string]>([
    ['bytes that are no ZIP', Promise.resolve(Buffer.from('Guten Tag')), 'noTemplate'],
    ['a ZIP of something else', zipOf({ 'brief.txt': 'Guten Tag' }), 'noTemplate'],
    ['a ZIP bomb', zipOf({ 'word/document.xml': ' '.repeat(2_000_000) }), 'tooLarge'],
    ['a Word file with macros', docxOf(runs('x'), { 'word/vbaProject.bin': 'x' }), 'macro'],
    [
      'a Word file that names macros only',
      docxOf(runs('x'), { '[Content_Types].xml': 'vnd.ms-word.document.macroEnabled' }),
      'macro',
    ],
    ['an OpenDocument with Basic', odtOf('<text:p/>', { 'Basic/Standard/Module1.xml': '<x/>' }), 'macro'],
    ['an embedded object', docxOf(runs('x'), { 'word/embeddings/oleObject1.bin': 'x' }), 'embedded'],
    [
      'a linked picture',
      docxOf(runs('x'), { 'word/_rels/document.xml.rels': outside('image', 'http://x.example/a.png') }),
      'external',
    ],
    [
      'a link that opens a file',
      docxOf(runs('x'), { 'word/_rels/document.xml.rels': outside('hyperlink', 'file:///c:/x.exe') }),
      'external',
    ],
    [
      'a picture from the web',
      odtOf('<text:p><draw:frame><draw:image xlink:href="https://x.example/a.png"/></draw:frame></text:p>'),
      'external',
    ],
    [
      'a section from another file',
      odtOf('<text:section><text:section-source xlink:href="x.odt"/></text:section>'),
      'script',
    ],
    ['a way out of the package', odtOf('<text:p><draw:image xlink:href="Pictures/../../x.png"/></text:p>'), 'external'],
    ['an event', odtOf('<script:event-listener script:event-name="dom:load"/>'), 'script'],
    ['a document type', docxOf('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), 'damaged'],
    ['broken XML', docxOf('<w:p>'), 'damaged'],
    [
      'a field that runs something',
      docxOf(FIELD('<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r>')),
      'script',
    ],
    [
      'a field that fetches something',
      docxOf('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x.example/a.png "/></w:p>'),
      'script',
    ],
    [
      'a template of templates',
      odtOf('<text:p/>', { mimetype: 'application/vnd.oasis.opendocument.text-template' }),
      'templateOfTemplates',
    ],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await inspected(await bytes)).toMatchObject({ faults: [{ code }] });
  });

  it('names everything at once', async () => {
    const bytes = await docxOf(runs('x'), {
      'word/embeddings/a.xlsx': 'x',
      'word/_rels/document.xml.rels': outside('image', 'http://x.example/a.png'),
    });
    expect(await inspected(bytes)).toMatchObject({ faults: [{ code: 'embedded' }, { code: 'external' }] });
  });

  it('finds a place that Word has spread over several runs, and one in a text box, once each', async () => {
    const box = `<w:p><w:r><w:txbxContent>${runs('{{ akte.betreff }}')}</w:txbxContent><w:t>{{vorgang.betreff}}</w:t></w:r></w:p>`;
    const bytes = await docxOf(runs('Zu {', '{vor', 'gang.betr', 'eff }}') + box);
    expect(await inspected(bytes)).toEqual({ kind: 'docx', places: ['vorgang.betreff', 'akte.betreff'], broken: [] });
  });

  it('looks into headers, footers and footnotes, and not into what is struck out', async () => {
    const part = (place: string) =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${runs(place)}</w:hdr>`;
    const bytes = await docxOf('<w:p><w:del><w:r><w:delText>{{ alt }}</w:delText></w:r></w:del></w:p>', {
      'word/header1.xml': part('{{ a.b }}'),
      'word/footer2.xml': part('{{ c.d | tag }}'),
    });
    expect(await inspected(bytes)).toMatchObject({ places: ['a.b', 'c.d | tag'] });
    const odt = await odtOf('<text:tracked-changes><text:p>{{ alt }}</text:p></text:tracked-changes>', {
      'styles.xml': odtPart('document-styles', '<text:p>{{<text:s/>a.b }}</text:p>'),
    });
    expect(await inspected(odt)).toEqual({ kind: 'odt', places: ['a.b'], broken: [] });
  });

  it('names braces without counterpart', async () => {
    expect(await inspected(await docxOf(runs('Guten Tag {{ name', ' und weiter')))).toMatchObject({
      broken: ['Guten Tag {{ name und weiter'],
    });
  });
});

describe('fillTemplate', () => {
  it('refuses to leave a place empty', async () => {
    await expect(filled(await docxOf(runs('{{ a.b }}')), {})).rejects.toThrow('A place without a value');
  });

  it('fills a place over several runs and keeps what stands around it', async () => {
    const bytes = await docxOf(runs('Zu {', '{ a.', 'b }} vom'));
    const { entries } = await filled(bytes, { 'a.b': 'Gehweg' });
    expect(entries.get('word/document.xml')).toContain('<w:t xml:space="preserve">Zu Gehweg</w:t>');
    expect(await textOf(bytes, { 'a.b': 'Gehweg' })).toBe('Zu Gehweg vom');
  });

  it.each(['</w:t><w:p>', '{{ a.b }}', '&amp; <b> "', '$& $1', '{{ c.d }}'])(
    'puts „%s“ in as it is: no markup and no place',
    async (value) => {
      const bytes = await docxOf(runs('{{ a.b }}|{{ c.d }}'));
      expect(await textOf(bytes, { 'a.b': value, 'c.d': 'x' })).toBe(`${value}|x`);
      const odt = await odtOf('<text:p>{{ a.b }}|<text:span>{{ c</text:span>.d }}</text:p>');
      expect(await textOf(odt, { 'a.b': value, 'c.d': 'x' }, 'content.xml')).toBe(`${value}|x`);
    },
  );

  it('breaks lines as the form does', async () => {
    const address = 'Özgür Weiß\nÄußere Straße 5\n12345 Überlingen';
    expect(await textOf(await docxOf(runs('{{ a.b }}')), { 'a.b': address })).toBe(address);
    expect(await textOf(await odtOf('<text:p>{{ a.b }}</text:p>'), { 'a.b': address }, 'content.xml')).toBe(address);
  });

  it('leaves every part without a place as it was, to the byte', async () => {
    const note = '<?xml version="1.0"?>\r\n<x  a = \'1\'/>\n<!-- & -->';
    const { entries } = await filled(await docxOf(runs('{{ a.b }}'), { 'docProps/app.xml': note }), { 'a.b': 'x' });
    expect(entries.get('docProps/app.xml')).toBe(note);
  });

  it('drops the address of the template that it was written from, and nothing else', async () => {
    const { entries } = await filled(
      await docxOf(runs('x'), {
        'word/settings.xml': SETTINGS,
        'word/_rels/settings.xml.rels': outside('attachedTemplate', 'file:///C:/Users/ude/Brief.dotx'),
      }),
      {},
    );
    expect(entries.get('word/_rels/settings.xml.rels')).toBe(relationsOf(''));
    expect(entries.get('word/settings.xml')).toBe(SETTINGS.replace('<w:attachedTemplate r:id="r9"/>', ''));
    const meta = odtPart('document-meta', '<meta:template xlink:href="../../Vorlagen/Brief.ott"/>');
    const odt = await filled(await odtOf('<text:p>x</text:p>', { 'meta.xml': meta }), {});
    expect(odt.entries.get('meta.xml')).not.toContain('Brief.ott');
  });

  it('gives the same bytes for the same values on any day', async () => {
    const bytes = await odtOf('<text:p>{{ a.b }}</text:p>');
    const [one, two] = [await filled(bytes, { 'a.b': 'x' }), await filled(bytes, { 'a.b': 'x' })];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.bytes.subarray(30, 77).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  });
});
