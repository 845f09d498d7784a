import type { StationArt } from '../contract/laufweg-views.js';
import { processIdOf, stationIdsOf, type Shape } from './shape.js';

/** Header of the user tasks of a Laufweg; the projector knows them by it. */
export const STATION_HEADER = 'lm:laufweg';

const NAMES: Readonly<Record<StationArt, string>> = {
  mitzeichnung: 'Mitzeichnung',
  kenntnisnahme: 'Kenntnisnahme',
  schlusszeichnung: 'Schlusszeichnung',
};

/** A part of the process: where a token comes in and where it leaves. */
interface Part {
  readonly first: string;
  readonly last: string;
}

interface Draft {
  readonly elements: string[];
  readonly flows: string[];
  stations: number;
  groups: number;
}

/**
 * The process for Laufwege of one shape, for both engines. It begins by a message; who is asked comes along as the list
 * `stationen`, of which each user task takes its own. The same shape gives the same bytes.
 */
export function shapeBpmn(shape: Shape): string {
  const id = processIdOf(shape);
  const draft: Draft = { elements: [], flows: [], stations: 0, groups: 0 };
  const { first, last } = write(draft, shape);
  flow(draft, 'Beginn', first);
  flow(draft, last, 'Ende');
  const count = stationIdsOf(shape).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Laufweg" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <bpmn:process id="${id}" name="Laufweg (${count === 1 ? '1 Station' : `${count} Stationen`})" isExecutable="true">
    <bpmn:startEvent id="Beginn" name="In Umlauf gegeben"><bpmn:messageEventDefinition id="BeginnNachricht" messageRef="NachrichtBeginn" /></bpmn:startEvent>
${draft.elements.join('\n')}
    <bpmn:endEvent id="Ende" name="Umlauf beendet" />
${draft.flows.join('\n')}
  </bpmn:process>
  <bpmn:message id="NachrichtBeginn" name="${id}" />
</bpmn:definitions>
`;
}

function write(draft: Draft, shape: Shape): Part {
  if (shape.kind === 'station') return writeStation(draft, shape.art);
  return shape.kind === 'sequence' ? writeSequence(draft, shape.members) : writeParallel(draft, shape.members);
}

function writeStation(draft: Draft, art: StationArt): Part {
  const number = (draft.stations += 1);
  const id = `Station${number}`;
  draft.elements.push(
    `    <bpmn:userTask id="${id}" name="${number} ${NAMES[art]}"><bpmn:extensionElements><zeebe:taskHeaders><zeebe:header key="${STATION_HEADER}" value="station" /></zeebe:taskHeaders><zeebe:ioMapping><zeebe:input source="=stationen[${number}]" target="station" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>`,
  );
  return { first: id, last: id };
}

function writeSequence(draft: Draft, members: readonly Shape[]): Part {
  const parts = members.map((member) => write(draft, member));
  parts.slice(1).forEach(({ first }, index) => flow(draft, parts[index]?.last ?? '', first));
  return { first: parts[0]?.first ?? '', last: parts.at(-1)?.last ?? '' };
}

function writeParallel(draft: Draft, members: readonly Shape[]): Part {
  const number = (draft.groups += 1);
  const [fork, join] = [`Gruppe${number}`, `Gruppe${number}Ende`];
  draft.elements.push(`    <bpmn:parallelGateway id="${fork}" />`);
  const parts = members.map((member) => write(draft, member));
  draft.elements.push(`    <bpmn:parallelGateway id="${join}" />`);
  // Both engines take the flows of a gateway in reverse order: so the first station gets its Aufgabe first.
  for (const { first, last } of parts.toReversed()) {
    flow(draft, fork, first);
    flow(draft, last, join);
  }
  return { first: fork, last: join };
}

function flow(draft: Draft, from: string, to: string): void {
  const id = `f${draft.flows.length + 1}`;
  draft.flows.push(`    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`);
}
