import ts from 'typescript';
import type { RepositoryFile } from './repository.js';

export interface TestName {
  /** Names of the describe blocks and of the test, joined by ` › `. */
  readonly name: string;
  readonly place: string;
}

/** Names of all tests in a file, as far as they are written out; names with a place for data (`%s`) are left out. */
export function testNames({ path, text }: RepositoryFile): TestName[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: TestName[] = [];
  const visit = (node: ts.Node, outer: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? testCall(node) : null;
    const names = call ? [...outer, call.name] : outer;
    if (call?.kind === 'test' && !/%[a-z#]|\$\w/i.test(names.join())) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ name: names.join(' › '), place: `${path}:${line + 1}` });
    }
    node.forEachChild((child) => visit(child, names));
  };
  visit(source, []);
  return found;
}

/** Understands `it('…')`, `it.each(…)('…')`, `describe.skip('…')` and the like. */
function testCall(call: ts.CallExpression): { kind: 'test' | 'group'; name: string } | null {
  const [first] = call.arguments;
  if (!first || !ts.isStringLiteralLike(first)) return null;
  const callee = calledName(call.expression);
  if (callee === 'it' || callee === 'test') return { kind: 'test', name: first.text };
  return /^describe/.test(callee) ? { kind: 'group', name: first.text } : null;
}

function calledName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)) {
    return calledName(expression.expression);
  }
  return '';
}
