import { isUuid, MESSAGES, parseStem, stemOf } from '../names.js';
import { descend, placeOf, textOf, type XmlNode } from '../read/xml-node.js';
import type { Container, Rule, RuleContext } from './rule.js';

// Clocks of two houses differ; what is an hour ahead is no sign of a forged message, what is a day ahead is.
const TOLERANCE = 24 * 60 * 60 * 1000;
const MESSAGE_EXTENSION = /\.xml$/;
/** x-man answers under the extension of the sender, which is one of these two. */
const CONTAINER_EXTENSION = /\.(zip|xdomea)$/;

/** The head agrees with the kind of message, with the names of message and container, and with the calendar. */
export function kopfRule(context: RuleContext): Rule {
  return {
    on: {
      'Kopf.0503': (kopf) => {
        judgeNachrichtentyp(kopf, context);
        judgeNames(kopf, context);
        judgeErstellungszeitpunkt(kopf, context);
      },
    },
  };
}

function judgeNachrichtentyp(kopf: XmlNode, { report }: RuleContext): void {
  const code = descend(kopf, 'Nachrichtentyp', 'code');
  if (code === undefined || code.text.trim() === '0503') return;
  report.add('message.nachrichtentyp', placeOf(code), { expected: '0503', found: code.text });
}

function judgeNames(kopf: XmlNode, { report, container }: RuleContext): void {
  const node = descend(kopf, 'ProzessID');
  const prozessId = node?.text.trim() ?? '';
  for (const { name, stem, extension } of stems(container)) {
    const parsed = stem === undefined ? undefined : parseStem(stem);
    if (parsed === undefined || parsed.message !== MESSAGES['0503']) {
      const expected = `${stemOf(isUuid(prozessId) ? prozessId : '<ProzessID>', '0503')}${extension}`;
      report.add('message.name', { path: name }, { expected, found: name });
    } else if (parsed.prozessId !== prozessId && node !== undefined) {
      // Compared by letter: x-man refuses a ProzessID whose case differs between name and head.
      report.add('message.prozessId', placeOf(node), { kopf: prozessId, name: parsed.prozessId });
    }
  }
}

function stems(container: Container) {
  const named = [{ name: container.messageName, pattern: MESSAGE_EXTENSION, extension: '.xml' }];
  if (container.name !== undefined)
    named.push({ name: container.name, pattern: CONTAINER_EXTENSION, extension: '.zip' });
  return named.map(({ name, pattern, extension }) => ({
    name,
    extension,
    stem: pattern.test(name) ? name.replace(pattern, '') : undefined,
  }));
}

function judgeErstellungszeitpunkt(kopf: XmlNode, { report, options }: RuleContext): void {
  const written = textOf(kopf, 'Erstellungszeitpunkt');
  const node = descend(kopf, 'Erstellungszeitpunkt');
  if (written === undefined || node === undefined) return;
  const instant = Date.parse(written);
  if (instant > options.now.getTime() + TOLERANCE) {
    report.add('message.erstellungszeitpunkt', placeOf(node), { found: written });
  }
}
