import type { Element } from '../model.js';
import type { Report } from './report.js';

/** Checks that every link leads to one place, and that nothing else does. */
export function checkLinks(elements: ReadonlyMap<string, Element>, report: Report): void {
  const links = [...elements.values()].flatMap((element) =>
    element.event?.kind === 'link' ? [{ element, name: element.event.name, catches: isCatching(element) }] : [],
  );
  for (const { element, name, catches } of links) {
    const { id, containerId, incoming, outgoing } = element;
    const others = links.filter(
      (other) => other.name === name && other.element.containerId === containerId && other.catches !== catches,
    );
    const same = links.filter(
      (other) => other.name === name && other.element.containerId === containerId && other.catches,
    );
    if (!catches && others.length !== 1) report.add('link.target', id, { what: name });
    if (catches && same.length > 1) report.add('link.target', id, { what: name });
    if (catches && others.length === 0) report.add('link.unused', id, { what: name });
    if (catches && incoming.length > 0) report.add('flow.misplaced', id, { what: 'eingehenden', whatEn: 'incoming' });
    if (!catches && outgoing.length > 0) report.add('flow.misplaced', id, { what: 'ausgehenden', whatEn: 'outgoing' });
  }
}

function isCatching({ kind }: Element): boolean {
  return kind.bpmnType === 'bpmn:IntermediateCatchEvent';
}
