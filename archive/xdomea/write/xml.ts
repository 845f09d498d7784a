import { codePointName } from '../din-91379.js';
import { forbiddenInXml } from '../characters.js';
import { CODE_LISTS, type CodeList, type CodeListName } from '../codes.js';
import { finding, type Finding } from '../../findings/finding.js';

/** Thrown while writing when a value holds a character that XML cannot carry; `finding` says which, and where. */
export class UnwritableText extends Error {
  readonly finding: Finding;

  constructor(element: string, character: string) {
    const found = finding('xml.forbiddenCharacter', { path: element }, { character: codePointName(character) });
    super(found.en);
    this.finding = found;
  }
}

/** An element with text, or nothing if there is no value. An empty text is a value: it was entered, and is empty. */
export function text(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<xdomea:${name}>${escaped(name, String(value))}</xdomea:${name}>`;
}

/** A boolean: libxml2 accepts only `1` where the schema fixes the value, so it is written `1` and `0` throughout. */
export function flag(name: string, value: 'yes' | 'no' | undefined): string {
  return value === undefined ? '' : text(name, value === 'yes' ? '1' : '0');
}

/** An element around its parts. It is written even if they are empty. */
export function element(name: string, ...parts: readonly string[]): string {
  return `<xdomea:${name}>${parts.join('')}</xdomea:${name}>`;
}

/** An element around its parts, or nothing if all of them are empty. */
export function group(name: string, ...parts: readonly string[]): string {
  return parts.every((part) => part === '') ? '' : element(name, ...parts);
}

/** The parts of all items, one after the other. */
export function each<T>(items: readonly T[] | undefined, write: (item: T) => string): string {
  return (items ?? []).map(write).join('');
}

/** A code of one of the lists of the standard; `code` stands in no namespace. */
export function code(name: string, list: CodeListName, value: string | undefined): string {
  if (value === undefined) return '';
  const { uri, fixedVersion, ownVersion }: CodeList = CODE_LISTS[list];
  const listVersion = fixedVersion ?? ownVersion;
  return codeElement(name, { code: value, listUri: uri, ...(listVersion !== undefined && { listVersion }) });
}

/** A code with the list it belongs to, if that is known. */
export function codeElement(
  name: string,
  value: { readonly code: string; readonly name?: string; readonly listUri?: string; readonly listVersion?: string },
): string {
  const list = attribute(name, 'listURI', value.listUri) + attribute(name, 'listVersionID', value.listVersion);
  const label = value.name === undefined ? '' : `<name>${escaped(name, value.name)}</name>`;
  return `<xdomea:${name}${list}><code>${escaped(name, value.code)}</code>${label}</xdomea:${name}>`;
}

function attribute(element: string, name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escaped(element, value)}"`;
}

// A carriage return must be a reference, or every parser turns it into a line feed and the text is another one.
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

function escaped(element: string, value: string): string {
  const forbidden = forbiddenInXml(value);
  if (forbidden !== undefined) throw new UnwritableText(element, forbidden);
  return value.replace(/[&<>"\r]/g, (character) => REFERENCES[character] ?? character);
}
