import { idOf, nodeOf, nodesOf, textOf, type ModdleElement } from '../compile/moddle.js';
import type { FeelNames } from '../feel/feel.js';
import type { FeelValue } from '../feel/values.js';
import { readBox } from './boxed/index.js';
import { readFunction } from './boxed/functions.js';
import { checking, type Reading } from './boxed/reading.js';
import type { Decision, Drg, Evaluation, Frame, InputData, Knowledge, Logic } from './decision-model.js';
import type { Dialect } from '../feel/dialect.js';
import type { DecisionReport } from './finding-texts.js';
import { keyOf, referredTo, requiredBy, type DmnFile, type DrgNode, type Files } from './read-files.js';
import { frameFor, serviceFunction } from './evaluation.js';
import { ANY, namesBelow, type Type } from './types.js';

/** Reads the elements of all files; each once. Requirements have no cycles when this is called. */
export function createDrgReader({ nodes }: Files, dialect: Dialect, report: DecisionReport) {
  const made = new Map<string, Drg>();
  return { read };

  function read(key: string): Drg | undefined {
    const known = made.get(key);
    if (known !== undefined) return known;
    const found = nodes.get(key);
    const element = found === undefined ? undefined : readElement(found);
    if (element !== undefined) made.set(key, element);
    return element;
  }

  function readElement(drg: DrgNode): Drg | undefined {
    switch (drg.node.$type) {
      case 'dmn:Decision':
        return readDecision(drg);
      case 'dmn:InputData':
        return readInput(drg);
      case 'dmn:BusinessKnowledgeModel':
        return readKnowledge(drg);
      case 'dmn:DecisionService':
        return readService(drg);
      default:
        return undefined;
    }
  }

  function readDecision(drg: DrgNode): Decision {
    const { node } = drg;
    const { bindings, reading } = readScope(drg);
    const expression = nodeOf(node, 'decisionLogic');
    if (expression === undefined && dialect === 'zeebe') report.add('dmn.noLogic', idOf(node));
    const type = variableType(node, reading);
    const logic: Logic =
      expression === undefined ? () => null : checking(readBox(expression, reading, readBox), type, reading);
    return { kind: 'decision', ...namesOf(node), type, logic, bindings };
  }

  function readInput({ node, file }: DrgNode): InputData {
    const { id, variable } = namesOf(node);
    return { kind: 'input', id, namespace: file.namespace, variable, type: variableType(node, outermost(node, file)) };
  }

  function readKnowledge(drg: DrgNode): Knowledge {
    const { node } = drg;
    const { id, variable } = namesOf(node);
    const { bindings, reading } = readScope(drg);
    const logic = nodeOf(node, 'encapsulatedLogic');
    if (logic === undefined) report.add('dmn.noLogic', id);
    // Its own name is visible in its body: functions may call themselves.
    const inner: Reading = { ...reading, names: { ...reading.names, [variable]: null } };
    const define = logic === undefined ? () => null : readFunction(logic, inner, readBox);
    const functionIn = (evaluation: Evaluation): FeelValue => {
      const frame = frameFor(evaluation, bindings);
      const recursive: Frame = { ...frame, lookup: (name) => (name === variable ? made : frame.lookup(name)) };
      const made = define(recursive);
      return made;
    };
    return { kind: 'knowledge', id, variable, functionIn };
  }

  function readService({ node, file }: DrgNode): Drg {
    const elements = (property: string) =>
      nodesOf(node, property).flatMap((reference) => read(referredTo(reference, file)) ?? []);
    const inputs = [...elements('inputData'), ...elements('inputDecision')];
    const type = variableType(node, outermost(node, file));
    return {
      kind: 'service',
      ...namesOf(node),
      type,
      parameters: inputs.filter((element) => element.kind === 'input' || element.kind === 'decision'),
      outputs: elements('outputDecision').filter((element) => element.kind === 'decision'),
    };
  }

  function namesOf(node: ModdleElement) {
    const [id, name] = [keyOf(node), textOf(node, 'name')];
    if (name === undefined) report.add('dmn.noName', id, { what: node.$type });
    // Without a variable others see it by its name, and on Zeebe by its id (measured).
    const unnamed = dialect === 'zeebe' ? id : (name ?? id);
    return { id, name: name ?? id, variable: textOf(nodeOf(node, 'variable'), 'name') ?? unnamed };
  }

  /** What the element requires, as names that its expressions see. */
  function readScope(drg: DrgNode) {
    const { node, file } = drg;
    const bindings = new Map<string, (evaluation: Evaluation) => FeelValue | undefined>();
    const imported = new Map<string, Map<string, (evaluation: Evaluation) => FeelValue | undefined>>();
    const names: Record<string, FeelNames | null> = {};
    for (const key of requiredBy(drg)) {
      const element = read(key);
      if (element === undefined) continue;
      const from = importName(key, file);
      const below = 'type' in element ? namesBelow(element.type) : null;
      if (from === '') {
        bindings.set(element.variable, bindingOf(element));
        names[element.variable] = below;
      } else {
        const others = imported.get(from) ?? new Map<string, (evaluation: Evaluation) => FeelValue | undefined>();
        imported.set(from, others.set(element.variable, bindingOf(element)));
        names[from] = { ...names[from], [element.variable]: below };
      }
    }
    for (const [from, others] of imported) {
      bindings.set(from, (evaluation) => {
        return new Map([...others].map(([name, value]) => [name, value(evaluation) ?? null] as const));
      });
    }
    return { bindings, reading: { ...outermost(node, file), names } };
  }

  function outermost(node: ModdleElement, file: DmnFile): Reading {
    const typeNamed: Reading['typeNamed'] = (name, at) => file.types.named(name, at);
    return { report, dialect, names: {}, at: idOf(node), types: file.types.tests, typeNamed };
  }
}

function variableType(node: ModdleElement, { typeNamed, at }: Reading): Type {
  const reference = textOf(nodeOf(node, 'variable'), 'typeRef');
  return reference === undefined ? ANY : typeNamed(reference, at);
}

function importName(key: string, file: DmnFile): string {
  const namespace = key.slice(0, key.lastIndexOf('#'));
  return namespace === file.namespace ? '' : (file.importNames.get(namespace) ?? '');
}

function bindingOf(element: Drg): (evaluation: Evaluation) => FeelValue | undefined {
  switch (element.kind) {
    case 'decision':
      return (evaluation) => evaluation.valueOf(element);
    case 'input':
      return (evaluation) => evaluation.inputOf(element);
    case 'knowledge':
      return (evaluation) => element.functionIn(evaluation);
    case 'service':
      return (evaluation) => serviceFunction(element, evaluation);
  }
}
