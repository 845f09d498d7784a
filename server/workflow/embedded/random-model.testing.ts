import { bpmn, flow, task } from './world.testing.js';

export type Random = (below: number) => number;

/** Numbers that are the same for the same seed. */
export function randomNumbers(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  // The first numbers of neighbouring seeds lie close to each other.
  for (let warmUp = 0; warmUp < 10; warmUp++) next();
  return (below) => Math.floor((next() / 2 ** 32) * below);
}

/** What the call activities of a random model call. */
export const calledModel = bpmn(
  `<bpmn:startEvent id="start" />${task('gerufen')}<bpmn:endEvent id="ende" />${flow('start', 'gerufen')}${flow('gerufen', 'ende')}`,
).replace('id="process"', 'id="kind"');

/** A structured model of all that can be nested. Its bytes are as a Zeebe broker wants them, too. */
export function randomModel(random: Random): string {
  const draft: Draft = { random, next: 0, links: [] };
  const body = block(draft, 3);
  const event = `<bpmn:subProcess id="esp" triggeredByEvent="true"><bpmn:startEvent id="esp-start" isInterrupting="${random(2) === 0}"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>${task('esp-task')}${flow('esp-start', 'esp-task')}</bpmn:subProcess>`;
  const heard = `<bpmn:subProcess id="esq" triggeredByEvent="true"><bpmn:startEvent id="esq-start" isInterrupting="${random(2) === 0}"><bpmn:signalEventDefinition signalRef="R" /></bpmn:startEvent>${task('esq-task')}${flow('esq-start', 'esq-task')}</bpmn:subProcess>`;
  return bpmn(
    `<bpmn:startEvent id="start" /><bpmn:endEvent id="ende" />${body.xml}${event}${heard}${flow('start', body.first)}${flow(body.last, 'ende')}${draft.links.join('')}`,
    `<bpmn:signal id="S" name="signal" /><bpmn:signal id="R" name="ruf" /><bpmn:error id="E" errorCode="E" /><bpmn:message id="m" name="storno"><bpmn:extensionElements><zeebe:subscription correlationKey="=schluessel" /></bpmn:extensionElements></bpmn:message>`,
  );
}

interface Block {
  readonly first: string;
  readonly last: string;
  readonly xml: string;
}

/** A scope on its way: associations stand behind everything else in it. */
interface Draft {
  readonly random: Random;
  next: number;
  readonly links: string[];
}

type Maker = (draft: Draft, id: string, depth: number) => Block;

function block(draft: Draft, depth: number): Block {
  const makers = depth === 0 ? [work, work, script] : all;
  const maker = makers[draft.random(makers.length)] ?? work;
  return maker(draft, `e${draft.next++}`, depth);
}

const sequence: Maker = (draft, _, depth) => {
  const [one, two] = [block(draft, depth - 1), block(draft, depth - 1)];
  return { first: one.first, last: two.last, xml: one.xml + two.xml + flow(one.last, two.first) };
};

const work: Maker = (draft, id) => activity(draft, id, task(id, mappings(draft), loop(draft)));

const script: Maker = (draft, id) => {
  const extensions = `<zeebe:script expression="=n + 1" resultVariable="v${draft.random(3)}" />${mappings(draft)}`;
  const xml = `<bpmn:scriptTask id="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${loop(draft)}</bpmn:scriptTask>`;
  return { first: id, last: id, xml };
};

const call: Maker = (draft, id) => {
  const passes = ['', 'propagateAllChildVariables="false"', 'propagateAllParentVariables="false"'][draft.random(3)];
  const extensions = `<zeebe:calledElement processId="kind" ${passes} />${mappings(draft)}`;
  const xml = `<bpmn:callActivity id="${id}"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${loop(draft)}</bpmn:callActivity>`;
  return activity(draft, id, xml);
};

const subProcess: Maker = (draft, id, depth) => {
  const inside: Draft = { random: draft.random, next: draft.next, links: [] };
  const content = block(inside, depth - 1);
  draft.next = inside.next;
  const xml = `<bpmn:subProcess id="${id}">${loop(draft)}<bpmn:startEvent id="${id}s" />${content.xml}${flow(`${id}s`, content.first)}${inside.links.join('')}</bpmn:subProcess>`;
  return activity(draft, id, xml);
};

const undo: Maker = (_, id) => ({
  first: id,
  last: id,
  xml: `<bpmn:intermediateThrowEvent id="${id}"><bpmn:compensateEventDefinition id="${id}d" /></bpmn:intermediateThrowEvent>`,
});

const SIGNAL = '<bpmn:signalEventDefinition signalRef="S" />';
const HOUR = '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';

