import { fillPart } from './fill-part.js';
import { openTemplate } from './inspect-template.js';
import { ATTACHED_TEMPLATE, type JudgedEntry } from './judge-package.js';
import { writePackage, type PackageEntry } from './package-entries.js';
import { TEXT_FORMS, type TemplateKind } from './text-form.js';
import { attributeOf, type XmlToken } from './xml-tokens.js';

export interface TemplateToFill {
  readonly path: string;
  readonly size: number;
  /** By place, as `inspectTemplate` has named it. */
  readonly values: Readonly<Record<string, string>>;
  /** A file that is not there yet. */
  readonly into: string;
}

/**
 * Fills a template into a file of its own; runs in a worker process. The same template with the same values gives the same
 * bytes.
 * @throws Error where the template is none any more, or a place has no value: both were found out before
 */
export async function fillTemplate({ path, size, values, into }: TemplateToFill): Promise<{ kind: TemplateKind }> {
  const judged = await openTemplate(path, size);
  if ('faults' in judged) throw new Error(`The template cannot be filled: ${JSON.stringify(judged.faults)}`);
  const form = TEXT_FORMS[judged.kind];
  const known = new Map(Object.entries(values));
  const filled = judged.entries.map(({ name, bytes, tokens }): PackageEntry => {
    if (tokens === null) return { name, bytes };
    if (form.parts.test(name)) return { name, bytes: Buffer.from(fillPart(tokens, form, known)) };
    const kept = tokens.filter((token) => !isTraceOfTemplate({ name, bytes, tokens }, token));
    return { name, bytes: kept.length === tokens.length ? bytes : Buffer.from(kept.map(({ raw }) => raw).join('')) };
  });
  await writePackage(filled, into);
  return { kind: judged.kind };
}

/** What names the template that this one was written from: an address on somebody's disk, which Word would go and ask. */
function isTraceOfTemplate({ name }: JudgedEntry, token: XmlToken): boolean {
  if (name.endsWith('.rels')) return ATTACHED_TEMPLATE.test(attributeOf(token, 'Type') ?? '');
  if (name === 'word/settings.xml') return token.name === 'attachedTemplate';
  return name === 'meta.xml' && token.name === 'template';
}
