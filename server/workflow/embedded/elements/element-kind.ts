import type { Run } from '../advance/run.js';
import type { ModdleElement } from '../compile/moddle.js';
import type { Forms } from '../compile/read-forms.js';
import type { Report } from '../compile/report.js';
import type { Element, Flow } from '../model.js';
import type { ElementInstance } from '../state.js';

/**
 * One kind of BPMN element: what a model may say about it and what a token does there. The folder is the rule book,
 * one file per kind; a further element is a further file and a line in `index.ts`.
 */
export interface ElementKind {
  readonly bpmnType: string;
  /** Zeebe extensions that have an effect on it. Any other is refused. */
  readonly extensions: readonly string[];
  /** An activity can be repeated (multi-instance) and carry boundary events. */
  readonly role: 'activity' | 'event' | 'gateway' | 'scope';
  readonly flows: 'both' | 'outgoing only' | 'incoming only' | 'none';
  /** Reads what is special about the kind; what is missing or impossible goes to the report. */
  readonly read?: (node: ModdleElement, place: Place) => Partial<ReadAspects>;
  /** A token has entered and its inputs are mapped. Ends with `complete`, or waits. Without it the token leaves at once. */
  readonly execute?: (run: Run, instance: ElementInstance, element: Element) => void;
  /** Where there is nothing to do the token leaves at once: in the same step, before any other token moves. */
  readonly passes?: (run: Run, instance: ElementInstance, element: Element) => 'at once' | 'no';
  /** Collects tokens instead of being entered by each of them. */
  readonly arrive?: (run: Run, element: Element, scope: ElementInstance, flowId: string) => void;
  /** The token is about to leave, its variables are written. */
  readonly beforeLeaving?: (run: Run, instance: ElementInstance, scope: ElementInstance) => void;
  /** The token has left and is not there any more; its flows are still to be taken. */
  readonly afterLeaving?: (run: Run, element: Element, scope: ElementInstance) => void;
  /** Which flows are taken; without it all are. */
  readonly choose?: (run: Run, instance: ElementInstance, element: Element) => readonly Flow[];
}

export type ReadAspects = Pick<
  Element,
  'event' | 'interrupts' | 'attachedToId' | 'job' | 'script' | 'decision' | 'call' | 'listeners'
>;

export interface Place {
  readonly report: Report;
  /** Forms that the process carries, by id. */
  readonly forms: Forms;
  readonly container: 'process' | 'subProcess' | 'eventSubProcess';
}
