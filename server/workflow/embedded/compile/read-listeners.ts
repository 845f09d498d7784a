import type { Listener, Listeners } from '../model.js';
import { extensionOf, idOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import { constantText, readValue } from './read-expression.js';
import type { Report } from './report.js';

/** Reads the execution listeners of a service task. Zeebe 8.5 knows them nowhere else. */
export function readListeners(node: ModdleElement, report: Report): Listeners {
  const listeners = nodesOf(extensionOf(node, 'zeebe:ExecutionListeners'), 'listeners');
  const at = (eventType: 'start' | 'end') =>
    listeners
      .filter((listener) => listener.get('eventType') === eventType)
      .flatMap((listener) => readListener(listener, idOf(node), report));
  for (const listener of listeners) checkListener(listener, idOf(node), report);
  return { start: at('start'), end: at('end') };
}

export const NO_LISTENERS: Listeners = { start: [], end: [] };

function readListener(listener: ModdleElement, at: string, report: Report): Listener[] {
  const text = textOf(listener, 'type');
  if (text === undefined) {
    report.add('extension.incomplete', at, { what: 'zeebe:executionListener', field: 'type' });
    return [];
  }
  const type = text.startsWith('=') ? readValue(text, at, report) : constantText(text);
  const retries = readValue(textOf(listener, 'retries') ?? '3', at, report);
  return type === null || retries === null ? [] : [{ type, retries }];
}

// Headers of listeners come with a later Zeebe; 8.5 gives the worker none and says nothing.
function checkListener(listener: ModdleElement, at: string, report: Report): void {
  const what = 'zeebe:executionListener';
  const eventType = listener.get('eventType');
  if (eventType !== 'start' && eventType !== 'end')
    report.add('extension.incomplete', at, { what, field: 'eventType' });
  if (listener.get('headers') !== undefined) report.add('extension.unsupported', at, { what: `${what} headers` });
}
