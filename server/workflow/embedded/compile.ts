import type { Finding } from '../../contract/finding.js';
import { startTimers } from './advance/start-timers.js';
import { checkMarkup } from './compile/check-markup.js';
import { checkReachable } from './compile/check-reachable.js';
import { checkStructure } from './compile/check-structure.js';
import { idOf, nodesOf, textOf, type ModdleElement } from './compile/moddle.js';
import { parseXml } from './compile/parse-xml.js';
import { checkExtensions } from './compile/read-extensions.js';
import { readProcess } from './compile/read-process.js';
import { createReport, type Report } from './compile/report.js';
import type { Element, Model } from './model.js';

export type Compiled =
  | { readonly kind: 'compiled'; readonly models: readonly [Model, ...Model[]]; readonly warnings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * Compiles a BPMN file to models that `advance` can run, one for each executable process in it: references resolved, expressions parsed once, flows in the
 * order in which they are taken.
 *
 * @param xml the text of the file; anything may come, nothing makes it throw
 * @returns the models with warnings, or everything that stands against running it, each with element id and reason in
 *   German and English. Nothing is left out in silence.
 */
export async function compile(xml: string): Promise<Compiled> {
  const report = createReport();
  const definitions = await parseXml(xml, report);
  if (definitions !== undefined) checkMarkup(xml, report);
  const [first, ...others] = definitions === undefined ? [] : readModels(definitions, report);
  if (first === undefined || report.findings.some(({ severity }) => severity === 'error')) {
    return { kind: 'refused', findings: report.findings };
  }
  // Only now: what is wrong may be the reason why nothing leads on.
  for (const { elements } of [first, ...others]) checkReachable(elements, report);
  return { kind: 'compiled', models: [first, ...others], warnings: report.findings };
}

function readModels(definitions: ModdleElement, report: Report): Model[] {
  const roots = nodesOf(definitions, 'rootElements');
  for (const root of roots.filter(({ $type }) => REFERENCED.has($type))) checkRoot(root, report);
  const processes = roots.filter((root) => root.$type === 'bpmn:Process' && root.get('isExecutable') === true);
  if (processes.length === 0) report.add('process.none', '');
  return processes.map((process) => readModel(process, report));
}

function readModel(process: ModdleElement, report: Report): Model {
  const elements = readProcess(process, report);
  checkStructure(elements, report);
  const processId = idOf(process);
  if (processId === '') report.add('element.noId', '', { what: process.$type });
  const model = {
    processId,
    name: textOf(process, 'name') ?? processId,
    elements,
    ...readStarts(processId, elements, report),
  };
  // Any moment will do to find out whether the time of a start can be read.
  for (const { elementId } of startTimers(model, new Date(0)).problems) {
    report.add('event.timer', elementId, { what: sourceOf(elements.get(elementId)) });
  }
  return model;
}

function sourceOf(start: Element | undefined): string {
  return start?.event?.kind === 'timer' ? start.event.value.source : '';
}

/** What events refer to by id. */
const REFERENCED = new Set(['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation']);

function checkRoot(root: ModdleElement, report: Report): void {
  checkExtensions(root, root.$type === 'bpmn:Message' ? ['zeebe:Subscription'] : [], report);
  if (idOf(root) === '') report.add('element.noId', '', { what: root.$type });
}

function readStarts(processId: string, elements: ReadonlyMap<string, Element>, report: Report) {
  const starts = (wanted: 'message' | 'signal') =>
    [...elements.values()].flatMap(({ id, kind, containerId, event }) => {
      if (kind.bpmnType !== 'bpmn:StartEvent' || containerId !== processId || event?.kind !== wanted) return [];
      // There is no instance yet whose variables the name could come from.
      const { value } = event.name.evaluate({ now: new Date(0), lookup: () => undefined });
      if (typeof value === 'string') return [{ elementId: id, name: value }];
      report.add('event.incomplete', id, { what: `${wanted} name` });
      return [];
    });
  const [messages, signals] = [starts('message'), starts('signal')];
  for (const group of [messages, signals]) {
    for (const [index, { elementId, name }] of group.entries()) {
      const first = group.findIndex((other) => other.name === name);
      if (first < index) report.add('start.duplicateMessage', elementId, { what: name });
    }
  }
  return {
    messageStarts: messages.map(({ elementId, name }) => ({ elementId, messageName: name })),
    signalStarts: signals.map(({ elementId, name }) => ({ elementId, signalName: name })),
  };
}
