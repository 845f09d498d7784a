import type { Compiler } from './compile.js';
import { compileType } from './compile-types.js';
import { unsupported } from './problem.js';
import { inside, spend } from './scope.js';
import { coerced } from './types.js';
import type { FeelFunction } from './values.js';

export const functionNodes: Readonly<Record<string, Compiler>> = {
  // The function sees the names around its definition. What it is called with must belong to the types it declares.
  FunctionDefinition: (node, compilation) => {
    const body = node.children.find(({ name }) => name === 'FunctionBody')?.children[0];
    if (body === undefined || node.words.includes('external')) throw unsupported(node.text);
    const declared = node.children.find(({ name }) => name === 'FormalParameters')?.children ?? [];
    const parameters = declared.map(({ children: [name, type], text }) => {
      if (name === undefined) throw unsupported(text);
      return { name: name.label, belongs: type === undefined ? null : compileType(type, compilation) };
    });
    const names = parameters.map(({ name }) => name);
    const result = compilation.inside(names).node(body);
    return (scope): FeelFunction => ({
      kind: 'function',
      parameters: names,
      call: (given) => {
        spend(scope, 1);
        const bound = parameters.map(({ name, belongs }, index) => {
          const value = given[index] ?? null;
          return [name, belongs === null ? value : coerced(value, belongs)] as const;
        });
        return result(inside(scope, new Map(bound)));
      },
    });
  },
};
