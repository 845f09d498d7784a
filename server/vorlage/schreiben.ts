import { z } from 'zod';
import { fillText, type MissingValues } from './fill-text.js';
import type { Variables } from '../workflow/process-engine.js';

const line = z.string().min(1).max(4_000);
const block = z.union([
  z.strictObject({ heading: line }),
  z.strictObject({ paragraph: line }),
  z.strictObject({
    facts: z
      .array(z.tuple([line, line]))
      .min(1)
      .max(100),
  }),
]);

/** What a file in `processes/templates` holds. Every text in it may have places. */
export const schreibenSchema = z.strictObject({
  title: line,
  language: z.enum(['de-DE', 'en-GB']).default('de-DE'),
  /** Lines of the address field. */
  recipient: z.array(line).max(9).default([]),
  blocks: z.array(block).min(1).max(200),
});

/** A letter or Vermerk: its title, whom it goes to, and what it says, in the order of reading. */
export type Schreiben = z.infer<typeof schreibenSchema>;
export type SchreibenBlock = Schreiben['blocks'][number];

/** A Schreiben from running text: a blank line begins the next paragraph. */
export function schreibenOf(title: string, text: string): Schreiben {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const blocks = paragraphs.filter(Boolean).map((paragraph) => ({ paragraph }));
  return { title, language: 'de-DE', recipient: [], blocks };
}

/** Fills every place of a Schreiben, or names everything that is missing in all of it. */
export function fillSchreiben(schreiben: Schreiben, variables: Variables): Schreiben | MissingValues {
  const missing = new Set<string>();
  const fill = (text: string): string => {
    const filled = fillText(text, variables);
    if (typeof filled === 'string') return filled;
    filled.names.forEach((name) => missing.add(name));
    return '';
  };
  const filled: Schreiben = {
    title: fill(schreiben.title),
    language: schreiben.language,
    recipient: schreiben.recipient.map(fill),
    blocks: schreiben.blocks.map((entry): SchreibenBlock => {
      if ('heading' in entry) return { heading: fill(entry.heading) };
      if ('paragraph' in entry) return { paragraph: fill(entry.paragraph) };
      return { facts: entry.facts.map(([name, value]): [string, string] => [fill(name), fill(value)]) };
    }),
  };
  return missing.size > 0 ? { kind: 'missing', names: [...missing] } : filled;
}
