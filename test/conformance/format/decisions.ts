import { escaped, tableOf, type TableOptions } from '../../../server/workflow/embedded/dmn/dmn.testing.js';

/** A DMN file as a modeler of DMN 1.3 writes it; its decisions have `CASE` in their ids. */
export function decisions(...elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="CASE-drg" name="CASE" namespace="http://example.org/case">${elements.join('')}</definitions>
`;
}

/** A decision table. `requires` names other decisions of the file. */
export function table(name: string, options: TableOptions, requires: readonly string[] = []): string {
  return decision(name, tableOf(name, options), requires);
}

/** A decision with one FEEL expression. */
export function literal(name: string, text: string, requires: readonly string[] = []): string {
  return decision(
    name,
    `<literalExpression id="${name}_text"><text>${escaped(text)}</text></literalExpression>`,
    requires,
  );
}

/** A decision around any boxed expression. */
export function decision(name: string, box: string, requires: readonly string[] = []): string {
  const required = requires.map(
    (other) =>
      `<informationRequirement id="${name}_${other}"><requiredDecision href="#CASE-${other}" /></informationRequirement>`,
  );
  return `<decision id="CASE-${name}" name="${name}"><variable id="${name}_variable" name="${name}" />${required.join('')}${box}</decision>`;
}

/** A boxed FEEL expression. */
export function text(id: string, feel: string): string {
  return `<literalExpression id="${id}"><text>${escaped(feel)}</text></literalExpression>`;
}
