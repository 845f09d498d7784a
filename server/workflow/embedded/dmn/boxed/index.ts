import { textOf } from '../../compile/moddle.js';
import { decisionTable } from '../table/decision-table.js';
import { conditional, every, filter, forLoop, some } from './choices.js';
import { context, list, relation } from './collections.js';
import { functionDefinition, invocation } from './functions.js';
import { literalExpression } from './literal.js';
import { coercing, within, type ReadBox } from './reading.js';

const boxes: Readonly<Record<string, ReadBox>> = {
  'dmn:LiteralExpression': literalExpression,
  'dmn:DecisionTable': decisionTable,
  'dmn:Context': context,
  'dmn:List': list,
  'dmn:Relation': relation,
  'dmn:FunctionDefinition': functionDefinition,
  'dmn:Invocation': invocation,
  'dmn:Conditional': conditional,
  'dmn:Filter': filter,
  'dmn:For': forLoop,
  'dmn:Some': some,
  'dmn:Every': every,
};

/** Reads any boxed expression and everything inside it; its declared type holds for the outcome. */
export const readBox: ReadBox = (node, outer, read) => {
  const reading = within(outer, node);
  const box = boxes[node.$type];
  if (box === undefined) {
    reading.report.add('dmn.content', reading.at, { cause: node.$type });
    return () => null;
  }
  // The type of a function definition is the type of what the function gives.
  if (node.$type === 'dmn:FunctionDefinition') return box(node, reading, read);
  return coercing(box(node, reading, read), reading.typeNamed(textOf(node, 'typeRef'), reading.at), reading);
};
