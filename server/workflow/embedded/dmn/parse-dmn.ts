import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from '../compile/moddle.js';
import { idNear } from '../compile/parse-xml.js';
import { dmnDescriptor } from './boxed-descriptor.js';
import type { DecisionReport } from './finding-texts.js';

/** As for BPMN: a table of 10,000 rules with three columns has about 3 MB; Zeebe takes 4 MB. */
const LARGEST_MB = 4;

// Building the parser costs 5 ms and it keeps no state between files.
const moddle = new DmnModdle({ dmn: dmnDescriptor });

/** Namespaces of DMN 1.1 to 1.5. They differ in what they add, not in what the elements mean. */
const anyVersion =
  /(\sxmlns(?::[\w.-]+)?\s*=\s*)(["'])https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(?:MODEL\/?|dmn\.xsd)\2/g;

/** Parses DMN; undefined with findings where the file cannot be used at all. Everything doubtful becomes a finding. */
export async function parseDmn(xml: string, report: DecisionReport): Promise<ModdleElement | undefined> {
  if (xml.length > LARGEST_MB * 1024 * 1024) {
    report.add('dmn.tooLarge', '', { limit: LARGEST_MB });
    return undefined;
  }
  if (/<!DOCTYPE/i.test(xml)) {
    report.add('dmn.doctype', '');
    return undefined;
  }
  try {
    const text = inKnownNamespace(withoutDiagram(xml));
    const { rootElement, warnings } = await moddle.fromXML(text);
    for (const { message } of warnings) reportWarning(text, message, report);
    return rootElement;
  } catch (error) {
    const [cause = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    report.add('dmn.unreadable', '', { cause: cause.slice(0, 200) });
    return undefined;
  }
}

// DMN 1.3 is the version of the parser's descriptor.
function inKnownNamespace(xml: string): string {
  return xml.replace(anyVersion, '$1$2https://www.omg.org/spec/DMN/20191111/MODEL/$2');
}

// The diagram decides nothing, and tools put into it what no other tool knows.
function withoutDiagram(xml: string): string {
  const opening = /<([\w.-]+:)?DMNDI[\s>]/.exec(xml);
  if (opening === null) return xml;
  const closing = xml.lastIndexOf(`</${opening[1] ?? ''}DMNDI`);
  return closing < opening.index ? xml : xml.slice(0, opening.index) + xml.slice(xml.indexOf('>', closing) + 1);
}

function reportWarning(xml: string, message: string, report: DecisionReport): void {
  // The bytes were decoded before they came here; the declared encoding no longer matters.
  if (message.startsWith('unsupported document encoding')) return;
  const [first = ''] = message.split('\n', 1);
  const nested = /nested error: (.*)/.exec(message)?.[1];
  const at = /duplicate ID <([^>]*)>/.exec(message)?.[1] ?? idNear(xml, message);
  report.add('dmn.content', at, { cause: (nested === undefined ? first : `${first} (${nested})`).slice(0, 300) });
}
