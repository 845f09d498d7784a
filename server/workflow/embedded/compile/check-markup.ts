import type { Report } from './report.js';

// What the parser of the model reads without a word and would be misread: it counts every value of a truth that is not `true`
// as `false`, and keeps the last of two elements that may only stand once.

/** Comments, CDATA, instructions, then tags: closing slash, name, attributes, empty-element slash. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s>/]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

const TRUTHS = new Set([
  'isExecutable',
  'isSequential',
  'isInterrupting',
  'cancelActivity',
  'isForCompensation',
  'triggeredByEvent',
  'waitForCompletion',
  'propagateAllChildVariables',
  'propagateAllParentVariables',
]);

const ONLY_ONCE = new Set([
  'extensionElements',
  'conditionExpression',
  'completionCondition',
  'multiInstanceLoopCharacteristics',
  'standardLoopCharacteristics',
  'timeDuration',
  'timeDate',
  'timeCycle',
]);

interface Open {
  readonly id: string;
  readonly inside: Set<string>;
}

/** Checks the text of a file that is well-formed XML; each finding names the element or the nearest one around it. */
export function checkMarkup(xml: string, report: Report): void {
  const path: Open[] = [{ id: '', inside: new Set() }];
  for (const [, closing, name, attributes = '', empty] of xml.matchAll(MARKUP)) {
    if (name === undefined) continue;
    if (closing !== '') {
      path.pop();
      continue;
    }
    const around = path.at(-1);
    const local = name.slice(name.indexOf(':') + 1);
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? around?.id ?? '';
    if (ONLY_ONCE.has(local) && around?.inside.has(local)) report.add('markup.twice', id, { what: local });
    around?.inside.add(local);
    checkTruths(attributes, id, report);
    if (empty === '') path.push({ id, inside: new Set() });
  }
}

function checkTruths(attributes: string, at: string, report: Report): void {
  for (const [, name = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = double ?? single ?? '';
    if (TRUTHS.has(name) && value !== 'true' && value !== 'false') report.add('markup.boolean', at, { what: value });
  }
}
