import type { Place } from '../../findings/finding.js';
import type { Report } from '../../findings/report.js';
import { MESSAGES, type MessageNumber } from '../names.js';
import type { Grammar } from '../structure/grammar.js';
import { MESSAGES_3 } from '../structure/messages-3.js';
import { versionOf, versions, VERSIONS, type XdomeaVersion } from '../versions.js';
import { createElements, type Elements, type MessageVisitor } from './elements.js';
import { readXml, type XmlTag } from './read-xml.js';
import type { XmlSource } from './source.js';

export interface Walk {
  readonly version: XdomeaVersion | undefined;
  readonly end: 'reached' | 'notReached';
}

const GRAMMARS: Readonly<Record<XdomeaVersion, Grammar>> = { '3.0.0': MESSAGES_3, '3.1.0': MESSAGES_3 };

/**
 * Reads a message of the given kind in one pass and judges its structure on the way.
 * Findings go to the report; after a syntax error or an unknown version nothing further is visited.
 * @returns the version, where it could be told, and whether the message was read to its end.
 */
export async function walkMessage(
  source: XmlSource,
  message: MessageNumber,
  report: Report,
  visitor: MessageVisitor,
): Promise<Walk> {
  let version: XdomeaVersion | undefined;
  let elements: Elements | undefined;
  const fault = await readXml(source, {
    open: (tag) => {
      if (elements === undefined) {
        version = judgeRoot(tag, message, report);
        if (version === undefined) return 'stop';
        const { namespace } = VERSIONS[version];
        const form = { grammar: GRAMMARS[version], namespace, root: MESSAGES[message] };
        elements = createElements(form, report, visitor);
      }
      elements.open(tag);
      return 'continue';
    },
    text: (text) => elements?.text(text),
    close: () => elements?.close(),
  });
  if (fault !== undefined) report.push(fault);
  return { version, end: fault === undefined && elements !== undefined ? 'reached' : 'notReached' };
}

function judgeRoot(tag: XmlTag, message: MessageNumber, report: Report): XdomeaVersion | undefined {
  const place: Place = { path: `/${tag.local}`, line: tag.line };
  const version = versionOf(tag.uri);
  if (version === undefined) {
    report.add('message.unknownNamespace', place, { supported: versions().join(', '), found: tag.uri });
  } else if (tag.local !== MESSAGES[message]) {
    report.add('message.root', place, { expected: MESSAGES[message], found: tag.local });
    return undefined;
  }
  return version;
}
