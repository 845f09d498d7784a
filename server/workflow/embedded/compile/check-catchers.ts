import type { Element, EventDefinition } from '../model.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/** Of two that catch the same at one place nobody could say which one is meant. Timers may be many. */
export function checkCatchers(elements: Elements, report: Report): void {
  for (const element of elements.values()) {
    checkPlace(element.boundaryIds, elements, report);
    checkPlace(element.container?.eventSubProcesses.map(({ startId }) => startId) ?? [], elements, report);
    checkReceiving(element, elements, report);
  }
}

function checkPlace(eventIds: readonly string[], elements: Elements, report: Report): void {
  const caught = new Set<string>();
  for (const id of eventIds) {
    const event = elements.get(id)?.event ?? null;
    const what = subjectOf(event);
    if (event === null || what === null) continue;
    if (caught.has(`${event.kind} ${what}`)) report.add('event.duplicate', id, { what });
    caught.add(`${event.kind} ${what}`);
  }
}

// Names are compared as they are written: what an expression will give is not known yet.
function subjectOf(event: EventDefinition | null): string | null {
  if (event?.kind === 'error' || event?.kind === 'escalation') return event.code ?? '*';
  return event?.kind === 'message' || event?.kind === 'signal' ? event.name.source : null;
}

/** A receive task waits for its message itself: an event at it would never get it. */
function checkReceiving({ kind, event, boundaryIds }: Element, elements: Elements, report: Report): void {
  if (kind.bpmnType !== 'bpmn:ReceiveTask' || event?.kind !== 'message') return;
  for (const id of boundaryIds) {
    const other = elements.get(id)?.event;
    if (other?.kind === 'message' && other.name.source === event.name.source) {
      report.add('event.duplicate', id, { what: event.name.source });
    }
  }
}
