import { nodeOf, nodesOf, textOf, type ModdleElement } from '../compile/moddle.js';
import { isFeelProblem, parseUnaryTests } from '../feel/feel.js';
import type { TypeTest } from '../feel/types.js';
import type { FeelType } from '../feel/values.js';

import type { Dialect } from '../feel/dialect.js';
import type { DecisionReport } from './finding-texts.js';
import { ANY, conforms, type Type } from './types.js';

/** Types by name: the ones of the language, those that the file defines, and those of imported files. */
export interface TypeTable {
  /** The defined types as FEEL asks for them (`x instance of tBetrag`). */
  readonly tests: ReadonlyMap<string, TypeTest>;
  named(name: string | undefined, at: string): Type;
}

const simple: Readonly<Record<string, FeelType>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  context: 'context',
  list: 'list',
  function: 'function',
};

/** Names that Zeebe 8.5.8 knows, measured: values are held against these and no others. */
const checkedByZeebe = new Set([
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'dateTime',
  'dayTimeDuration',
  'yearMonthDuration',
]);
/** Types of Camunda's modeler that mean nothing more than a number. */
const numeric = new Set(['integer', 'long', 'double']);

/**
 * Reads the item definitions of a file.
 *
 * @param imported tables of the imported files by the name of the import
 */
export function readTypes(
  definitions: ModdleElement,
  report: DecisionReport,
  dialect: Dialect,
  imported: ReadonlyMap<string, () => TypeTable | undefined>,
): TypeTable {
  const nodes = new Map(nodesOf(definitions, 'itemDefinition').map((node) => [textOf(node, 'name') ?? '', node]));
  const made = new Map<string, Type>();
  const testOf =
    (name: string, node: ModdleElement): TypeTest =>
    (value) =>
      conforms(value, definitionOf(name, node));
  return { named, tests: new Map([...nodes].map(([name, node]) => [name, testOf(name, node)])) };

  /** Zeebe holds values against few types; the others still say which names lie below a value. */
  function named(reference: string | undefined, at: string): Type {
    const type = typeOfName(reference, at);
    return dialect === 'dmn' || type === ANY || (type.kind === 'simple' && checkedByZeebe.has(reference?.trim() ?? ''))
      ? type
      : { kind: 'unchecked', of: type };
  }

  function typeOfName(reference: string | undefined, at: string): Type {
    const name = reference?.trim().replace(/^feel:/, '');
    if (name === undefined || name === 'Any' || name === '') return ANY;
    const node = nodes.get(name);
    if (node !== undefined) return { kind: 'named', name, definition: () => definitionOf(name, node) };
    const known = numeric.has(name) ? 'number' : simple[name];
    if (known !== undefined) return { kind: 'simple', name: known };
    const dot = name.indexOf('.');
    const other = dot < 0 ? undefined : imported.get(name.slice(0, dot))?.();
    if (other !== undefined) return other.named(name.slice(dot + 1), at);
    report.add('dmn.type', at, { what: name }, 'warning');
    return ANY;
  }

  function definitionOf(name: string, node: ModdleElement): Type {
    const known = made.get(name);
    if (known !== undefined) return known;
    // A definition that is nothing but itself says nothing; this also ends the search for it.
    made.set(name, ANY);
    const type = readItem(node, name);
    made.set(name, type);
    return type;
  }

  function readItem(node: ModdleElement, at: string): Type {
    const components = nodesOf(node, 'itemComponent');
    const base: Type =
      nodeOf(node, 'functionItem') !== undefined
        ? { kind: 'function' }
        : components.length > 0
          ? {
              kind: 'context',
              entries: new Map(components.map((part) => [textOf(part, 'name') ?? '', readItem(part, at)])),
            }
          : typeOfName(textOf(node, 'typeRef'), at);
    const item = restricted(base, textOf(nodeOf(node, 'allowedValues'), 'text'), at);
    const whole: Type = node.get('isCollection') === true ? { kind: 'list', of: item } : item;
    return restricted(whole, textOf(nodeOf(node, 'typeConstraint'), 'text'), at);
  }

  function restricted(type: Type, text: string | undefined, at: string): Type {
    if (text === undefined) return type;
    const allowed = parseUnaryTests(text, {}, { dialect });
    if (!isFeelProblem(allowed)) return { kind: 'restricted', of: type, allowed };
    const values = { source: text, cause: allowed.de, causeEn: allowed.en };
    report.add('dmn.feel', at, values, dialect === 'dmn' ? 'warning' : 'error');
    return type;
  }
}
