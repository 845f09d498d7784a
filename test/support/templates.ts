import { Readable } from 'node:stream';
import { keepUpload } from '../../server/dokument/keep-upload.js';
import { createAddDokumentvorlage } from '../../server/vorlage/add-dokumentvorlage.js';
import { createTemplates, TEMPLATE_TYPES, type Templates } from '../../server/vorlage/template/templates.js';
import type { TemplateKind } from '../../server/vorlage/template/text-form.js';
import type { AktenvorlageFacts, AktenvorlagePart, DokumentvorlageFacts } from '../../server/contract/vorlage-views.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { NOTHING_FOUND } from './eingaenge.js';
import { zipOf } from './zip-of.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word file with this body, and with further entries or others in place of its own. */
export function docxOf(body: string, own: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': relationsOf(`<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...own,
  });
}

/** A paragraph of Word whose text is spread over these runs, as spell checking leaves it. */
export function runs(...texts: string[]): string {
  return `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r><w:proofErr w:type="spellEnd"/>`).join('')}</w:p>`;
}

export function relationsOf(relations: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`;
}

/** A relation to something outside the package. */
export function outside(type: string, target: string): string {
  return relationsOf(`<Relationship Id="r9" Type="${RELATIONS}/${type}" Target="${target}" TargetMode="External"/>`);
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = `xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:draw="${ODF}:drawing:1.0" xmlns:script="${ODF}:script:1.0" xmlns:meta="${ODF}:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`;

/** An OpenDocument text with this body, and with further entries or others in place of its own. */
export function odtOf(body: string, own: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const type = 'application/vnd.oasis.opendocument.text';
  return zipOf({
    mimetype: type,
    'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'content.xml': `${HEAD}<office:document-content ${NAMESPACES} office:version="1.3"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...own,
  });
}

/** A further part of an OpenDocument file. */
export function odtPart(root: string, content: string): string {
  return `${HEAD}<office:${root} ${NAMESPACES} office:version="1.3">${content}</office:${root}>`;
}

export interface TemplateBench {
  readonly bench: ActBench;
  readonly templates: Templates;
}

/** The worker that reads and fills, beside an act bench. */
export function templatesOf(bench: ActBench): TemplateBench {
  return {
    bench,
    templates: createTemplates({ objects: bench.objects, scratchFolder: `${bench.checkpoints}-scratch` }),
  };
}

/** A file that helga.brandt of the Registratur has sent and that waits to become a template. */
export async function sentTemplate(bench: ActBench, bytes: Buffer, kind: TemplateKind = 'docx'): Promise<string> {
  const stored = done(await bench.objects.put(Readable.from([bytes])));
  const file = { ...stored, name: `Anschreiben.${kind}`, mime: TEMPLATE_TYPES[kind] };
  const input = { file, examination: NOTHING_FOUND, idempotencyKey: null };
  return done(await bench.runner.run(bench.as('helga.brandt'), keepUpload, input)).id;
}

export function someVorlage(own: Partial<DokumentvorlageFacts> = {}): DokumentvorlageFacts {
  return { name: 'Anschreiben', art: 'ausgang', betreff: 'Zu {{ vorgang.betreff }}', einheitIds: [], ...own };
}

/** A template of the house with this content; everything about it can be said otherwise. */
export async function addedVorlage(
  { bench, templates }: TemplateBench,
  bytes: Buffer,
  own: Partial<DokumentvorlageFacts> = {},
  kind: TemplateKind = 'docx',
): Promise<string> {
  const input = { ...someVorlage(own), uploadId: await sentTemplate(bench, bytes, kind) };
  const add = createAddDokumentvorlage({ runner: bench.runner, templates });
  return done(await bench.perform('helga.brandt', add, input)).id;
}

/** A Vorgang of a structure; everything about it can be said otherwise. */
export function somePart(own: Partial<AktenvorlagePart> = {}): AktenvorlagePart {
  return { kind: 'vorgang', betreff: 'Bauantrag', above: null, dokumentvorlageId: null, ...own };
}

export function someStructure(own: Partial<AktenvorlageFacts> = {}): AktenvorlageFacts {
  return { name: 'Bauvorhaben', einheitIds: [], parts: [somePart()], ...own };
}
