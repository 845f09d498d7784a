import type { ElementKind } from './elements/element-kind.js';
import type { Expression } from './feel/feel.js';
import type { JsonObject } from './json.js';

/** A compiled BPMN process: immutable, cheap to keep, shared by all its instances. */
export interface Model {
  readonly processId: string;
  readonly name: string;
  readonly elements: ReadonlyMap<string, Element>;
  /** Start events that a message triggers, each with the name of its message. */
  readonly messageStarts: readonly { readonly elementId: string; readonly messageName: string }[];
  /** Start events that a signal triggers: each of them starts an instance. */
  readonly signalStarts: readonly { readonly elementId: string; readonly signalName: string }[];
}

export interface Element {
  readonly id: string;
  readonly name: string;
  readonly kind: ElementKind;
  /** Id of the process or sub-process that contains it; null for the process itself. */
  readonly containerId: string | null;
  readonly incoming: readonly string[];
  /** In the order in which tokens take them: reverse document order, as Zeebe does (engine.md, section 8). */
  readonly outgoing: readonly Flow[];
  readonly defaultFlowId: string | null;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly boundaryIds: readonly string[];
  readonly multiInstance: MultiInstance | null;
  readonly event: EventDefinition | null;
  /** Whether the event ends what it interrupts; only boundary events and starts of event sub-processes. */
  readonly interrupts: 'interrupting' | 'non-interrupting';
  readonly attachedToId: string | null;
  readonly job: JobDefinition | null;
  readonly script: Script | null;
  readonly decision: CalledDecision | null;
  readonly call: CalledProcess | null;
  readonly listeners: Listeners;
  /** `compensation`: outside the flow, called only to undo another activity. */
  readonly purpose: 'flow' | 'compensation';
  /** Who undoes this activity after it was completed. */
  readonly compensatedBy: { readonly boundaryId: string; readonly handlerId: string } | null;
  readonly container: Container | null;
}

export interface Flow {
  readonly id: string;
  readonly targetId: string;
  readonly condition: Expression | null;
}

export interface Container {
  /** The start event without a trigger; null where only a message starts the process. */
  readonly startId: string | null;
  readonly eventSubProcesses: readonly { readonly id: string; readonly startId: string }[];
}

/** `source` is evaluated and written to the variable at `target` (more than one part: into a context). */
export interface Mapping {
  readonly source: Expression;
  readonly target: readonly string[];
}

export interface JobDefinition {
  readonly kind: 'service' | 'user';
  readonly type: Expression;
  readonly retries: Expression;
  /** Fixed texts of the model, e.g. `lm:frist`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly assignee: Expression | null;
  readonly candidateGroups: Expression | null;
  readonly candidateUsers: Expression | null;
  readonly dueDate: Expression | null;
  readonly followUpDate: Expression | null;
  /** The form that the model carries for this task, as form-js schema. */
  readonly form: JsonObject | null;
}

/** An expression that the engine evaluates itself; its value becomes a variable. */
export interface Script {
  readonly expression: Expression;
  readonly resultVariable: string;
}

export interface CalledDecision {
  readonly decisionId: Expression;
  /** The id where the model fixes it; a deployment can then say whether it is there. */
  readonly fixedId: string | null;
  readonly resultVariable: string;
}

export interface CalledProcess {
  readonly processId: Expression;
  /** The id where the model fixes it: then the version is pinned at deployment. */
  readonly fixedId: string | null;
  /** `all`: variables of the called process come back by themselves; `mapped`: only through output mappings. */
  readonly childVariables: 'all' | 'mapped';
  /** `all`: it sees what the call activity sees; `local`: only the inputs of the call activity. */
  readonly parentVariables: 'all' | 'local';
}

/** Jobs before and after the work of an element. */
export interface Listeners {
  readonly start: readonly Listener[];
  readonly end: readonly Listener[];
}

export interface Listener {
  readonly type: Expression;
  readonly retries: Expression;
}

export interface MultiInstance {
  readonly order: 'parallel' | 'sequential';
  readonly inputCollection: Expression;
  readonly inputElement: string | null;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  readonly completionCondition: Expression | null;
}

/** The code of an error or an escalation. */
export interface Code {
  /** What is caught; null catches everything. */
  readonly code: string | null;
  /** What is thrown, perhaps computed; null where the event catches. */
  readonly thrown: Expression | null;
}

export type EventDefinition =
  | { readonly kind: 'message'; readonly name: Expression; readonly correlationKey: Expression | null }
  | { readonly kind: 'timer'; readonly timer: 'duration' | 'date' | 'cycle'; readonly value: Expression }
  | ({ readonly kind: 'error' } & Code)
  | { readonly kind: 'signal'; readonly name: Expression }
  | ({ readonly kind: 'escalation' } & Code)
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'terminate' }
  /** `activityId` null undoes everything in the scope; it names nothing at the boundary of an activity. */
  | { readonly kind: 'compensation'; readonly activityId: string | null };

/** The element with an id that the model itself named. An unknown one is a bug or a state of another model. */
export function elementOf(model: Model, id: string): Element {
  const element = model.elements.get(id);
  if (element === undefined) throw new Error(`The model ${model.processId} has no element ${id}`);
  return element;
}
