import { compile } from './compile.js';
import { bpmn, chain, findingsOf as findings, flow, task } from './world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const end = '<bpmn:endEvent id="end" />';

describe('compile refuses files', () => {
  it.each([
    ['', 'xml.unreadable '],
    ['kein XML', 'xml.unreadable '],
    ['<bpmn:definitions', 'xml.unreadable '],
    ['<html></html>', 'xml.unreadable '],
    ['<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'xml.doctype '],
    [bpmn(start).replace('isExecutable="true"', ''), 'process.none '],
  ])('%j', async (xml, code) => {
    expect(await findings(xml)).toEqual([code]);
  });

  it('above the size limit', async () => {
    expect(await findings(`<!--${' '.repeat(5 * 1024 * 1024)}-->`)).toEqual(['xml.tooLarge ']);
  });

  it('in which a second process cannot run, or has the id of the first', async () => {
    const second = (id: string, content: string) =>
      `<bpmn:process id="${id}" isExecutable="true">${content}</bpmn:process>`;
    expect(await findings(bpmn(start, second('zweiter', task('a'))))).toEqual(['start.count zweiter']);
    expect(await findings(bpmn(start, second('process', '<bpmn:startEvent id="s2" />')))).toContain('xml.content s2');
  });

  it('of 10,000 elements not: it is read, and its checks take their time once for each', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
    const tasks = ids.map((id) => `<bpmn:manualTask id="${id}" />`).join('');
    const compiled = await compile(bpmn(start + tasks + chain('start', ...ids)));
    expect(compiled).toMatchObject({ kind: 'compiled', warnings: [] });
  }, 60_000);

  it('nested too deeply', async () => {
    const nested = `${'<bpmn:subProcess id="x">'.repeat(60)}${'</bpmn:subProcess>'.repeat(60)}`.replace(
      /"x"/g,
      (_, at) => `"s${at}"`,
    );
    expect((await findings(bpmn(start + nested))).some((finding) => finding.startsWith('nesting.tooDeep'))).toBe(true);
  });
});

