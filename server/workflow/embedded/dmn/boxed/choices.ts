import { nodeOf, textOf, type ModdleElement } from '../../compile/moddle.js';
import { asList, isContext, type FeelValue } from '../../feel/values.js';
import { withNames, type Frame, type Logic } from '../decision-model.js';
import { ANY } from '../types.js';
import { knowing, type ReadBox, type Reading } from './reading.js';

/** Boxed if, filter and loops of DMN 1.4: they mean what the FEEL expressions of the same name mean. */
export const conditional: ReadBox = (node, reading, read) => {
  const [condition, consequence, alternative] = ['if', 'then', 'else'].map((part) => child(node, part, reading, read));
  return (frame) => {
    const met = condition?.(frame) ?? null;
    if (met !== null && typeof met !== 'boolean') return frame.evaluation.fail(reading.at, notBoolean);
    return (met === true ? consequence : alternative)?.(frame) ?? null;
  };
};

export const filter: ReadBox = (node, reading, read) => {
  const source = child(node, 'in', reading, read);
  const matches = child(node, 'match', knowing(reading, { item: ANY }), read);
  return (frame) => {
    const items = listOf(source, frame);
    const matched = items?.map((item) => matches(itemFrame(frame, item))) ?? [];
    if (matched.some((met) => typeof met !== 'boolean')) return frame.evaluation.fail(reading.at, notBoolean);
    return items?.filter((_, index) => matched[index] === true) ?? null;
  };
};

export const forLoop: ReadBox = (node, reading, read) => {
  const { source, name } = iteration(node, reading, read);
  const body = child(node, 'return', knowing(reading, { [name]: ANY, partial: ANY }), read);
  return (frame) => {
    const items = listOf(source, frame);
    if (items === null) return null;
    const results: FeelValue[] = [];
    for (const item of items) {
      const inner = withNames(frame, new Map([[name, item]]));
      // Copied only for who asks for it: for every item it would cost the square of the length.
      const lookup: Frame['lookup'] = (asked) => (asked === 'partial' ? [...results] : inner.lookup(asked));
      results.push(body({ ...inner, lookup }));
    }
    return results;
  };
};

const notBoolean = {
  de: 'Die Bedingung ist weder wahr noch falsch.',
  en: 'The condition is neither true nor false.',
};

export const some: ReadBox = (node, reading, read) => quantified(node, reading, read, true);
export const every: ReadBox = (node, reading, read) => quantified(node, reading, read, false);

function quantified(node: ModdleElement, reading: Reading, read: ReadBox, decisive: boolean): Logic {
  const { source, name } = iteration(node, reading, read);
  const satisfied = child(node, 'satisfies', knowing(reading, { [name]: ANY }), read);
  return (frame) => {
    const results = listOf(source, frame)?.map((item) => satisfied(withNames(frame, new Map([[name, item]]))));
    if (results === undefined) return null;
    if (results.some((result) => typeof result !== 'boolean')) return frame.evaluation.fail(reading.at, notBoolean);
    return results.includes(decisive) ? decisive : !decisive;
  };
}

function iteration(node: ModdleElement, reading: Reading, read: ReadBox) {
  const name = textOf(node, 'iteratorVariable') ?? '';
  if (name === '') reading.report.add('dmn.noName', reading.at, { what: 'iteratorVariable' });
  return { source: child(node, 'in', reading, read), name };
}

function child(node: ModdleElement, part: string, reading: Reading, read: ReadBox): Logic {
  const value = nodeOf(nodeOf(node, part), 'value');
  if (value !== undefined) return read(value, reading, read);
  reading.report.add('dmn.noLogic', reading.at);
  return () => null;
}

function listOf(source: Logic, frame: Frame): readonly FeelValue[] | null {
  const value = source(frame);
  const items = value === null ? null : asList(value);
  frame.evaluation.spend(items?.length ?? 0);
  return items;
}

function itemFrame(frame: Frame, item: FeelValue): Frame {
  const names = new Map<string, FeelValue>(item !== null && isContext(item) ? item : []);
  return withNames(frame, names.set('item', item));
}
