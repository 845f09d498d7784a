import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModdleElement } from './moddle.js';
import type { Report } from './report.js';

/** A model of 500 elements with diagram has about 0.5 MB; Zeebe takes 4 MB. */
const LARGEST_MB = 4;

// Building the parser costs 5 ms and it keeps no state between files.
const moddle = new BpmnModdle({ zeebe });

/** Parses BPMN; undefined with findings where the file cannot be used at all. Everything doubtful becomes a finding. */
export async function parseXml(xml: string, report: Report): Promise<ModdleElement | undefined> {
  if (Buffer.byteLength(xml) > LARGEST_MB * 1024 * 1024) {
    report.add('xml.tooLarge', '', { limit: LARGEST_MB });
    return undefined;
  }
  if (/<!DOCTYPE/i.test(xml)) {
    report.add('xml.doctype', '');
    return undefined;
  }
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    for (const { message } of warnings) reportWarning(xml, message, report);
    return rootElement;
  } catch (error) {
    report.add('xml.unreadable', '', { cause: firstLine(error instanceof Error ? error.message : String(error)) });
    return undefined;
  }
}

function reportWarning(xml: string, message: string, report: Report): void {
  // The bytes were decoded before they came here; the declared encoding no longer matters.
  if (message.startsWith('unsupported document encoding')) return;
  const nested = /nested error: (.*)/.exec(message)?.[1];
  const cause = nested === undefined ? firstLine(message) : `${firstLine(message)} (${nested})`;
  report.add('xml.content', idNear(xml, message), { cause });
}

/** The parser says where, but not in which element: the last id before that place is the element or its parent. */
export function idNear(xml: string, message: string): string {
  const unresolved = /unresolved reference <(.*)>/.exec(message)?.[1];
  if (unresolved !== undefined) return unresolved;
  const [line, column] = [/line: (\d+)/.exec(message)?.[1], /column: (\d+)/.exec(message)?.[1]];
  if (line === undefined || column === undefined) return '';
  const lines = xml.split('\n').slice(0, Number(line) + 1);
  const before = [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, Number(column))].join('\n');
  return [...before.matchAll(/\sid="([^"]*)"/g)].at(-1)?.[1] ?? '';
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
