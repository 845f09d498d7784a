import { nodeOf, nodesOf, textOf, type ModdleElement } from '../../compile/moddle.js';
import { isFunction, type FeelFunction, type FeelValue } from '../../feel/values.js';
import { accepts, functionOf, withNames, type Frame } from '../decision-model.js';
import { coerced, conforms, wrongType, type Type } from '../types.js';
import { coercing, knowing, within, type ReadBox, type Reading } from './reading.js';

/** A function as a value. Java and PMML would run what nobody here has checked: refused by name. */
export const functionDefinition: ReadBox = (node, reading, read) => {
  const define = readFunction(node, reading, read);
  return (frame) => define(frame);
};

/** Reads a function definition: parameters with their types and a body that sees them. */
export function readFunction(
  node: ModdleElement,
  outer: Reading,
  read: ReadBox,
): (frame: Frame) => FeelFunction | null {
  const reading = within(outer, node);
  const { at, dialect } = reading;
  const kind = textOf(node, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    reading.report.add('dmn.external', at, { what: kind }, dialect === 'dmn' ? 'warning' : 'error');
    return () => null;
  }
  const parameters = nodesOf(node, 'formalParameter').map((parameter) => ({
    name: textOf(parameter, 'name') ?? '',
    type: reading.typeNamed(textOf(parameter, 'typeRef'), at),
  }));
  const body = nodeOf(node, 'body');
  if (body === undefined) return () => functionOf(parameters, () => null);
  const types: Readonly<Record<string, Type>> = Object.fromEntries(parameters.map(({ name, type }) => [name, type]));
  const resultType = reading.typeNamed(textOf(node, 'typeRef'), at);
  const logic = coercing(read(body, knowing(reading, types), read), resultType, reading);
  return (frame) =>
    functionOf(parameters, (given) =>
      frame.evaluation.nested(() => {
        const values = new Map<string, FeelValue>();
        for (const [index, { name, type }] of parameters.entries()) {
          const value = given[index] ?? null;
          const argument = dialect === 'dmn' ? coerced(value, type) : conforms(value, type) ? value : undefined;
          // As with every function of FEEL: what does not fit gives null, and an invocation says so.
          if (argument === undefined) return null;
          values.set(name, argument);
        }
        return logic(withNames(frame, values));
      }),
    );
}

/** A call of a function with named parameters, each given by a boxed expression. */
export const invocation: ReadBox = (node, reading, read) => {
  const called = nodeOf(node, 'calledFunction');
  const bindings = nodesOf(node, 'binding').map((binding) => {
    const formula = nodeOf(binding, 'bindingFormula');
    return {
      name: textOf(nodeOf(binding, 'parameter'), 'name') ?? '',
      logic: formula === undefined ? () => null : read(formula, reading, read),
    };
  });
  if (called === undefined) {
    reading.report.add('dmn.noLogic', reading.at);
    return () => null;
  }
  const callee = read(called, reading, read);
  return (frame) => {
    const invoked = callee(frame);
    if (!isFunction(invoked)) return frame.evaluation.fail(reading.at, notAFunction);
    const given = new Map(bindings.map(({ name, logic }) => [name, logic(frame)]));
    if ([...given.keys()].some((name) => !invoked.parameters.includes(name))) {
      return frame.evaluation.fail(reading.at, unknownParameter);
    }
    const values = invoked.parameters.map((name) => given.get(name) ?? null);
    if (!accepts(invoked, values)) return frame.evaluation.fail(reading.at, wrongType);
    return invoked.call(values);
  };
};

const notAFunction = { de: 'Aufgerufen wird, was keine Funktion ist.', en: 'What is called is not a function.' };
const unknownParameter = {
  de: 'Die aufgerufene Funktion hat nicht diese Angaben.',
  en: 'The called function does not have these parameters.',
};
