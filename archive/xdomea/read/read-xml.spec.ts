import { readXml, type XmlListener } from './read-xml.js';
import type { XmlSource } from './source.js';

const nothing: XmlListener = { open: () => 'continue', text: () => undefined, close: () => undefined };
const codeOf = async (source: XmlSource, limit?: number) => (await readXml(source, nothing, limit))?.code;

describe('readXml', () => {
  it.each([
    ['<!DOCTYPE a><a/>'],
    ['<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://example.invalid/x.dtd"><a/>'],
    ['\uFEFF <!-- x --> <?pi ?> <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['<!doctype a><a/>'],
  ])('refuses the DOCTYPE of %p', async (xml) => expect(await codeOf(xml)).toBe('xml.doctype'));

  it('refuses a DOCTYPE that arrives byte by byte', async () => {
    const bytes = Array.from(Buffer.from('<?xml version="1.0"?>\n<!-- c --><!DOCTYPE a><a/>'), (byte) =>
      Uint8Array.of(byte),
    );
    expect(await codeOf(bytes)).toBe('xml.doctype');
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xfc, 0x3c, 0x2f, 0x61, 0x3e])],
    ['a character cut off at the end', Buffer.from('<a/>ü').subarray(0, 5)],
    ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('<a/>', 'utf16le')],
    ['another encoding by declaration', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
  ])('refuses %s', async (_, source) => expect(await codeOf(source)).toBe('xml.encoding'));

  it.each([
    ['nothing', ''],
    ['text only', 'hello'],
    ['an open element', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['an unknown entity', '<a>&auml;</a>'],
    ['an unbound prefix', '<x:a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a reference to a control character', '<a>&#1;</a>'],
    ['a DOCTYPE inside', '<a><!DOCTYPE b></a>'],
    ['an endless prolog', `<!--${'x'.repeat(70_000)}--> <!--${'y'.repeat(70_000)}`],
  ])('refuses %s as not well-formed', async (_, xml) => expect(await codeOf(xml)).toBe('xml.notWellFormed'));

  it('refuses elements nested without end', async () => {
    expect(await codeOf('<a>'.repeat(100_000))).toBe('xml.notWellFormed');
  });

  it('names the control character and its line', async () => {
    const found = await readXml('<a>\n\u0007</a>', nothing);
    expect(found).toMatchObject({ code: 'xml.forbiddenCharacter', line: 2, de: expect.stringContaining('U+0007') });
  });

  it('refuses more bytes than the limit, before reading on', async () => {
    const pieces = function* () {
      yield '<a>';
      yield 'x'.repeat(100);
      throw new Error('must not be read');
    };
    expect(await codeOf(pieces(), 50)).toBe('xml.tooLarge');
  });

  it('passes faults of the source on instead of blaming the XML', async () => {
    const broken = async function* () {
      yield '<a>';
      throw new Error('disk on fire');
    };
    await expect(readXml(broken(), nothing)).rejects.toThrow('disk on fire');
  });

  it('stops when the listener has seen enough', async () => {
    const opened: string[] = [];
    const listener: XmlListener = { ...nothing, open: (tag) => (opened.push(tag.local), 'stop') };
    expect(await readXml('<a><b/></a> trailing rubbish <', listener)).toBeUndefined();
    expect(opened).toEqual(['a']);
  });

  it('reads the same in whole and in single bytes, with references, CDATA and characters of four bytes', async () => {
    const xml = '<?xml version="1.0" encoding="utf-8"?><!-- ü --><a b="1&#10;2">ä&amp;<![CDATA[<📁>]]>\r\n<c/></a>';
    const bytes = Array.from(Buffer.from(xml), (byte) => Uint8Array.of(byte));
    expect(await eventsOf(bytes)).toEqual(await eventsOf(xml));
    expect(await eventsOf(xml)).toEqual(['<a b=1\n2>', 'ä&<📁>\n', '<c>', '/', '/']);
  });
});

async function eventsOf(source: XmlSource): Promise<string[]> {
  const events: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') events.push(text);
    text = '';
  };
  const found = await readXml(source, {
    open: ({ local, attributes }) => {
      flush();
      events.push(`<${[local, ...attributes.map(({ name, value }) => `${name}=${value}`)].join(' ')}>`);
      return 'continue';
    },
    text: (piece) => (text += piece),
    close: () => {
      flush();
      events.push('/');
    },
  });
  expect(found).toBeUndefined();
  return events;
}
