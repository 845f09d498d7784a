import { bpmn, chain, task } from '../embedded/bpmn.testing.js';
import { compile } from '../embedded/compile.js';
import type { Model } from '../embedded/model.js';
import { waitingPlaces, type SeenElement } from './waiting-places.js';

const START = `<bpmn:startEvent id="start" />`;
const END = `<bpmn:endEvent id="ende" />`;
const LATER = `<bpmn:intermediateCatchEvent id="warten"><bpmn:timerEventDefinition id="frist"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;

async function modelOf(content: string): Promise<Model> {
  const compiled = await compile(bpmn(`${START}${END}${content}`));
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
  return compiled.models[0];
}

const done = (elementId: string, enteredAt: number, leftAt: number): SeenElement => ({ elementId, enteredAt, leftAt });

describe('where an instance without a job may be waiting', () => {
  it('is nowhere where the next thing after its last job is another job', async () => {
    const model = await modelOf(`${task('a')}${task('b')}${chain('start', 'a', 'b', 'ende')}`);
    expect(waitingPlaces(model, [done('a', 1, 2)])).toEqual([]);
  });

  it('is nowhere where a gateway decides between jobs', async () => {
    const model = await modelOf(
      `${task('a')}<bpmn:exclusiveGateway id="wahl" default="wahl-ende" />${task('b')}${chain('start', 'a', 'wahl', 'ende')}
       ${chain('b', 'ende')}<bpmn:sequenceFlow id="wahl-b" sourceRef="wahl" targetRef="b"><bpmn:conditionExpression>=true</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    );
    expect(waitingPlaces(model, [done('a', 1, 2)])).toEqual([]);
  });

  it('is the timer behind its last job', async () => {
    const model = await modelOf(`${task('a')}${LATER}${task('b')}${chain('start', 'a', 'warten', 'b', 'ende')}`);
    expect(waitingPlaces(model, [done('a', 1, 2)])).toEqual(['warten']);
  });

  it('is no timer that it has passed: the job behind it has begun since', async () => {
    const model = await modelOf(
      `${task('a')}${LATER}${task('b')}${task('c')}${chain('start', 'a', 'warten', 'b', 'c', 'ende')}`,
    );
    expect(waitingPlaces(model, [done('a', 1, 2), done('b', 3, 4)])).toEqual([]);
  });

  it('is the same timer once more in a loop that came back to the job before it', async () => {
    const model = await modelOf(
      `${task('a')}${LATER}<bpmn:exclusiveGateway id="nochmal" default="nochmal-ende" />${chain('start', 'a', 'warten', 'nochmal', 'ende')}
       <bpmn:sequenceFlow id="nochmal-a" sourceRef="nochmal" targetRef="a"><bpmn:conditionExpression>=true</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    );
    expect(waitingPlaces(model, [done('a', 5, 6)])).toEqual(['warten']);
  });

  it('is the timer of the other branch while the one branch is done', async () => {
    const model = await modelOf(
      `${task('a')}<bpmn:parallelGateway id="auf" />${LATER}${task('b')}<bpmn:parallelGateway id="zu" />
       ${chain('start', 'a', 'auf', 'warten', 'zu', 'ende')}${chain('auf', 'b', 'zu')}`,
    );
    expect(waitingPlaces(model, [done('a', 1, 2), done('b', 3, 4)])).toEqual(['warten']);
  });

  it('is a called process, and what lies behind the end of a sub-process', async () => {
    const model = await modelOf(
      `<bpmn:subProcess id="innen"><bpmn:startEvent id="anfang" />${task('a')}<bpmn:endEvent id="schluss" />${chain('anfang', 'a', 'schluss')}</bpmn:subProcess>
       <bpmn:callActivity id="ruf"><bpmn:extensionElements><zeebe:calledElement processId="anderer" /></bpmn:extensionElements></bpmn:callActivity>
       ${chain('start', 'innen', 'ruf', 'ende')}`,
    );
    expect(waitingPlaces(model, [done('a', 1, 2)])).toEqual(['ruf']);
  });

  it('is what interrupts its last job where that ended with an error', async () => {
    const model = await modelOf(
      `${task('a')}<bpmn:boundaryEvent id="fehler" attachedToRef="a"><bpmn:outgoing>fehler-warten</bpmn:outgoing><bpmn:errorEventDefinition id="f" /></bpmn:boundaryEvent>
       ${LATER}${chain('start', 'a', 'ende')}${chain('fehler', 'warten', 'ende')}`,
    );
    expect(waitingPlaces(model, [done('a', 1, 2)])).toEqual(['warten']);
  });
});
