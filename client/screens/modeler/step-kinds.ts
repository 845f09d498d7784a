import type { IconName } from '../../ui/icon/icons.js';

/** A tile of the palette: exactly the elements that the engine runs, in plain words. */
export interface StepTile {
  readonly name: string;
  readonly label: string;
  /** What the step does, where its name does not say it. */
  readonly note?: string;
  readonly icon: IconName;
  /** Class that gives the tile the colours that the step has in the diagram. */
  readonly look: 'person' | 'sign' | 'frist' | 'event' | 'plain';
  readonly section: string;
  readonly shape: StepShape;
}

/** What the diagram library has to create. */
export interface StepShape {
  readonly type: string;
  readonly eventDefinitionType?: string;
  /** Task headers of the element: they tell the inbox what kind of Aufgabe it is. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** The work of a service task, and what it gives to the process. */
  readonly job?: {
    readonly type: string;
    readonly retries: string;
    readonly outputs: readonly { readonly source: string; readonly target: string }[];
  };
}

const steps = $localize`:@@modeler.steps:Schritte`;
const events = $localize`:@@modeler.events:Ereignisse`;
const branches = $localize`:@@modeler.branches:Verzweigung`;

export const STEP_TILES: readonly StepTile[] = [
  {
    name: 'aufgabe',
    label: $localize`:@@step.aufgabe:Aufgabe`,
    icon: 'edit-note',
    look: 'person',
    section: steps,
    shape: { type: 'bpmn:UserTask', headers: { 'lm:art': 'bearbeitung' } },
  },
  {
    name: 'mitzeichnung',
    label: $localize`:@@step.mitzeichnung:Mitzeichnung`,
    icon: 'group',
    look: 'sign',
    section: steps,
    shape: { type: 'bpmn:UserTask', headers: { 'lm:art': 'mitzeichnung' } },
  },
  {
    name: 'schlusszeichnung',
    label: $localize`:@@step.schlusszeichnung:Schlusszeichnung`,
    icon: 'signature',
    look: 'sign',
    section: steps,
    shape: { type: 'bpmn:UserTask', headers: { 'lm:art': 'schlusszeichnung' } },
  },
  {
    name: 'systemschritt',
    label: $localize`:@@step.systemschritt:Systemschritt`,
    icon: 'rule',
    look: 'plain',
    section: steps,
    shape: { type: 'bpmn:ServiceTask' },
  },
  {
    name: 'eingang',
    label: $localize`:@@step.eingang:Eingang`,
    icon: 'mark-email-unread',
    look: 'event',
    section: events,
    shape: { type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' },
  },
  {
    name: 'frist',
    label: $localize`:@@step.frist:Frist`,
    icon: 'timer',
    look: 'frist',
    section: events,
    shape: { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  },
  {
    name: 'ende',
    label: $localize`:@@step.ende:Ende`,
    icon: 'stop-circle',
    look: 'event',
    section: events,
    shape: { type: 'bpmn:EndEvent' },
  },
  {
    name: 'entweder',
    label: $localize`:@@step.entweder:Entweder – oder`,
    icon: 'call-split',
    look: 'plain',
    section: branches,
    shape: { type: 'bpmn:ExclusiveGateway' },
  },
  {
    name: 'gleichzeitig',
    label: $localize`:@@step.gleichzeitig:Gleichzeitig`,
    icon: 'add',
    look: 'plain',
    section: branches,
    shape: { type: 'bpmn:ParallelGateway' },
  },
];
