import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { LanguageCode } from '../../live/language.js';
import { markKinds, type DiagramElement } from '../diagram/kinds.js';
import { showReadable, showWhole } from '../diagram/readable.js';
import { DIAGRAM_LOOK } from '../diagram/look.js';
import type { EditorServices } from './editor-services.js';
import { onlyWhatRuns } from './only-what-runs.js';
import { addStep, dragStep } from './add-step.js';
import type { StepShape } from './step-kinds.js';
import { translateModule } from './translate.js';

/** The diagram editor as the screen uses it. */
export interface Editor {
  open(xml: string): Promise<void>;
  /** The model as it stands, formatted: the bytes that are checked and deployed. */
  xml(): Promise<string>;
  onChange(listener: () => void): void;
  onSelect(listener: (id: string | null) => void): void;
  select(id: string): void;
  add(step: StepShape): void;
  drag(step: StepShape, event: MouseEvent): void;
  undo(): void;
  redo(): void;
  zoom(step: 'in' | 'out' | 'fit' | 'none'): number;
  elements(): DiagramElement[];
  mark(findings: readonly FindingMark[]): void;
  destroy(): void;
}

export interface FindingMark {
  readonly elementId: string;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

const ZOOM_STEP = 1.2;

/** Builds the editor with the Zeebe properties panel. This file carries the whole diagram library: import it lazily. */
export function createEditor(container: HTMLElement, panel: HTMLElement, language: LanguageCode): Editor {
  const modeler = new BpmnModeler({
    container,
    propertiesPanel: { parent: panel },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      ZeebeBehaviorsModule,
      onlyWhatRuns,
      translateModule(language),
    ],
    moddleExtensions: { zeebe },
    ...DIAGRAM_LOOK,
  });
  const get = <Name extends keyof EditorServices>(name: Name) => modeler.get<EditorServices[Name]>(name);
  return {
    async open(xml) {
      // Text is measured when it is drawn: without the font the labels would wrap at other places.
      await document.fonts.load('13px "Fira Sans"');
      await modeler.importXML(xml);
      markKinds(modeler);
      showReadable(get('canvas'));
    },
    async xml() {
      return (await modeler.saveXML({ format: true })).xml ?? '';
    },
    onChange: (listener) =>
      modeler.on('commandStack.changed', () => {
        markKinds(modeler);
        listener();
      }),
    onSelect: (listener) =>
      modeler.on('selection.changed', ({ newSelection }: { newSelection: DiagramElement[] }) =>
        listener(newSelection.length === 1 ? (newSelection[0]?.id ?? null) : null),
      ),
    select: (id) => {
      const element = get('elementRegistry').get(id);
      if (!element) return;
      get('selection').select(element);
      get('canvas').scrollToElement(id);
    },
    add: (step) => addStep(get, step),
    drag: (step, event) => dragStep(get, step, event),
    undo: () => get('commandStack').undo(),
    redo: () => get('commandStack').redo(),
    zoom: (step) => {
      const canvas = get('canvas');
      if (step === 'none') return canvas.zoom();
      if (step === 'fit') return showWhole(canvas);
      return canvas.zoom(
        Math.min(4, Math.max(0.2, canvas.zoom() * (step === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP))),
        'auto',
      );
    },
    elements: () => get('elementRegistry').filter((element) => !element.labelTarget),
    mark: (findings) => mark(get, findings),
    destroy: () => modeler.destroy(),
  };
}

function mark(
  get: <Name extends keyof EditorServices>(name: Name) => EditorServices[Name],
  findings: readonly FindingMark[],
): void {
  const overlays = get('overlays');
  overlays.remove({ type: 'finding' });
  for (const { elementId, severity, text } of findings) {
    if (!get('elementRegistry').get(elementId)) continue;
    const disc = document.createElement('span');
    disc.className = `finding ${severity}`;
    disc.textContent = '!';
    disc.title = text;
    overlays.add(elementId, 'finding', { position: { top: -10, right: 10 }, html: disc, scale: false });
  }
}
