import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { parseCsv, type CsvRecord } from '../import/parse-csv.js';
import { optionalLine, lineOfText } from '../platform/typed-text.js';
import { recipientFacts } from './recipient-facts.js';
import type { MergeFacts } from './merge-values.js';

/** Somebody who shall get a letter, or why not. */
export interface Recipient {
  readonly label: string;
  readonly facts: MergeFacts;
  readonly faults: readonly Rejection[];
}

/** A letter takes 0.1 s, and a Vorgang with more drafts than these is a list and no Vorgang any more. */
export const MOST_RECIPIENTS = 1_000;

const FIELDS = {
  name: lineOfText(200),
  vorname: optionalLine(100),
  strasse: optionalLine(120),
  plz: optionalLine(12),
  ort: optionalLine(100),
  mail: z.union([z.literal(''), z.email().max(254)]),
  telefon: optionalLine(40),
  art: z.enum(['', 'person', 'organisation']),
};
const OTHER = optionalLine(1_000);
const COLUMN = /^\p{L}[\p{L}\p{N}_]{0,60}$/u;

/** The rows of a list as recipients. What is wrong with one row is that recipient's; what is wrong with the list, all's. */
export function recipientsOfList(csv: string): Recipient[] | Rejection {
  const table = parseCsv(csv.replace(/^\ufeff/, ''));
  if ('brokenLine' in table) return reject('vorlage.listUnreadable', { line: table.brokenLine });
  const [head, ...rows] = table.records;
  const columns = head?.values.map((value) => value.normalize('NFC').trim().toLowerCase()) ?? [];
  if (!columns.includes('name'))
    return reject('vorlage.listWithoutName', { found: columns.join('; ').slice(0, 200) || '–' });
  const wrong = columns.find((name, index) => !COLUMN.test(name) || columns.indexOf(name) !== index);
  if (wrong !== undefined) return reject('vorlage.listColumn', { name: wrong });
  return rows.map((row) => recipientOfRow(columns, row));
}

function recipientOfRow(columns: readonly string[], { line, values }: CsvRecord): Recipient {
  const faults: Rejection[] = [];
  const cells = new Map<string, string>();
  if (values.length > columns.length)
    faults.push(reject('vorlage.recipientField', { line, field: columns.length + 1 }));
  for (const [index, name] of columns.entries()) {
    const field: z.ZodType<string> = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof typeof FIELDS] : OTHER;
    const read = field.safeParse((values[index] ?? '').trim());
    if (read.success) cells.set(name, read.data);
    else faults.push(reject('vorlage.recipientField', { line, field: name }));
  }
  const cell = (name: string) => cells.get(name) ?? '';
  const kontakt = {
    art: cell('art') === 'organisation' || cell('vorname') === '' ? ('organisation' as const) : ('person' as const),
    ...{ name: cell('name'), vorname: cell('vorname'), strasse: cell('strasse'), plz: cell('plz') },
    ...{ ort: cell('ort'), mail: cell('mail'), telefon: cell('telefon') },
  };
  const others = [...cells].filter(([name]) => !Object.hasOwn(FIELDS, name));
  return {
    label: `${kontakt.vorname} ${kontakt.name}`.trim() || `${line}`,
    facts: {
      ...recipientFacts(kontakt, ''),
      ...Object.fromEntries(others.map(([name, value]) => [`eingabe.${name}`, value])),
    },
    faults,
  };
}

/** Marks whoever stands in the list a second time: nobody gets two letters. */
export function withoutDoubles(recipients: readonly Recipient[]): Recipient[] {
  const seen = new Set<string>();
  return recipients.map((recipient) => {
    const who = JSON.stringify(Object.entries(recipient.facts).sort());
    const double = seen.has(who);
    seen.add(who);
    return double ? { ...recipient, faults: [...recipient.faults, reject('vorlage.recipientTwice')] } : recipient;
  });
}

/** One refusal where there are none or too many. */
export function refuseCount(recipients: Recipient[] | Rejection): Rejection | null {
  if (isRejection(recipients)) return recipients;
  const count = recipients.length;
  return count > 0 && count <= MOST_RECIPIENTS ? null : reject('vorlage.noRecipient', { count, most: MOST_RECIPIENTS });
}
