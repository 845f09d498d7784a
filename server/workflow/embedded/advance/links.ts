import type { ElementInstance } from '../state.js';
import { elementAt, type Run } from './run.js';
import { putToken } from './tokens.js';

/** The token goes on at the catching event of the same name in its scope. */
export function followLink(run: Run, name: string, scope: ElementInstance): void {
  const scopeId = elementAt(run, scope).id;
  for (const element of run.model.elements.values()) {
    const { containerId, kind, event } = element;
    const catches = kind.bpmnType === 'bpmn:IntermediateCatchEvent' && event?.kind === 'link' && event.name === name;
    if (catches && containerId === scopeId) return void putToken(run, element, scope);
  }
}
