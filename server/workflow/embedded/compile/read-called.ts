import type { CalledDecision, CalledProcess, Script } from '../model.js';
import { extensionOf, extensionsOf, idOf, textOf, type ModdleElement } from './moddle.js';
import { constantText, readFeel, readValue } from './read-expression.js';
import { isVariableName } from './read-extensions.js';
import type { Report } from './report.js';

/** An expression of the model that the engine evaluates itself. */
export function readScript(node: ModdleElement, report: Report): Script | null {
  const what = 'zeebe:script';
  const script = extensionOf(node, 'zeebe:Script');
  const at = idOf(node);
  const text = textOf(script, 'expression');
  const resultVariable = readResultVariable(script, what, at, report);
  if (text === undefined) report.add('extension.incomplete', at, { what, field: 'expression' });
  else if (!text.startsWith('=')) report.add('expression.static', at, { what: text });
  else {
    const expression = readFeel(text, at, report);
    if (expression !== null && resultVariable !== null) return { expression, resultVariable };
  }
  return null;
}

/** A decision that the engine evaluates itself. */
export function readCalledDecision(node: ModdleElement, report: Report): CalledDecision | null {
  const what = 'zeebe:calledDecision';
  const called = extensionOf(node, 'zeebe:CalledDecision');
  const id = readId(called, 'decisionId', what, idOf(node), report);
  const resultVariable = readResultVariable(called, what, idOf(node), report);
  return id === null || resultVariable === null
    ? null
    : { decisionId: id.expression, fixedId: id.fixed, resultVariable };
}

/** The process that a call activity asks for. */
export function readCalledProcess(node: ModdleElement, report: Report): CalledProcess | null {
  const what = 'zeebe:calledElement';
  const at = idOf(node);
  const called = extensionOf(node, 'zeebe:CalledElement');
  if (called === undefined) {
    report.add('call.missing', at);
    return null;
  }
  const id = readId(called, 'processId', what, at, report);
  if (id === null) return null;
  return {
    processId: id.expression,
    fixedId: id.fixed,
    childVariables: called.get('propagateAllChildVariables') === false ? 'mapped' : 'all',
    parentVariables: called.get('propagateAllParentVariables') === false ? 'local' : 'all',
  };
}

/** Two ways to do one task would leave open which of them counts: what the engine does itself has no job. */
export function checkNoJob(node: ModdleElement, report: Report): void {
  for (const { $type } of extensionsOf(node)) {
    if ($type === 'zeebe:TaskDefinition' || $type === 'zeebe:TaskHeaders') {
      report.add('extension.unsupported', idOf(node), { what: $type });
    }
  }
}

function readId(called: ModdleElement | undefined, field: string, what: string, at: string, report: Report) {
  // Attributes of later versions: this Zeebe passes over them in silence.
  for (const later of ['businessId', 'bindingType', 'versionTag']) {
    const value = textOf(called, later);
    if (value !== undefined && value !== 'latest') {
      report.add('extension.unsupported', at, { what: `${what} ${later}` });
    }
  }
  const text = textOf(called, field);
  if (text === undefined) {
    report.add('extension.incomplete', at, { what, field });
    return null;
  }
  if (!text.startsWith('=')) return { expression: constantText(text), fixed: text };
  const expression = readValue(text, at, report);
  return expression === null ? null : { expression, fixed: null };
}

function readResultVariable(node: ModdleElement | undefined, what: string, at: string, report: Report): string | null {
  const name = textOf(node, 'resultVariable');
  if (name === undefined) report.add('extension.incomplete', at, { what, field: 'resultVariable' });
  else if (!isVariableName(name)) report.add('mapping.target', at, { what: name });
  else return name;
  return null;
}
