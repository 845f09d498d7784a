/** What a list needs to know of a model: what its elements are called and how they follow each other. */
export interface ModelText {
  /** Name of each element that has one, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** Elements that a token can be put on, in the order of the file. */
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  readonly flows: readonly SequenceFlow[];
  /** Parallel gateways: a token that arrives waits there for the others. */
  readonly joins: ReadonlySet<string>;
  /** Activities that run several times, in a frame of their own. */
  readonly loops: ReadonlySet<string>;
}

export interface SequenceFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
// No start events, which begin an instance, and no boundary events, which belong to their activity.
const STEP = /(^t|T)ask$|Gateway$|^(end|intermediate\w+)Event$|^subProcess$|^callActivity$/;

/**
 * Reads names and flows, without the diagram library: lists must not wait for it, and not need it.
 * @param xml BPMN 2.0; what is no XML has no names
 * @param processId the process to read, of those that the file has
 */
export function readText(xml: string, processId: string): ModelText {
  const processes = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS(BPMN, 'process');
  const process = [...processes].find((candidate) => idOf(candidate) === processId);
  const elements = process ? [process, ...process.getElementsByTagNameNS(BPMN, '*')] : [];
  const names = new Map(
    elements.flatMap((element) => {
      const name = element.getAttribute('name')?.replace(/\s+/g, ' ').trim();
      return name ? [[idOf(element), name]] : [];
    }),
  );
  const called = (localName: string) => elements.filter((element) => element.localName === localName);
  return {
    names,
    steps: elements
      .filter(({ localName }) => STEP.test(localName))
      .map((element) => ({ id: idOf(element), name: names.get(idOf(element)) ?? idOf(element) })),
    flows: called('sequenceFlow').map((flow) => ({
      id: idOf(flow),
      source: flow.getAttribute('sourceRef') ?? '',
      target: flow.getAttribute('targetRef') ?? '',
    })),
    joins: new Set(called('parallelGateway').map(idOf)),
    loops: new Set(
      called('multiInstanceLoopCharacteristics').flatMap(({ parentElement }) =>
        parentElement ? [idOf(parentElement)] : [],
      ),
    ),
  };
}

function idOf(element: Element): string {
  return element.getAttribute('id') ?? '';
}
