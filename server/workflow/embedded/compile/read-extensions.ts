import type { Mapping } from '../model.js';
import { extensionOf, extensionsOf, idOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import { readValue } from './read-expression.js';
import type { Report } from './report.js';

/**
 * Reports every Zeebe extension that the element may not carry: what the engine ignored in silence would mislead.
 * Extensions of other vendors never had an effect and only get a warning.
 */
export function checkExtensions(node: ModdleElement, allowed: readonly string[], report: Report): void {
  for (const extension of extensionsOf(node)) {
    const [prefix = ''] = extension.$type.split(':');
    if (extension.$type === 'zeebe:UserTask') report.add('userTask.zeebe', idOf(node));
    else if (prefix !== 'zeebe') report.add('extension.foreign', idOf(node), { what: extension.$type }, 'warning');
    else if (!allowed.includes(extension.$type) && !harmless.includes(extension.$type)) {
      report.add('extension.unsupported', idOf(node), { what: extension.$type });
    }
  }
}

// Properties and version tags only describe.
const harmless = ['zeebe:Properties', 'zeebe:VersionTag'];

export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
}

export function readMappings(node: ModdleElement, report: Report): Mappings {
  const mapping = extensionOf(node, 'zeebe:IoMapping');
  const at = idOf(node);
  for (const output of nodesOf(mapping, 'outputParameters')) checkOutput(output, at, report);
  const read = (parameters: string) =>
    nodesOf(mapping, parameters).flatMap((parameter) => readMapping(parameter, at, report));
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
}

// An input may be fixed text; an output without `=` is nearly always a forgotten one, and Zeebe refuses it.
function checkOutput(parameter: ModdleElement, at: string, report: Report): void {
  const source = textOf(parameter, 'source');
  if (source?.startsWith('=') === false) report.add('expression.static', at, { what: source });
}

function readMapping(parameter: ModdleElement, at: string, report: Report): Mapping[] {
  const target = textOf(parameter, 'target');
  const value = textOf(parameter, 'source');
  const what = 'zeebe:ioMapping';
  if (target === undefined) report.add('extension.incomplete', at, { what, field: 'target' });
  if (value === undefined) report.add('extension.incomplete', at, { what, field: 'source' });
  if (target !== undefined && !isVariablePath(target)) report.add('mapping.target', at, { what: target });
  const source = readValue(value, at, report);
  return target === undefined || source === null ? [] : [{ source, target: target.split('.') }];
}

/** A variable name without signs that FEEL would read as an operator; `a.b` writes into a context. */
export function isVariablePath(target: string): boolean {
  return target.split('.').every(isVariableName);
}

export function isVariableName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== '__proto__';
}
