/** A piece of a model: an element, a sequence flow, or text that stands after them (associations). */
export type Part = Node | Flow | string;

export interface Node {
  readonly tag: string;
  readonly id: string;
  readonly attributes: string;
  readonly extensions: readonly string[];
  /** Loop characteristics, event definitions. */
  readonly inner: string;
  readonly parts: readonly Part[];
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly condition: string | null;
}

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A BPMN file with one executable process. `CASE` is its id unless it is called by another one. */
export function process(parts: readonly Part[], roots: readonly string[] = [], id = 'CASE'): string {
  return file(roots.join('') + processOf(id, parts));
}

/** One of several processes of a file. */
export function processOf(id: string, parts: readonly Part[]): string {
  return `<bpmn:process id="${id}" isExecutable="true">${rendered(parts)}</bpmn:process>`;
}

export function file(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">${content}</bpmn:definitions>\n`;
}

export function node(tag: string, id: string, more: Partial<Omit<Node, 'tag' | 'id'>> = {}): Node {
  return { tag, id, attributes: '', extensions: [], inner: '', parts: [], ...more };
}

/** `flow('x', 'a', '=n > 1')`; its id is `x-a`. */
export function flow(from: string, to: string, condition: string | null = null): Flow {
  return { from, to, condition };
}

/** `path('start a end')` connects the elements in this order. */
export function path(ids: string): Flow[] {
  const list = ids.split(' ');
  return list.slice(1).map((to, index) => flow(list[index] ?? '', to));
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function rendered(parts: readonly Part[]): string {
  const flows = parts.filter((part): part is Flow => typeof part !== 'string' && 'from' in part);
  const nodes = parts.filter((part): part is Node => typeof part !== 'string' && 'tag' in part);
  const texts = parts.filter((part) => typeof part === 'string');
  return [...nodes.map((one) => element(one, flows)), ...flows.map(sequenceFlow), ...texts].join('');
}

// The order inside an element is fixed by the schema of BPMN, and Zeebe insists on it.
function element({ tag, id, attributes, extensions, inner, parts }: Node, flows: readonly Flow[]): string {
  const ends = [
    ...flows.filter(({ to }) => to === id).map((one) => `<bpmn:incoming>${idOf(one)}</bpmn:incoming>`),
    ...flows.filter(({ from }) => from === id).map((one) => `<bpmn:outgoing>${idOf(one)}</bpmn:outgoing>`),
  ];
  const extension =
    extensions.length === 0 ? '' : `<bpmn:extensionElements>${merged(extensions)}</bpmn:extensionElements>`;
  return `<bpmn:${tag} id="${id}"${attributes === '' ? '' : ` ${attributes}`}>${extension}${ends.join('')}${inner}${rendered(parts)}</bpmn:${tag}>`;
}

// Several mappings or headers make one element each.
function merged(extensions: readonly string[]): string {
  const mappings = extensions.filter((text) => /^<zeebe:(in|out)put /.test(text));
  const headers = extensions.filter((text) => text.startsWith('<zeebe:header '));
  const others = extensions.filter((text) => !mappings.includes(text) && !headers.includes(text));
  return [
    ...others,
    mappings.length === 0 ? '' : `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>`,
    headers.length === 0 ? '' : `<zeebe:taskHeaders>${headers.join('')}</zeebe:taskHeaders>`,
  ].join('');
}

function sequenceFlow(one: Flow): string {
  const condition =
    one.condition === null
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(one.condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${idOf(one)}" sourceRef="${one.from}" targetRef="${one.to}">${condition}</bpmn:sequenceFlow>`;
}

function idOf({ from, to }: Flow): string {
  return `${from}-${to}`;
}
