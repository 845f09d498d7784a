import { kindOf } from '../elements/index.js';
import type { ElementKind, Place } from '../elements/element-kind.js';
import { process as processKind } from '../elements/process.js';
import type { Container, Element, Flow } from '../model.js';
import { idOf, nodeOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import { readHandlers } from './read-compensation.js';
import { checkExtensions, readMappings } from './read-extensions.js';
import { readFeel } from './read-expression.js';
import { readForms } from './read-forms.js';
import { NO_LISTENERS } from './read-listeners.js';
import { readLoop } from './read-loop.js';
import type { Report } from './report.js';

/** Deeper nesting than this is no model of an office; the limit keeps hostile files from filling the stack. */
const DEEPEST = 20;

/** Reads a process with everything in it. What cannot run is reported and left out. */
export function readProcess(node: ModdleElement, report: Report): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  checkExtensions(node, processKind.extensions, report);
  const container = readContainer(node, { report, forms: readForms(node, report), container: 'process' }, 1, elements);
  elements.set(idOf(node), { ...plain(node, processKind, null), container });
  return elements;
}

function readContainer(node: ModdleElement, place: Place, depth: number, elements: Map<string, Element>): Container {
  const { report } = place;
  if (depth > DEEPEST) {
    report.add('nesting.tooDeep', idOf(node), { limit: DEEPEST });
    return { startId: null, eventSubProcesses: [] };
  }
  const children = nodesOf(node, 'flowElements').filter((child) => !isData(child));
  // Zeebe takes the flows of an element in reverse document order (engine.md, section 8).
  const flows = children.filter((child) => child.$type === 'bpmn:SequenceFlow').reverse();
  for (const flow of flows) checkFlow(flow, report);
  const siblings: Siblings = {
    incoming: groupedBy('targetRef', flows),
    outgoing: groupedBy('sourceRef', flows),
    boundaries: groupedBy('attachedToRef', children),
  };
  for (const child of children) {
    if (child.$type === 'bpmn:SequenceFlow') continue;
    const element = readElement(child, idOf(node), place, siblings);
    if (element === undefined) continue;
    const inner = isContainer(element.kind)
      ? readContainer(child, { ...place, container: typeOf(element.kind) }, depth + 1, elements)
      : null;
    elements.set(element.id, { ...element, container: inner });
  }
  readHandlers(node, elements, report);
  return containerOf(children, place.container, elements);
}

/** What belongs to an element, by that element: looking for it anew would take the square of the time. */
interface Siblings {
  readonly incoming: Grouped;
  readonly outgoing: Grouped;
  readonly boundaries: Grouped;
}

type Grouped = (node: ModdleElement) => readonly ModdleElement[];

function groupedBy(property: string, nodes: readonly ModdleElement[]): Grouped {
  const groups = new Map<ModdleElement | undefined, ModdleElement[]>();
  for (const node of nodes) {
    const key = nodeOf(node, property);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return (node) => groups.get(node) ?? [];
}

function readElement(node: ModdleElement, containerId: string, place: Place, siblings: Siblings): Element | undefined {
  const { report } = place;
  const kind = kindOf(typeName(node));
  if (kind === undefined) {
    report.add('element.unsupported', idOf(node), { what: node.$type });
    return undefined;
  }
  if (idOf(node) === '') {
    report.add('element.noId', containerId, { what: node.$type });
    return undefined;
  }
  checkExtensions(node, kind.extensions, report);
  checkListed(node, report);
  const multiInstance = readLoop(node, report);
  if (multiInstance !== null && kind.role !== 'activity') report.add('loop.unsupported', idOf(node));
  return {
    ...plain(node, kind, containerId),
    ...readMappings(node, report),
    incoming: siblings.incoming(node).map(idOf),
    outgoing: siblings.outgoing(node).map((flow) => readFlow(flow, report)),
    defaultFlowId: idOf(nodeOf(node, 'default')) || null,
    boundaryIds: siblings.boundaries(node).map(idOf),
    multiInstance,
    purpose: node.get('isForCompensation') === true ? 'compensation' : 'flow',
    ...kind.read?.(node, place),
  };
}

function checkFlow(flow: ModdleElement, report: Report): void {
  checkExtensions(flow, [], report);
  if (nodeOf(flow, 'sourceRef') === undefined || nodeOf(flow, 'targetRef') === undefined) {
    report.add('flow.broken', idOf(flow));
  }
}

// An element may list its flows; the flows themselves say where they belong to.
function checkListed(node: ModdleElement, report: Report): void {
  for (const [list, end] of [
    ['incoming', 'targetRef'],
    ['outgoing', 'sourceRef'],
  ] as const) {
    const foreign = nodesOf(node, list).filter((flow) => nodeOf(flow, end) !== node);
    for (const flow of foreign) report.add('flow.listed', idOf(node), { what: idOf(flow) });
  }
}

function readFlow(flow: ModdleElement, report: Report): Flow {
  const text = textOf(nodeOf(flow, 'conditionExpression'), 'body')?.trim();
  const condition = text?.startsWith('=') ? readFeel(text, idOf(flow), report) : null;
  if (text?.startsWith('=') === false) report.add('flow.conditionStatic', idOf(flow), { what: text });
  return { id: idOf(flow), targetId: idOf(nodeOf(flow, 'targetRef')), condition };
}

function plain(node: ModdleElement, kind: ElementKind, containerId: string | null): Element {
  return {
    id: idOf(node),
    name: textOf(node, 'name') ?? '',
    kind,
    containerId,
    incoming: [],
    outgoing: [],
    defaultFlowId: null,
    inputs: [],
    outputs: [],
    boundaryIds: [],
    multiInstance: null,
    event: null,
    interrupts: 'interrupting',
    attachedToId: null,
    job: null,
    script: null,
    decision: null,
    call: null,
    listeners: NO_LISTENERS,
    purpose: 'flow',
    compensatedBy: null,
    container: null,
  };
}

function containerOf(
  children: readonly ModdleElement[],
  type: Place['container'],
  elements: ReadonlyMap<string, Element>,
): Container {
  const own = children.map((child) => elements.get(idOf(child))).filter((element) => element !== undefined);
  const starts = own.filter(({ kind }) => kind.bpmnType === 'bpmn:StartEvent');
  const start = starts.find(({ event }) => type === 'eventSubProcess' || event === null);
  return {
    startId: start?.id ?? null,
    eventSubProcesses: own.flatMap(({ id, kind, container }) => {
      const startId = container?.startId ?? null;
      return kind.bpmnType === 'eventSubProcess' && startId !== null ? [{ id, startId }] : [];
    }),
  };
}

// The one BPMN type that is two: only the event that starts it tells them apart.
function typeName(node: ModdleElement): string {
  return node.$type === 'bpmn:SubProcess' && node.get('triggeredByEvent') === true ? 'eventSubProcess' : node.$type;
}

function isContainer({ bpmnType }: ElementKind): boolean {
  return bpmnType === 'bpmn:SubProcess' || bpmnType === 'eventSubProcess';
}

function typeOf({ bpmnType }: ElementKind): Place['container'] {
  return bpmnType === 'eventSubProcess' ? 'eventSubProcess' : 'subProcess';
}

// Data objects only document; annotations and groups are not flow elements at all.
function isData(node: ModdleElement): boolean {
  return node.$instanceOf('bpmn:DataObject') || node.$type.endsWith('Reference');
}
