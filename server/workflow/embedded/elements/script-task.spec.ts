import { bpmn, chain, findingsOf, jobAt, openTasks, started, task, variablesAt } from '../world.testing.js';

const scripted = (extensions: string, inner = '') =>
  bpmn(
    `<bpmn:startEvent id="start" /><bpmn:scriptTask id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${inner}</bpmn:scriptTask>${task('danach')}${chain('start', 'x', 'danach')}`,
  );
const script = (expression: string, resultVariable = 'ergebnis') =>
  `<zeebe:script expression="${expression}" resultVariable="${resultVariable}" />`;

describe('script task', () => {
  it.each([
    ['<zeebe:script expression="=1" />', 'extension.incomplete x'],
    ['<zeebe:script resultVariable="a" />', 'extension.incomplete x'],
    [script('hallo'), 'expression.static x'],
    [script('=1 +'), 'feel.invalid x'],
    [script('=1', 'a b'), 'mapping.target x'],
    [script('=1', 'a.b'), 'mapping.target x'],
    [`${script('=1')}<zeebe:taskDefinition type="t" />`, 'extension.unsupported x'],
    [
      `${script('=1')}<zeebe:taskHeaders><zeebe:header key="a" value="b" /></zeebe:taskHeaders>`,
      'extension.unsupported x',
    ],
    ['<zeebe:calledDecision decisionId="d" resultVariable="a" />', 'extension.unsupported x'],
  ])('is refused with %s', async (extensions, finding) => {
    expect(await findingsOf(scripted(extensions))).toContain(finding);
  });

  it('puts the value of its expression into a variable', async () => {
    const world = await started(scripted(script('=betrag * 3')), { betrag: 100.1 });
    expect(variablesAt(world, 'danach')).toEqual({ betrag: 100.1, ergebnis: 300.3 });
  });

  it('counts a missing variable as null: it decides nothing', async () => {
    const world = await started(scripted(script('=fehlt')));
    expect(variablesAt(world, 'danach')).toEqual({ ergebnis: null });
  });

  it('keeps its variable to itself where it has output mappings', async () => {
    const mapping =
      '<zeebe:ioMapping><zeebe:input source="=10" target="betrag" /><zeebe:output source="=ergebnis * 2" target="doppelt" /></zeebe:ioMapping>';
    const world = await started(scripted(script('=betrag + 1') + mapping), { betrag: 1 });
    expect(variablesAt(world, 'danach')).toEqual({ betrag: 1, doppelt: 22 });
  });

  it('runs once per entry of a multi-instance', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="zahl" outputCollection="doppelt" outputElement="=ergebnis" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const world = await started(scripted(script('=zahl * 2'), loop), { liste: [1, 2, 3] });
    expect(variablesAt(world, 'danach')).toEqual({ liste: [1, 2, 3], doppelt: [2, 4, 6] });
  });

  it('is a job like any other with a task definition', async () => {
    const world = await started(scripted('<zeebe:taskDefinition type="rechne" retries="5" />'));
    expect(openTasks(world)).toEqual(['x']);
    expect(jobAt(world, 'x')).toMatchObject({ type: 'rechne', retries: 5 });
  });
});
