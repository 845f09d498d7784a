import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import { filesOf, slugOf, type Case, type ExpectedJob, type Step } from '../format/case.js';
import { sorted, type Trace } from '../format/trace.js';
import type { Answer, EngineUnderTest } from './engine.js';

/** Plays a case on an engine and writes down what could be seen. */
export async function play(testCase: Case, engine: EngineUnderTest): Promise<Trace> {
  const slug = slugOf(testCase);
  const answers: string[] = [];
  const unmet: string[] = [];
  try {
    const refused = await engine.deploy(filesOf(testCase));
    if (refused !== 'deployed') {
      if (!testCase.script.some((step) => step.do === 'expectRefused')) unmet.push('the model is refused');
      return withoutSlug({ refused: [...refused].sort(), instances: [], answers, unmet }, slug);
    }
    for (const step of testCase.script) {
      const filled = fill(step, slug, engine);
      const problem = await take(filled, engine, answers);
      if (problem !== undefined) unmet.push(`${describe(filled)}: ${problem}`);
    }
    return withoutSlug({ instances: engine.trace(), answers, unmet }, slug);
  } finally {
    await engine.close();
  }
}

async function take(step: Step, engine: EngineUnderTest, answers: string[]): Promise<string | undefined> {
  if (step.do.startsWith('expect')) return expectation(step, engine);
  const answer = await act(step, engine);
  if (answer === 'nothing there') return `nothing there; open are ${openIn(engine)}`;
  if (answer !== 'done') answers.push(`${describe(step)}: ${answer}`);
  return undefined;
}

async function act(step: Step, engine: EngineUnderTest): Promise<Answer | 'nothing there'> {
  switch (step.do) {
    case 'deploy':
      return (await engine.deploy(step.files)) === 'deployed' ? 'done' : 'refused';
    case 'start':
      return engine.start(step.process, step.variables);
    case 'publish':
      return engine.publish(step.message);
    case 'broadcast':
      return engine.broadcast(step.signal, step.variables);
    case 'passTime':
      await engine.passTime(step.seconds);
      return 'done';
    case 'setVariables':
      return engine.setVariables(step.at, step.variables, step.local);
    case 'cancel':
      return engine.cancel();
    case 'modify':
      return engine.modify(step.end, step.begin);
    case 'resolve': {
      const incident = engine.openIncidents().find(({ at }) => at === step.at);
      return incident === undefined ? 'nothing there' : engine.resolve(incident, step.retries);
    }
    default:
      return work(step, engine);
  }
}

async function work(step: Step, engine: EngineUnderTest): Promise<Answer | 'nothing there'> {
  const job = 'at' in step ? engine.openJobs().find(({ at }) => at === step.at) : undefined;
  if (job === undefined) return 'nothing there';
  if (step.do === 'complete') return engine.complete(job, step.variables);
  if (step.do === 'fail') return engine.fail(job, step.retries, step.backOffSeconds);
  if (step.do === 'throwError') return engine.throwError(job, step.code, step.variables);
  throw new Error(`${step.do} is not work`);
}

function expectation(step: Step, engine: EngineUnderTest): string | undefined {
  switch (step.do) {
    case 'expectRefused':
      return 'the model is accepted';
    case 'expectJob': {
      const job = engine.openJobs().find(({ at }) => at === step.at);
      return job === undefined ? `not there; open are ${openIn(engine)}` : difference(step.job, job);
    }
    case 'expectNoJob':
      return engine.openJobs().some(({ at }) => at === step.at) ? 'there is one' : undefined;
    case 'expectIncident': {
      const found = engine.openIncidents().map(({ type, at }) => `${type} ${at}`);
      return found.includes(`${step.type} ${step.at}`) ? undefined : `found ${found.join(', ') || 'none'}`;
    }
    case 'expectRunning':
      return engine.trace()[0]?.end === 'running' ? undefined : 'it has ended';
    case 'expectEnded': {
      const [first] = engine.trace();
      if (first?.end !== step.outcome) return `it is ${first?.end ?? 'not there'}; open are ${openIn(engine)}`;
      return differing(step.variables, first.variables);
    }
    default:
      return undefined;
  }
}

function difference(expected: ExpectedJob, found: ExpectedJob): string | undefined {
  if (expected.type !== undefined && expected.type !== found.type) return `its type is ${found.type}`;
  if (expected.retries !== undefined && expected.retries !== found.retries) return `its retries are ${found.retries}`;
  return (
    differing(expected.headers ?? {}, found.headers ?? {}) ?? differing(expected.variables ?? {}, found.variables ?? {})
  );
}

function differing(expected: JsonObject, found: JsonObject): string | undefined {
  const wrong = Object.entries(expected).filter(
    ([name, value]) => JSON.stringify(sorted(value)) !== JSON.stringify(sorted(found[name] ?? null)),
  );
  return wrong.length === 0 ? undefined : wrong.map(([name]) => `${name} is ${JSON.stringify(found[name])}`).join(', ');
}

function openIn(engine: EngineUnderTest): string {
  const jobs = engine.openJobs().map(({ at }) => `job ${at}`);
  return [...jobs, ...engine.openIncidents().map(({ at, type }) => `incident ${type} ${at}`)].join(', ') || 'none';
}

function describe(step: Step): string {
  const place = 'at' in step ? ` ${step.at}` : '';
  return step.do === 'publish' ? `publish ${step.message.name}` : `${step.do}${place}`;
}

function fill(step: Step, slug: string, engine: EngineUnderTest): Step {
  return mapped(step as unknown as Json, (text) => {
    const ahead = /^NOW\+(\d+)$/.exec(text)?.[1];
    return ahead === undefined ? text.replaceAll('CASE', slug) : engine.instant(Number(ahead));
  }) as unknown as Step;
}

function withoutSlug(trace: Trace, slug: string): Trace {
  return mapped(trace as unknown as Json, (text) =>
    text.replaceAll(slug, 'CASE').replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'AN INSTANT'),
  ) as unknown as Trace;
}

function mapped(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, change)]));
}