const cry: Maker = (_, id) => ({
  first: id,
  last: id,
  xml: `<bpmn:intermediateThrowEvent id="${id}">${SIGNAL}</bpmn:intermediateThrowEvent>`,
});

const wait: Maker = ({ random }, id) => ({ first: id, last: id, xml: caught(id, random(2) === 0 ? SIGNAL : HOUR) });

const gate: Maker = (_, id) => {
  const [bySignal, byTime, join] = [`${id}g`, `${id}t`, `${id}j`];
  const flows = [bySignal, byTime].map((event) => flow(id, event) + flow(event, join)).join('');
  const events = caught(bySignal, SIGNAL) + caught(byTime, HOUR);
  const xml = `<bpmn:eventBasedGateway id="${id}" />${events}<bpmn:exclusiveGateway id="${join}" />${flows}`;
  return { first: id, last: join, xml };
};

function caught(id: string, definition: string): string {
  return `<bpmn:intermediateCatchEvent id="${id}">${definition}</bpmn:intermediateCatchEvent>`;
}

const parallel: Maker = (draft, id, depth) => fork(draft, id, depth, 'parallelGateway');
const exclusive: Maker = (draft, id, depth) => fork(draft, id, depth, 'exclusiveGateway');

const all = [
  work,
  work,
  script,
  sequence,
  sequence,
  parallel,
  parallel,
  exclusive,
  subProcess,
  call,
  undo,
  cry,
  wait,
  gate,
];

function fork(draft: Draft, id: string, depth: number, gateway: string): Block {
  const branches = [block(draft, depth - 1), block(draft, depth - 1)];
  const [split, join] = [`${id}x`, `${id}y`];
  const chosen = gateway === 'exclusiveGateway';
  const last = branches.at(-1)?.first ?? '';
  const flows = branches.map(
    (branch, index) =>
      flow(split, branch.first, chosen && index === 0 ? '=n > 2' : undefined) + flow(branch.last, join),
  );
  const fallback = chosen ? ` default="${split}-${last}"` : '';
  const xml = `<bpmn:${gateway} id="${split}"${fallback} /><bpmn:${gateway} id="${join}" />${branches.map((branch) => branch.xml).join('')}${flows.join('')}`;
  return { first: split, last: join, xml };
}

function activity(draft: Draft, id: string, xml: string): Block {
  return guarded(draft, { first: id, last: id, xml: xml + undone(draft, id) });
}

function undone({ random, links }: Draft, id: string): string {
  if (random(3) > 0) return '';
  links.push(`<bpmn:association id="${id}l" sourceRef="${id}k" targetRef="${id}z" />`);
  const handler = task(`${id}z`).replace(' id=', ' isForCompensation="true" id=');
  return `<bpmn:boundaryEvent id="${id}k" attachedToRef="${id}"><bpmn:compensateEventDefinition id="${id}kd" /></bpmn:boundaryEvent>${handler}`;
}

// A boundary event that leads back into the main flow would bring a second token to a join; its own end keeps blocks whole.
function guarded({ random }: Draft, inside: Block): Block {
  const id = inside.first;
  const kind = random(4);
  if (kind > 1) return inside;
  const target = kind === 0 ? `${id}r` : `${id}m`;
  const beside = random(2) === 0 ? HOUR : SIGNAL;
  const definition = kind === 0 ? '<bpmn:errorEventDefinition errorRef="E" />' : beside;
  const boundary = `<bpmn:boundaryEvent id="${id}b" attachedToRef="${id}" cancelActivity="${kind === 0}"><bpmn:outgoing>${id}b-${target}</bpmn:outgoing>${definition}</bpmn:boundaryEvent>${task(target)}${flow(`${id}b`, target)}`;
  if (kind === 1) return { ...inside, xml: inside.xml + boundary };
  const join = `<bpmn:exclusiveGateway id="${id}j" />${flow(inside.last, `${id}j`)}${flow(target, `${id}j`)}`;
  return { first: id, last: `${id}j`, xml: inside.xml + boundary + join };
}

function loop({ random }: Draft): string {
  if (random(3) > 0) return '';
  const outputs = random(2) === 0 ? ' outputCollection="sammlung" outputElement="=v0"' : '';
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${random(2) === 0}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="eintrag"${outputs} /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
}

function mappings({ random }: Draft): string {
  const input = '<zeebe:input source="=n" target="lokal" />';
  const output = '<zeebe:output source="=v1" target="v2" />';
  const chosen = ['', '', input, output, input + output][random(5)];
  return chosen === '' ? '' : `<zeebe:ioMapping>${chosen}</zeebe:ioMapping>`;
}
