import type { Aussonderung0503 } from './model.js';
import { MESSAGES } from './names.js';
import { DEFAULT_VERSION, VERSIONS, type XdomeaVersion } from './versions.js';
import { dokument } from './write/dokument.js';
import { kopf0503 } from './write/kopf.js';
import { schriftgutobjekt } from './write/record.js';

/**
 * Writes a message 0503 piece by piece, so that 100,000 Dokumente never stand in memory at once. Same model, same bytes.
 * It does not judge: whether the message may leave is the verdict of compose0503.
 * @throws UnwritableText when a value holds a character that XML cannot carry in any form.
 */
export function* write0503(message: Aussonderung0503, version: XdomeaVersion = DEFAULT_VERSION): Generator<string> {
  const root = `xdomea:${MESSAGES['0503']}`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  // The prefix is prescribed (specification, section 4.2); no schemaLocation, so that nobody is tempted to fetch one.
  yield `<${root} xmlns:xdomea="${VERSIONS[version].namespace}">\n`;
  yield `${kopf0503(message.kopf)}\n`;
  for (const each of message.anschreiben ?? []) yield `${dokument('Anschreiben', each)}\n`;
  for (const each of message.schriftgutobjekte) yield* schriftgutobjekt(each);
  yield `</${root}>\n`;
}
