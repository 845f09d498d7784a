import { nodeOf, nodesOf, textOf } from '../../compile/moddle.js';
import type { FeelValue } from '../../feel/values.js';
import { withNames, type Logic } from '../decision-model.js';
import { coercing, knowing, within, type ReadBox } from './reading.js';

/** A context: later entries see the earlier ones; an entry without a name is the outcome of the whole. */
export const context: ReadBox = (node, reading, read) => {
  let visible = reading;
  const entries: { name: string | undefined; logic: Logic }[] = [];
  for (const entry of nodesOf(node, 'contextEntry')) {
    const variable = nodeOf(entry, 'variable');
    const value = nodeOf(entry, 'value');
    const name = textOf(variable, 'name');
    const type = reading.typeNamed(textOf(variable, 'typeRef') ?? textOf(value, 'typeRef'), reading.at);
    const inner = within(visible, entry);
    const logic: Logic = value === undefined ? () => null : read(value, inner, read);
    entries.push({ name, logic: coercing(logic, type, inner) });
    if (name !== undefined) visible = knowing(visible, { [name]: type });
  }
  return (frame) => {
    const result = new Map<string, FeelValue>();
    const inner = withNames(frame, result);
    for (const { name, logic } of entries) {
      if (name === undefined) return logic(inner);
      result.set(name, logic(inner));
    }
    return result;
  };
};

/** A list of boxed expressions. */
export const list: ReadBox = (node, reading, read) => {
  const elements = nodesOf(node, 'elements').map((element) => read(element, reading, read));
  return (frame) => elements.map((element) => element(frame));
};

/** A relation: a list of contexts with the same entries, written as a table. */
export const relation: ReadBox = (node, reading, read) => {
  const names = nodesOf(node, 'column').map((column) => textOf(column, 'name') ?? '');
  const rows = nodesOf(node, 'row').map((row) =>
    nodesOf(row, 'elements').map((element) => read(element, within(reading, row), read)),
  );
  return (frame) =>
    rows.map((row) => new Map(names.map((name, column) => [name, row[column]?.(frame) ?? null] as const)));
};
