import type { Mapping } from '../model.js';
import { extensionOf, extensionsOf, idOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import { readOnlyFeel, readValue } from './read-expression.js';
import type { Report } from './report.js';

/**
 * Reports every Zeebe extension that the element may not carry: what the engine ignored in silence would mislead.
 * Extensions of other vendors never had an effect and only get a warning.
 *
 * @param at the element that the findings name, where the node itself has no id
 */
export function checkExtensions(
  node: ModdleElement,
  allowed: readonly string[],
  report: Report,
  at = idOf(node),
): void {
  const types = extensionsOf(node).map(({ $type }) => $type);
  for (const what of new Set(types.filter((type, index) => types.indexOf(type) < index && isSingle(type)))) {
    report.add('extension.twice', at, { what });
  }
  for (const extension of extensionsOf(node)) {
    const [prefix = ''] = extension.$type.split(':');
    if (extension.$type === 'zeebe:UserTask') report.add('userTask.zeebe', at);
    else if (prefix !== 'zeebe') report.add('extension.foreign', at, { what: extension.$type }, 'warning');
    else if (!allowed.includes(extension.$type) && !harmless.includes(extension.$type)) {
      report.add('extension.unsupported', at, { what: extension.$type });
    }
  }
}

// Two of them would leave open which one counts. The forms of a process are told apart by their ids.
function isSingle(type: string): boolean {
  return type.startsWith('zeebe:') && type !== 'zeebe:UserTaskForm';
}

// Properties and version tags only describe.
const harmless = ['zeebe:Properties', 'zeebe:VersionTag'];

export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
}

export function readMappings(node: ModdleElement, report: Report): Mappings {
  const mapping = extensionOf(node, 'zeebe:IoMapping');
  const read = (parameters: string, source: typeof readValue) =>
    nodesOf(mapping, parameters).flatMap((parameter) => readMapping(parameter, source, idOf(node), report));
  // An input may be fixed text.
  return { inputs: read('inputParameters', readValue), outputs: read('outputParameters', readOnlyFeel) };
}

function readMapping(parameter: ModdleElement, read: typeof readValue, at: string, report: Report): Mapping[] {
  const target = textOf(parameter, 'target');
  const value = textOf(parameter, 'source');
  const what = 'zeebe:ioMapping';
  if (target === undefined) report.add('extension.incomplete', at, { what, field: 'target' });
  if (value === undefined) report.add('extension.incomplete', at, { what, field: 'source' });
  if (target !== undefined && !isVariablePath(target)) report.add('mapping.target', at, { what: target });
  const source = read(value, at, report);
  return target === undefined || source === null ? [] : [{ source, target: target.split('.') }];
}

/** A variable name without signs that FEEL would read as an operator; `a.b` writes into a context. */
export function isVariablePath(target: string): boolean {
  return target.split('.').every(isVariableName);
}

export function isVariableName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !RESERVED.has(name);
}

/** Words of FEEL that no expression could read as a variable; the last one would change the prototype of an object. */
const RESERVED = new Set('null true false function if then else for between instance of __proto__'.split(' '));
