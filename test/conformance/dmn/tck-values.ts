import { equals } from '../../../server/workflow/embedded/feel/compare.js';
import { isFeelProblem, parseFeel } from '../../../server/workflow/embedded/feel/feel.js';
import { Decimal, isContext, isList, isNumber, type FeelValue } from '../../../server/workflow/embedded/feel/values.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

const functions: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  duration: 'duration',
};

/** A value of the TCK: `value`, `list` or `component`s below the given node. */
export function valueIn(node: XmlNode): FeelValue {
  const [list] = childrenOf(node, 'list');
  if (list !== undefined) return list.attributes['nil'] === 'true' ? null : childrenOf(list, 'item').map(valueIn);
  const components = childrenOf(node, 'component');
  if (components.length > 0) {
    return new Map(components.map((part) => [part.attributes['name'] ?? '', valueIn(part)] as const));
  }
  const [value] = childrenOf(node, 'value');
  return value === undefined || value.attributes['nil'] === 'true' ? null : simple(value);
}

function simple({ text, attributes }: XmlNode): FeelValue {
  const type = (attributes['type'] ?? 'xsd:string').replace(/^.*:/, '');
  if (type === 'decimal' || type === 'double' || type === 'integer') return new Decimal(text.trim());
  if (type === 'boolean') return text.trim() === 'true';
  const called = functions[type];
  if (called === undefined) return text;
  const expression = parseFeel(`${called}(${JSON.stringify(text.trim())})`);
  if (isFeelProblem(expression)) throw new Error(expression.en);
  return expression.evaluate({ now: new Date(0), lookup: () => undefined }).value;
}

/**
 * Whether a result is what the TCK expects. Whole numbers and decimals of up to seven places must be equal. Where it
 * gives more places they come from divisions, roots and powers calculated with doubles, and differ from the exact value
 * in the eleventh place already: there 1e-8 is allowed, as in the runner of the TCK itself.
 */
export function isExpected(actual: FeelValue, expected: FeelValue): boolean {
  if (actual !== null && expected !== null) {
    if (isNumber(actual) && isNumber(expected)) return isNear(actual, expected);
    if (isList(actual) && isList(expected)) {
      return actual.length === expected.length && actual.every((entry, at) => isExpected(entry, expected[at] ?? null));
    }
    if (isContext(actual) && isContext(expected)) {
      return (
        actual.size === expected.size &&
        [...expected].every(([name, entry]) => actual.has(name) && isExpected(actual.get(name) ?? null, entry))
      );
    }
  }
  return equals(actual, expected, 'dmn') === true;
}

function isNear(actual: Decimal, expected: Decimal): boolean {
  return expected.decimalPlaces() < 8 ? actual.equals(expected) : actual.minus(expected).abs().lessThan(1e-8);
}
