import { bpmn, chain, findingsOf, flow, task } from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const join = '<bpmn:parallelGateway id="join" />';

describe('element.unreachable', () => {
  it('warns about a task to which nothing leads', async () => {
    expect(await findingsOf(bpmn(start + task('a') + task('allein') + chain('start', 'a')))).toEqual([
      'element.unreachable allein',
    ]);
  });

  it('warns about what lies behind a join to which one flow never brings a token', async () => {
    const xml = bpmn(
      start +
        task('a') +
        task('nie') +
        join +
        task('danach') +
        chain('start', 'a', 'join', 'danach') +
        flow('nie', 'join'),
    );
    expect(await findingsOf(xml)).toEqual([
      'element.unreachable nie',
      'element.unreachable join',
      'element.unreachable danach',
    ]);
  });

  it('warns about a join that waits for what comes only behind it', async () => {
    const xml = bpmn(start + join + task('a') + chain('start', 'join', 'a', 'join'));
    expect(await findingsOf(xml)).toEqual(['element.unreachable join', 'element.unreachable a']);
  });

  it('names a whole sub-process once', async () => {
    const sub = `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${task('b')}${flow('innen', 'b')}</bpmn:subProcess>`;
    expect(await findingsOf(bpmn(start + task('a') + sub + chain('start', 'a')))).toEqual(['element.unreachable teil']);
  });

  it('is silent where a boundary event, a link, a handler or an event sub-process leads on', async () => {
    const boundary =
      '<bpmn:boundaryEvent id="rand" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
    const links =
      '<bpmn:intermediateThrowEvent id="hin"><bpmn:linkEventDefinition id="l1" name="L" /></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="her"><bpmn:linkEventDefinition id="l2" name="L" /></bpmn:intermediateCatchEvent>';
    const undo =
      '<bpmn:boundaryEvent id="k" attachedToRef="a"><bpmn:compensateEventDefinition id="kd" /></bpmn:boundaryEvent><bpmn:task id="zurueck" isForCompensation="true" /><bpmn:association id="as" sourceRef="k" targetRef="zurueck" />';
    const aside = `<bpmn:subProcess id="daneben" triggeredByEvent="true"><bpmn:startEvent id="los"><bpmn:errorEventDefinition /></bpmn:startEvent>${task('c')}${flow('los', 'c')}</bpmn:subProcess>`;
    const xml = bpmn(
      start +
        task('a') +
        boundary +
        links +
        task('b') +
        aside +
        chain('start', 'a', 'hin') +
        chain('her', 'b') +
        task('d') +
        flow('rand', 'd') +
        undo,
    );
    expect(await findingsOf(xml)).toEqual([]);
  });
});
