import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEMANTIC, STRUCTURAL } from '../../../archive/test-support/mutations-0503.js';
import { aMessage, akte, anXml, dokument, vorgang } from '../../../archive/test-support/sample-0503.js';
import type { Aussonderung0503, Schriftgutobjekt } from '../../../archive/xdomea/model.js';
import { openSchemaCheck, type SchemaCheck } from '../../../archive/xdomea/schema-check.js';
import { versions, type XdomeaVersion } from '../../../archive/xdomea/versions.js';
import { write0503 } from '../../../archive/xdomea/write-0503.js';
import { describeWithShared, sharedPath } from '../../support/shared.js';

const SCHEMAS = 'corpora/xdomea/x-man/server/xsd';
const ENTRY = 'xdomea-Nachrichten-AussonderungDurchfuehren.xsd';

/** One message per shape that our model can take: everything, next to nothing, and each root and part. */
const MESSAGES: readonly (readonly [title: string, message: Aussonderung0503])[] = [
  ['everything that the model can say', aMessage()],
  ['as little as the model can say', smallest()],
  ['a Vorgang as root', rooted({ art: 'Vorgang', ...vorgang })],
  ['a Dokument as root', rooted({ art: 'Dokument', ...dokument })],
  ['several roots', rooted({ art: 'Akte', ...akte }, { art: 'Vorgang', ...vorgang }, { art: 'Dokument', ...dokument })],
  [
    'Teilakte, Teilvorgang and loose Dokument',
    aMessage({ teilakten: [akte], dokumente: [dokument], vorgaenge: nested() }),
  ],
  ['an Anschreiben', { ...aMessage(), anschreiben: [dokument] }],
  [
    'Aufbewahrung without end and a configurable Aussonderungsart',
    aMessage({ archivspezifischeMetadaten: unlimited() }),
  ],
  ['text of markup, line ends and letters of all Europe', aMessage({ betreff: '<&>"\'\r\n\tŁódź Αθήνα София 📁' })],
  ['empty texts', aMessage({ betreff: '', typ: '', kennzeichen: '', standort: '' })],
  ['a Geschaeftsgang without steps', aMessage({ internerGeschaeftsgang: { id: akte.id, schritte: [] } })],
];

const written = MESSAGES.flatMap(([title, message]) =>
  versions().map((version): [string, XdomeaVersion, Buffer] => [title, version, bytesOf(message, version)]),
);

describeWithShared('messages that we write, judged by libxml2', SCHEMAS, (folder) => {
  let schema: SchemaCheck;
  beforeAll(async () => void (schema = await openSchemaCheck(folder)));
  afterAll(() => schema.dispose());

  it.each(STRUCTURAL)('the schema refuses %s, as we do', (_title, from, to) => {
    expect(schema.check('3.1.0', Buffer.from(anXml().replace(from, to)))).not.toEqual([]);
  });

  it.each(SEMANTIC)('the schema lets %s pass, and only we refuse it', (_title, from, to) => {
    expect(schema.check('3.1.0', Buffer.from(anXml().replace(from, to)))).toEqual([]);
  });

  it.each(written)('accepts %s in %s', (_title, version, xml) => {
    expect(schema.check(version, xml)).toEqual([]);
  });
});

const xmllint = spawnSync('xmllint', ['--version']).status === 0 ? describeWithShared : skippedWithoutXmllint;

xmllint('messages that we write, judged by xmllint', SCHEMAS, (folder) => {
  const temporary = mkdtempSync(join(tmpdir(), 'laufmappe-xmllint-'));
  afterAll(() => rmSync(temporary, { recursive: true }));

  it.each(written)('accepts %s in %s', (_title, version, xml) => {
    const file = join(temporary, 'message.xml');
    writeFileSync(file, xml);
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(folder, version, ENTRY), file]);
    expect(`${run.stderr}`).toContain('validates');
    expect(run.status).toBe(0);
  });
});

/** A second implementation of the schema language where it is installed; libxml2-wasm has judged the same above. */
function skippedWithoutXmllint(name: string, _relative: string, tests: (path: string) => void): void {
  describe.skip(`${name} (xmllint is not installed)`, () => tests(sharedPath(SCHEMAS)));
}

function bytesOf(message: Aussonderung0503, version: XdomeaVersion): Buffer {
  return Buffer.from([...write0503(message, version)].join(''));
}

function rooted(...schriftgutobjekte: readonly Schriftgutobjekt[]): Aussonderung0503 {
  return { ...aMessage(), schriftgutobjekte };
}

function smallest(): Aussonderung0503 {
  const { prozessId, erstellungszeitpunkt } = aMessage().kopf;
  const kopf = { prozessId, erstellungszeitpunkt, absender: {}, empfaenger: {} };
  return {
    kopf: { ...kopf, rueckmeldungArchivkennung: 'notRequested', empfangsbestaetigung: 'notRequested' },
    schriftgutobjekte: [{ art: 'Akte', id: akte.id }],
  };
}

function nested() {
  return [{ ...vorgang, teilvorgaenge: [vorgang] }];
}

function unlimited() {
  return { aufbewahrungsdauer: 'unbefristet', aussonderungsart: { konfigurierbar: 'S' } } as const;
}
