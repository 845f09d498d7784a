export type StepKind = 'person' | 'sign' | 'frist' | 'event';

/** An element of a diagram, as far as it is read here. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly labelTarget?: unknown;
  readonly businessObject: BusinessObject;
}

export interface BusinessObject {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly eventDefinitions?: readonly { readonly $type: string }[];
  readonly extensionElements?: { readonly values?: readonly ExtensionElement[] };
  readonly loopCharacteristics?: unknown;
}

interface ExtensionElement {
  readonly $type: string;
  readonly values?: readonly { readonly key?: string; readonly value?: string }[];
}

interface Diagram {
  get(name: 'canvas'): { addMarker(id: string, marker: string): void };
  get(name: 'elementRegistry'): { forEach(visit: (element: DiagramElement) => void): void };
}

/** Colours the steps by what they are for people: task, sign-off, deadline, beginning and end. */
export function markKinds(diagram: Diagram): void {
  const canvas = diagram.get('canvas');
  const registry = diagram.get('elementRegistry');
  registry.forEach((element) => {
    const kind = element.labelTarget ? null : kindOf(element.businessObject);
    if (kind) canvas.addMarker(element.id, `kind-${kind}`);
  });
}

/** What a step is; null for system steps, gateways and flows. */
export function kindOf(step: BusinessObject): StepKind | null {
  if (step.$type === 'bpmn:UserTask') return isSignOff(step) ? 'sign' : 'person';
  if (step.eventDefinitions?.some(({ $type }) => $type === 'bpmn:TimerEventDefinition')) return 'frist';
  if (step.$type === 'bpmn:StartEvent' || step.$type === 'bpmn:EndEvent') return 'event';
  return null;
}

function isSignOff(step: BusinessObject): boolean {
  const headers = step.extensionElements?.values?.find(({ $type }) => $type === 'zeebe:TaskHeaders')?.values ?? [];
  const art = headers.find(({ key }) => key === 'lm:art')?.value;
  return art === 'mitzeichnung' || art === 'schlusszeichnung';
}
