import { type DiagramElement, kindOf } from '../diagram/kinds.js';

/** A line of the outline: what the element is, what it is called, where it leads to. */
export interface OutlineEntry {
  readonly id: string;
  readonly word: string;
  readonly name: string;
  /** Names of what follows. */
  readonly next: readonly string[];
  readonly level: number;
}

interface Placed extends DiagramElement {
  readonly x?: number;
  readonly y?: number;
  readonly parent?: DiagramElement;
  readonly outgoing?: readonly {
    readonly target?: DiagramElement;
    readonly businessObject: { readonly name?: string };
  }[];
}

const STEP = /(Task|Gateway|Event|SubProcess)$/;

/**
 * The model as an indented list, from left to right as it is read, what lies in a sub-process right below it: a diagram
 * for those who do not see it.
 */
export function outline(elements: readonly DiagramElement[]): OutlineEntry[] {
  const steps = (elements as readonly Placed[])
    .filter(({ type }) => STEP.test(type))
    .sort((a, b) => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0));
  const within = (parent: string | null, level: number): OutlineEntry[] =>
    steps
      .filter((step) => containerOf(step) === parent)
      .flatMap((step) => [entryOf(step, level), ...within(step.id, level + 1)]);
  return within(null, 0);
}

/** Id of the sub-process around a step; lanes and pools do not count. */
function containerOf({ parent }: Placed): string | null {
  return parent && /SubProcess$/.test(parent.type) ? parent.id : null;
}

function entryOf(step: Placed, level: number): OutlineEntry {
  return {
    id: step.id,
    word: wordOf(step),
    name: nameOf(step),
    level,
    next: (step.outgoing ?? []).flatMap(({ target, businessObject }) =>
      target ? [businessObject.name ? `${businessObject.name}: ${nameOf(target)}` : nameOf(target)] : [],
    ),
  };
}

function nameOf(element: DiagramElement): string {
  return element.businessObject.name || element.id;
}

function wordOf(element: DiagramElement): string {
  const kind = kindOf(element.businessObject);
  if (kind === 'person') return $localize`:@@step.aufgabe:Aufgabe`;
  if (kind === 'sign') return $localize`:@@step.sign:Zeichnung`;
  if (kind === 'frist') return $localize`:@@step.frist:Frist`;
  const words: Readonly<Record<string, string>> = {
    'bpmn:StartEvent': $localize`:@@step.start:Beginn`,
    'bpmn:EndEvent': $localize`:@@step.ende:Ende`,
    'bpmn:ExclusiveGateway': $localize`:@@step.entweder:Entweder – oder`,
    'bpmn:ParallelGateway': $localize`:@@step.gleichzeitig:Gleichzeitig`,
    'bpmn:ServiceTask': $localize`:@@step.systemschritt:Systemschritt`,
    'bpmn:SubProcess': $localize`:@@step.subProcess:Teilablauf`,
    'bpmn:BoundaryEvent': $localize`:@@step.boundary:Ereignis am Rand`,
  };
  return words[element.type] ?? element.type.replace('bpmn:', '');
}
