import type { PackageEntry } from './package-entries.js';
import type { TemplateKind } from './text-form.js';
import { attributeOf, tokensOf, type XmlToken } from './xml-tokens.js';

/** What makes a file unfit as a template, with the entry of the package that it was found in. */
export interface TemplateFault {
  readonly code:
    'noTemplate' | 'templateOfTemplates' | 'macro' | 'embedded' | 'external' | 'script' | 'damaged' | 'tooLarge';
  readonly found: string;
}

/** An entry of the package, taken apart where it is XML. */
export interface JudgedEntry extends PackageEntry {
  readonly tokens: readonly XmlToken[] | null;
}

export interface JudgedPackage {
  readonly kind: TemplateKind;
  readonly entries: readonly JudgedEntry[];
}

const DOCX_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const DOTX_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
const ODT_TYPE = 'application/vnd.oasis.opendocument.text';

// vbaProject.bin: Word; Basic/ and Scripts/: OpenDocument.
const MACRO = /(^|\/)vba[^/]*\.(bin|xml)$|^(Basic|Scripts)\/./i;
// OLE objects, ActiveX, and foreign documents that Word takes in when it opens the file.
const EMBEDDED = /^word\/(embeddings|activeX|afchunk)|^Object [^/]*(\/|$)|^Objects?\//i;
const EMBEDDED_RELATION = /\/(oleObject|package|control|activeXControlBinary|aFChunk|subDocument|extensibility)$/i;
/** The template that a letter was once written from. Nobody can see or remove it easily, and nothing here needs it. */
export const ATTACHED_TEMPLATE = /\/attachedTemplate$/i;
const HYPERLINK = /\/hyperlink$/i;
const HARMLESS_ADDRESS = /^(https?:|mailto:|tel:|#)/i;
// Fields that fetch, run or mail something when Word updates them.
const ACTIVE_FIELD =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|AUTOTEXT)\b/i;
const ACTIVE_ELEMENT =
  /^(script|event-listener|execute-macro|dde-connection|dde-source|dde-connection-decl|section-source|plugin|applet|object-ole)$/;

/**
 * Judges a package that shall become a template. Whoever fills it makes a letter that others open: what runs, what fetches
 * something and what hides another document is refused by name, never taken out in silence. Only the reference to the
 * template of a template is dropped, when it is filled.
 */
export function judgePackage(packed: readonly PackageEntry[]): JudgedPackage | { readonly faults: TemplateFault[] } {
  const kind = kindOf(packed);
  if (typeof kind !== 'string') return { faults: [kind] };
  const entries = packed.map((entry): JudgedEntry => ({ ...entry, tokens: takenApart(entry) }));
  const faults = entries.flatMap((entry) => [...faultsOfName(entry), ...faultsOfContent(entry, kind)]);
  return faults.length > 0 ? { faults } : { kind, entries };
}

function kindOf(packed: readonly PackageEntry[]): TemplateKind | TemplateFault {
  const textAt = (name: string) => packed.find((entry) => entry.name === name)?.bytes.toString('utf8') ?? '';
  const [types, type] = [textAt('[Content_Types].xml'), textAt('mimetype')];
  if (/macroEnabled/i.test(types)) return { code: 'macro', found: '[Content_Types].xml' };
  if (types.includes(DOTX_MAIN)) return { code: 'templateOfTemplates', found: '.dotx' };
  if (types.includes(DOCX_MAIN) && textAt('word/document.xml') !== '') return 'docx';
  if (type === `${ODT_TYPE}-template`) return { code: 'templateOfTemplates', found: '.ott' };
  if (type === ODT_TYPE && textAt('content.xml') !== '') return 'odt';
  return { code: 'noTemplate', found: type || '[Content_Types].xml' };
}

function takenApart({ name, bytes }: PackageEntry): readonly XmlToken[] | null {
  if (!/\.(xml|rels|rdf)$/i.test(name)) return null;
  try {
    return tokensOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function faultsOfName({ name, tokens }: JudgedEntry): TemplateFault[] {
  if (/(^|\/)\.\.(\/|$)|^\/|\\/.test(name)) return [{ code: 'damaged', found: name }];
  if (MACRO.test(name)) return [{ code: 'macro', found: name }];
  if (EMBEDDED.test(name)) return [{ code: 'embedded', found: name }];
  return tokens === null && /\.(xml|rels|rdf)$/i.test(name) ? [{ code: 'damaged', found: name }] : [];
}

function faultsOfContent({ name, tokens }: JudgedEntry, kind: TemplateKind): TemplateFault[] {
  if (tokens === null) return [];
  const faults: TemplateFault[] = [];
  for (const token of tokens) {
    if (token.kind !== 'open' && token.kind !== 'empty') continue;
    const fault = name.endsWith('.rels') ? faultOfRelation(token) : faultOfElement(token, kind, name);
    if (fault) faults.push({ ...fault, found: `${name}: ${fault.found}`.slice(0, 200) });
  }
  return kind === 'docx' ? [...faults, ...faultsOfFields(name, tokens)] : faults;
}

function faultOfRelation(token: XmlToken): TemplateFault | null {
  if (token.name !== 'Relationship') return null;
  const [type, target] = [attributeOf(token, 'Type') ?? '', attributeOf(token, 'Target') ?? ''];
  if (EMBEDDED_RELATION.test(type)) return { code: 'embedded', found: target };
  if (attributeOf(token, 'TargetMode') !== 'External' || ATTACHED_TEMPLATE.test(type)) return null;
  return HYPERLINK.test(type) && HARMLESS_ADDRESS.test(target) ? null : { code: 'external', found: target };
}

function faultOfElement(token: XmlToken, kind: TemplateKind, entry: string): TemplateFault | null {
  if (ACTIVE_ELEMENT.test(token.name)) return { code: 'script', found: token.name };
  if (kind === 'docx') return null;
  const address = attributeOf(token, 'href');
  // What this letter was once written from; dropped like attachedTemplate.
  if (address === null || (entry === 'meta.xml' && token.name === 'template')) return null;
  const link = token.name === 'a' && HARMLESS_ADDRESS.test(address);
  const inside = /^(?:\.\/)?(?:#|[\w-]+(?:\/|$))/.test(address) && !address.includes('..');
  return link || inside || address === '' ? null : { code: 'external', found: address };
}

/** A field's instruction may be spread over several runs: what matters is how it begins. */
function faultsOfFields(entry: string, tokens: readonly XmlToken[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  let [instruction, within] = ['', 'text'];
  const judge = (text: string) => {
    if (ACTIVE_FIELD.test(text)) faults.push({ code: 'script', found: `${entry}: ${text.trim().slice(0, 80)}` });
  };
  for (const token of tokens) {
    if (token.name === 'fldSimple') judge(attributeOf(token, 'instr') ?? '');
    if (token.name === 'fldChar') {
      judge(instruction);
      instruction = '';
    }
    if (token.name === 'instrText') within = token.kind === 'open' ? 'instruction' : 'text';
    else if (token.kind === 'text' && within === 'instruction') instruction += token.raw;
  }
  judge(instruction);
  return faults;
}
