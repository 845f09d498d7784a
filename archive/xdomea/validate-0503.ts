import type { Finding } from '../findings/finding.js';
import { createReport } from '../findings/report.js';
import type { XmlSource } from './read/source.js';
import { walkMessage } from './read/walk-message.js';
import { applyRules } from './rules/apply-rules.js';
import { RULES_0503 } from './rules/rule-book.js';
import type { Container, GivenOptions } from './rules/rule.js';

/** Levels that the standard foresees: Akte, Teilakte, Vorgang, Teilvorgang, Dokument. */
const DEFAULT_DEPTH = 5;

/**
 * Judges a message 0503 with all that lies in its container: structure as the schema has it, and what the schema lets
 * pass and an archive must not get (mandatory metadata, ids, names, dates, codes, files). Needs no schema file.
 * @param xml whole or in pieces; read once, with flat memory.
 * @param container names and sizes of all files beside it, the message included.
 * @returns all findings in the order of the document; an empty list means: fit to leave.
 */
export async function validate0503(
  xml: XmlSource,
  container: Container,
  options: GivenOptions,
): Promise<readonly Finding[]> {
  const report = createReport();
  const rules = applyRules(RULES_0503, {
    report,
    container,
    options: { maxDepth: DEFAULT_DEPTH, outsideDin91379: 'refuse', ...options },
  });
  const { end } = await walkMessage(xml, '0503', report, rules);
  // After a syntax error the end was never seen; "file not named" would only be noise.
  if (end === 'reached') rules.finish();
  return report.findings();
}
