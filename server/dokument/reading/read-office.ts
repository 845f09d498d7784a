import type { FileProperty, PropertyName } from '../../contract/reading-views.js';
import { guardArchive } from '../../posteingang/examination/guard-archive.js';
import { readEntries } from './zip-entries.js';
import { nothing, type Found } from './found.js';
import { propertiesOfXml, textOfXml } from './xml-text.js';

/** Where properties and text lie in OOXML (ECMA-376) and OpenDocument (ISO/IEC 26300). */
const WANTED =
  /^(docProps\/(core|app)\.xml|word\/document\.xml|ppt\/slides\/slide\d+\.xml|xl\/sharedStrings\.xml|meta\.xml|content\.xml)$/;

const NAMES: Readonly<Record<string, PropertyName>> = {
  title: 'title',
  subject: 'subject',
  creator: 'author',
  'initial-creator': 'author',
  lastModifiedBy: 'lastModifiedBy',
  keywords: 'keywords',
  keyword: 'keywords',
  Application: 'application',
  generator: 'application',
  created: 'created',
  'creation-date': 'created',
  modified: 'modified',
  date: 'modified',
  revision: 'revision',
  'editing-cycles': 'revision',
  Pages: 'pages',
};

/** Properties and text of an office file. No macro is looked at, nothing it links to is loaded. */
export async function readOffice(path: string, size: number): Promise<Found> {
  const { objection } = await guardArchive(path, size);
  if (objection) return nothing(objection === 'archive.bomb' ? 'tooLarge' : 'damaged');
  const entries = await readEntries(path, WANTED).catch(() => null);
  if (!entries) return nothing('damaged');
  const properties = new Map<PropertyName, string>();
  const texts: string[] = [];
  try {
    for (const [name, xml] of [...entries].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
      if (/^docProps\/|^meta\.xml$/.test(name)) {
        for (const { key, value } of propertiesOfXml(xml, NAMES)) if (!properties.has(key)) properties.set(key, value);
      } else texts.push(textOfXml(xml));
    }
  } catch {
    return nothing('damaged');
  }
  const text = texts.join('\n').trim();
  const list: FileProperty[] = [...properties].map(([name, value]) => ({ name, value }));
  return { properties: list, text: text === '' ? null : text, unreadable: null };
}
