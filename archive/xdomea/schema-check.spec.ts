import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSchemaCheck, type SchemaCheck } from './schema-check.js';

const ENTRY = 'xdomea-Nachrichten-AussonderungDurchfuehren.xsd';

/** A tiny schema of our own in the shape of the real set: an entry that includes from its folder and from beside it. */
const schemaOf = (includes: string, body: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${includes}${body}</xs:schema>`;
const INCLUDES = '<xs:include schemaLocation="types.xsd"/><xs:include schemaLocation="../xoev/more.xsd"/>';
const TYPES = schemaOf(
  '',
  '<xs:simpleType name="art"><xs:restriction base="xs:string"><xs:enumeration value="A"/></xs:restriction></xs:simpleType>',
);
const MORE = schemaOf('', '<xs:complexType name="leer"/>');
const ROOT = '<xs:element name="art" type="art"/><xs:element name="leer" type="leer"/>';

describe('openSchemaCheck', () => {
  let directory: string;
  let check: SchemaCheck | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'laufmappe-schema-'));
    await mkdir(join(directory, '3.1.0'));
    await mkdir(join(directory, 'xoev'));
    await writeFile(join(directory, '3.1.0', 'types.xsd'), TYPES);
    await writeFile(join(directory, 'xoev', 'more.xsd'), MORE);
  });

  afterEach(async () => {
    check?.dispose();
    await rm(directory, { recursive: true });
  });

  const open = async (entry: string) => {
    await writeFile(join(directory, '3.1.0', ENTRY), entry);
    check = await openSchemaCheck(directory);
    return check;
  };

  it('says which version is missing', async () => {
    const schema = await open(schemaOf(INCLUDES, ROOT));
    expect(schema.check('3.0.0', Buffer.from('<art>A</art>'))).toMatchObject([
      { code: 'message.schemaMissing', path: `3.0.0/${ENTRY}` },
    ]);
  });

  it('says that a schema is unusable', async () => {
    const schema = await open('<xs:schema');
    expect(schema.check('3.1.0', Buffer.from('<art>A</art>'))).toMatchObject([{ code: 'message.schemaMissing' }]);
  });

  it('does not reach files outside the directory', async () => {
    const outside = `${directory}-outside.xsd`;
    await writeFile(outside, TYPES);
    try {
      const schema = await open(schemaOf(`<xs:include schemaLocation="file://${outside}"/>`, ROOT));
      expect(schema.check('3.1.0', Buffer.from('<art>A</art>'))).toMatchObject([{ code: 'message.schemaMissing' }]);
    } finally {
      await rm(outside);
    }
  });

  it('refuses what the schema refuses, with place and reason', async () => {
    const schema = await open(schemaOf(INCLUDES, ROOT));
    const [found] = schema.check('3.1.0', Buffer.from('\n<art>X</art>'));
    expect(found).toMatchObject({
      code: 'message.schema',
      severity: 'error',
      line: 2,
      en: expect.stringContaining("'X'"),
    });
  });

  it('refuses what is no XML', async () => {
    const schema = await open(schemaOf(INCLUDES, ROOT));
    expect(schema.check('3.1.0', Buffer.from('<art>'))).toMatchObject([{ code: 'message.schema' }]);
  });

  it('throws for a directory that is not there', async () => {
    await expect(openSchemaCheck(join(directory, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('finds nothing in what the schema and its includes accept, as often as asked', async () => {
    const schema = await open(schemaOf(INCLUDES, ROOT));
    for (let round = 0; round < 3; round += 1) {
      expect(schema.check('3.1.0', Buffer.from('<art>A</art>'))).toEqual([]);
      expect(schema.check('3.1.0', Buffer.from('<leer/>'))).toEqual([]);
    }
  });
});
