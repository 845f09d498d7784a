import type { Compilation, Compiler } from './compile.js';
import { unsupported } from './problem.js';
import { typeTest, type TypeTest } from './types.js';
import type { Node } from './tree.js';
import { isContext, isFunction, isList, isRange, type FeelValue } from './values.js';

export const typeNodes: Readonly<Record<string, Compiler>> = {
  InstanceOfExpression: (node, compilation) => {
    const [value, type] = node.children;
    if (value === undefined || type === undefined) throw unsupported(node.text);
    const [evaluated, belongs] = [compilation.node(value), compileType(type, compilation)];
    return (scope) => {
      const tested = evaluated(scope);
      return tested !== null && belongs(tested);
    };
  },
};

/** The test whether a value belongs to a type as it is written: `number`, `list<string>`, `context<a: number>`. */
export function compileType(node: Node, compilation: Compilation): TypeTest {
  const inner = node.children[0];
  // Zeebe knows no types of entries; the model would deploy here and not there.
  if (compilation.dialect === 'zeebe' && node.text.includes('<')) throw unsupported(node.text);
  switch (node.name) {
    case 'Type':
      if (inner === undefined) break;
      return compileType(inner, compilation);
    case 'QualifiedName':
    case 'SpecialType': {
      const name = node.label || node.text;
      const test = compilation.types.get(name) ?? typeTest(name);
      if (test === undefined) break;
      return test;
    }
    case 'ListType': {
      if (inner === undefined) break;
      const entry = orNull(compileType(inner, compilation));
      if (node.text.startsWith('range')) return (value) => isRange(value) && entry(value.from ?? value.to ?? null);
      return (value) => isList(value) && value.every(entry);
    }
    case 'ContextType':
      return contextTest(node, compilation);
    case 'FunctionType': {
      // What a function takes and gives is only known when it is called.
      const count = inner?.name === 'ArgumentTypes' ? inner.children.length : 0;
      return (value) => isFunction(value) && value.parameters.length === count;
    }
  }
  throw unsupported(node.text);
}

function contextTest(node: Node, compilation: Compilation): TypeTest {
  const entries = (node.children[0]?.children ?? []).map(({ children: [name, type], text }) => {
    if (name === undefined || type === undefined) throw unsupported(text);
    return { name: name.label, belongs: orNull(compileType(type, compilation)) };
  });
  return (value) =>
    isContext(value) && entries.every(({ name, belongs }) => value.has(name) && belongs(value.get(name) ?? null));
}

function orNull(test: TypeTest): TypeTest {
  return (value: FeelValue) => value === null || test(value);
}