describe('compile refuses elements by id', () => {
  it.each([
    ['<bpmn:eventBasedGateway id="x" />', 'gateway.events x'],
    ['<bpmn:complexGateway id="x" />', 'element.unsupported x'],
    ['<bpmn:callActivity id="x" />', 'call.missing x'],
    ['<bpmn:callActivity id="x" calledElement="kind" />', 'call.missing x'],
    ['<bpmn:transaction id="x" />', 'element.unsupported x'],
    ['<bpmn:adHocSubProcess id="x" />', 'element.unsupported x'],
    ['<bpmn:task id="x" isForCompensation="true" />', 'compensation.unused x'],
    ['<bpmn:serviceTask id="x" />', 'job.missing x'],
    ['<bpmn:scriptTask id="x" />', 'job.missing x'],
    ['<bpmn:businessRuleTask id="x" />', 'job.missing x'],
    ['<bpmn:sendTask id="x" />', 'job.missing x'],
    ['<bpmn:receiveTask id="x" />', 'event.incomplete x'],
    ['<bpmn:intermediateCatchEvent id="x" />', 'event.unsupported x'],
    ['<bpmn:task><bpmn:documentation>ohne id</bpmn:documentation></bpmn:task>', 'element.noId process'],
    ['<bpmn:startEvent id="x" />', 'start.count process'],
  ])('%s', async (element, expected) => {
    expect(await findings(bpmn(start + element))).toContain(expected);
  });

  it.each(['Conditional', 'Cancel'])('%s events', async (trigger) => {
    const event = `<bpmn:intermediateThrowEvent id="x"><bpmn:${trigger.toLowerCase()}EventDefinition id="d" /></bpmn:intermediateThrowEvent>`;
    expect(await findings(bpmn(start + event))).toContain('event.unsupported x');
  });

  it('times at the start of a process that no instance is there to say', async () => {
    const timed = (time: string) =>
      `<bpmn:startEvent id="x"><bpmn:timerEventDefinition>${time}</bpmn:timerEventDefinition></bpmn:startEvent>`;
    expect(await findings(bpmn(timed('')))).toContain('event.incomplete x');
    expect(await findings(bpmn(timed('<bpmn:timeDuration>=dauer</bpmn:timeDuration>')))).toEqual(['event.timer x']);
    expect(await findings(bpmn(timed('<bpmn:timeDuration>="PT1H"</bpmn:timeDuration>')))).toEqual([]);
  });

  it('boundary events that hang nowhere, lead nowhere or cannot be', async () => {
    const boundary = (id: string, attached: string, definition: string, cancel = 'true') =>
      `<bpmn:boundaryEvent id="${id}" attachedToRef="${attached}" cancelActivity="${cancel}">${definition}</bpmn:boundaryEvent>`;
    const timer = (text: string, kind = 'timeDuration') =>
      `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
    const found = await findings(
      bpmn(
        start +
          task('arbeit') +
          boundary('lose', 'start', timer('PT1H')) +
          boundary('zyklus', 'arbeit', timer('R/PT1H', 'timeCycle')) +
          boundary('falsch', 'arbeit', timer('bald')) +
          boundary('eskalation', 'arbeit', '<bpmn:escalationEventDefinition id="e" />') +
          boundary('fehler', 'arbeit', '<bpmn:errorEventDefinition id="f" />', 'false') +
          chain('start', 'arbeit'),
      ),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'boundary.detached lose',
        'event.incomplete lose',
        'event.unsupported zyklus',
        'event.timer falsch',
        'event.unsupported eskalation',
        'event.unsupported fehler',
      ]),
    );
  });
});

describe('compile refuses what Zeebe passes over in silence', () => {
  it('a standard loop', async () => {
    const looped = task('x', '', '<bpmn:standardLoopCharacteristics />');
    expect(await findings(bpmn(start + looped))).toContain('loop.standard x');
  });

  it('zeebe:userTask', async () => {
    const user =
      '<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>';
    expect(await findings(bpmn(start + user))).toContain('userTask.zeebe x');
  });

  it.each([
    ['<zeebe:priorityDefinition priority="5" />', 'zeebe:PriorityDefinition'],
    ['<zeebe:script expression="=1" resultVariable="a" />', 'zeebe:Script'],
  ])('%s', async (extension) => {
    expect(await findings(bpmn(start + task('x', extension)))).toContain('extension.unsupported x');
  });

  it('Zeebe elements that do not exist, naming the element they stand in', async () => {
    expect(await findings(bpmn(start + task('x', '<zeebe:gibtEsNicht />')))).toContain('xml.content x');
  });

  it('double ids and references to nothing', async () => {
    const found = await findings(
      bpmn(start + task('a') + task('a') + '<bpmn:sequenceFlow id="f" sourceRef="start" targetRef="nirgends" />'),
    );
    expect(found).toEqual(expect.arrayContaining(['xml.content a', 'xml.content nirgends']));
  });

  it('but only warns about extensions of other vendors', async () => {
    const foreign = task('x', '<camunda:properties xmlns:camunda="http://camunda.org/schema/1.0/bpmn" />');
    expect(await findings(bpmn(start + foreign + end + chain('start', 'x', 'end')))).toEqual(['extension.foreign x']);
  });
});

describe('compile refuses flows and expressions', () => {
  const gateway = '<bpmn:exclusiveGateway id="wahl" />';

  it('without a condition at an exclusive gateway', async () => {
    const xml = bpmn(
      start + gateway + task('a') + task('b') + chain('start', 'wahl') + flow('wahl', 'a', '=x') + flow('wahl', 'b'),
    );
    expect(await findings(xml)).toEqual(['flow.conditionMissing wahl-b']);
  });

  it('with a condition anywhere else', async () => {
    const xml = bpmn(start + task('a') + flow('start', 'a', '=true'));
    expect(await findings(xml)).toEqual(['flow.conditionMisplaced start-a']);
  });

  it('with a condition that is not FEEL', async () => {
    const xml = bpmn(start + gateway + task('a') + chain('start', 'wahl') + flow('wahl', 'a', '${x}'));
    expect(await findings(xml)).toEqual(['flow.conditionStatic wahl-a']);
  });

  it('into a start, out of an end, or across a scope', async () => {
    const sub = `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${task('b')}${chain('innen', 'b')}</bpmn:subProcess>`;
    const xml = bpmn(start + end + task('a') + sub + flow('a', 'start') + flow('end', 'a') + flow('a', 'b'));
    expect(await findings(xml)).toEqual(
      expect.arrayContaining(['flow.misplaced start', 'flow.misplaced end', 'flow.broken a-b']),
    );
  });

  it('with expressions that cannot be read, all at once', async () => {
    const mapping =
      '<zeebe:ioMapping><zeebe:input source="=1 +" target="a" /><zeebe:output source="=foo(1)" target="b-c" /></zeebe:ioMapping>';
    expect(await findings(bpmn(start + task('x', mapping)))).toEqual([
      'feel.invalid x',
      'mapping.target x',
      'feel.invalid x',
    ]);
  });

  it('with an output that is no expression; an input may be fixed text', async () => {
    const mapping =
      '<zeebe:ioMapping><zeebe:input source="fest" target="a" /><zeebe:output source="fest" target="b" /></zeebe:ioMapping>';
    expect(await findings(bpmn(start + task('x', mapping)))).toEqual(['expression.static x']);
  });

  it('but only warns of a number that would be stored as another one', async () => {
    const xml = bpmn(
      start +
        gateway +
        task('a') +
        task('b') +
        chain('start', 'wahl') +
        flow('wahl', 'a', '=x = 9007199254740993 and y = "9007199254740993"') +
        flow('wahl', 'b', '=x = 0.1 and y = "9007199254740993" and z > 123456789012345'),
    );
    expect(await findings(xml)).toEqual(['feel.digits wahl-a']);
  });

  it('of messages without name or correlation key', async () => {
    const message = '<bpmn:message id="m" name="storno" /><bpmn:message id="namenlos" />';
    const receive = (id: string, reference: string) => `<bpmn:receiveTask id="${id}" messageRef="${reference}" />`;
    expect(await findings(bpmn(start + receive('a', 'm') + receive('b', 'namenlos'), message))).toEqual([
      'event.incomplete b',
      'event.incomplete a',
    ]);
  });

  it('of multi-instance without collection or with half an output', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics outputCollection="o" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    expect(await findings(bpmn(start + task('x', '', loop)))).toEqual([
      'extension.incomplete x',
      'extension.incomplete x',
    ]);
  });

  it('of forms that are not in the model or cannot be read', async () => {
    const user = (key: string) =>
      `<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:formDefinition ${key} /></bpmn:extensionElements></bpmn:userTask>`;
    const broken =
      '<bpmn:extensionElements><zeebe:userTaskForm id="kaputt">{"type"</zeebe:userTaskForm></bpmn:extensionElements>';
    expect(await findings(bpmn(start + user('formId="fremd"')))).toEqual(['form.unknown x']);
    expect(await findings(bpmn(broken + start + user('formKey="camunda-forms:bpmn:kaputt"')))).toEqual([
      'form.unreadable process',
      'form.unknown x',
    ]);
  });

  it('of event sub-processes without trigger and sub-processes with one', async () => {
    const event =
      '<bpmn:subProcess id="ereignis" triggeredByEvent="true"><bpmn:startEvent id="s1" /></bpmn:subProcess>';
    const plain =
      '<bpmn:subProcess id="teil"><bpmn:startEvent id="s2"><bpmn:messageEventDefinition id="d" /></bpmn:startEvent></bpmn:subProcess>';
    const found = await findings(bpmn(start + event + plain));
    expect(found).toEqual(expect.arrayContaining(['event.incomplete s1', 'event.unsupported s2']));
  });
});

describe('compile', () => {
  it('gives every finding in both languages', async () => {
    const compiled = await compile(bpmn(start + '<bpmn:complexGateway id="x" />'));
    expect(compiled).toMatchObject({
      kind: 'refused',
      findings: [
        {
          at: 'x',
          severity: 'error',
          de: expect.stringContaining('noch nicht unterstützt'),
          en: expect.stringContaining('not supported yet'),
        },
      ],
    });
  });

  it('orders the flows of an element against the document', async () => {
    const compiled = await compile(bpmn(start + task('a') + task('b') + flow('start', 'a') + flow('start', 'b')));
    if (compiled.kind === 'refused') throw new Error('refused');
    expect(compiled.models[0].elements.get('start')?.outgoing.map(({ id }) => id)).toEqual(['start-b', 'start-a']);
  });
});
