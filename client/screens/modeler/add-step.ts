import type { DiagramElement } from '../diagram/kinds.js';
import type { EditorServices } from './editor-services.js';
import type { StepShape } from './step-kinds.js';

type Get = <Name extends keyof EditorServices>(name: Name) => EditorServices[Name];

/** Task as wide as the longest usual German word needs; the library's 100 px break „Schlusszeichnung“. */
const TASK_SIZE = { width: 124, height: 80 };

/**
 * Adds a step without a pointer: behind the selected element and joined to it, on its border for a Frist, else in the
 * middle of what is visible. The new step is selected, so that its properties can be filled in at once.
 */
export function addStep(get: Get, step: StepShape): void {
  const [selected] = get('selection').get();
  const shape = shapeOf(get, step);
  get('selection').select(place(get, step, shape, selected));
}

/** Starts dragging a new step from the palette. */
export function dragStep(get: Get, step: StepShape, event: MouseEvent): void {
  // While it is dragged a Frist belongs to no task yet; dropped on a task the library makes it a boundary event.
  const dragged = step.type === 'bpmn:BoundaryEvent' ? { ...step, type: 'bpmn:IntermediateCatchEvent' } : step;
  get('create').start(event, shapeOf(get, dragged));
}

function place(get: Get, step: StepShape, shape: DiagramElement, selected: DiagramElement | undefined): DiagramElement {
  if (selected && step.type === 'bpmn:BoundaryEvent' && /Task$/.test(selected.type)) {
    return get('modeling').createShape(shape, cornerOf(selected), selected, { attach: true });
  }
  if (selected && /Task|Gateway|Event$/.test(selected.type) && step.type !== 'bpmn:StartEvent') {
    return get('autoPlace').append(selected, shape);
  }
  const { x, y, width, height } = get('canvas').viewbox();
  return get('modeling').createShape(shape, { x: x + width / 2, y: y + height / 2 }, get('canvas').getRootElement());
}

function shapeOf(get: Get, step: StepShape): DiagramElement {
  const size = /Task$/.test(step.type) ? TASK_SIZE : {};
  const { type, eventDefinitionType, name } = step;
  const shape = get('elementFactory').createShape({
    type,
    ...size,
    ...(eventDefinitionType ? { eventDefinitionType } : {}),
  });
  const values = extensionsOf(get('moddle'), step);
  Object.assign(shape.businessObject, {
    ...(name ? { name } : {}),
    ...(values.length > 0 ? { extensionElements: get('moddle').create('bpmn:ExtensionElements', { values }) } : {}),
  });
  return shape;
}

function extensionsOf(moddle: EditorServices['moddle'], { headers, job }: StepShape): unknown[] {
  const extensions: unknown[] = [];
  if (headers) {
    const values = Object.entries(headers).map(([key, value]) => moddle.create('zeebe:Header', { key, value }));
    extensions.push(moddle.create('zeebe:TaskHeaders', { values }));
  }
  if (job) {
    extensions.push(moddle.create('zeebe:TaskDefinition', { type: job.type, retries: job.retries }));
    const outputParameters = job.outputs.map((output) => moddle.create('zeebe:Output', output));
    if (outputParameters.length > 0) extensions.push(moddle.create('zeebe:IoMapping', { outputParameters }));
  }
  return extensions;
}

function cornerOf(task: DiagramElement): { x: number; y: number } {
  const { x, y, width, height } = task as DiagramElement & { x: number; y: number; width: number; height: number };
  return { x: x + width / 2, y: y + height };
}
