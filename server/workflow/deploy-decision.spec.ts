import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { decisionXml, listDecisions } from './decision.queries.js';
import { deployDecision } from './deploy-decision.js';
import { dmn, literalDecision, tableDecision } from './embedded/dmn/dmn.testing.js';
import { openEngineBench, type EngineBench } from './embedded/engine.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const ADMINISTRATION = 'kim.okafor';

function deploy(login: string, xml: string) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), deployDecision(engine), { xml }, newId());
}

async function inForce(decisionId: string) {
  const decisions = await engineBench.inTransaction((tx) => listDecisions(tx));
  return decisions.find((one) => one.decisionId === decisionId);
}

describe('deployDecision', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'amir.rakimov'])('refuses %s without the permission', async (login) => {
    expect(((await deploy(login, dmn(literalDecision('d', '1')))) as Rejection).code).toBe('identity.notPermitted');
  });

  it('refuses an empty file', async () => {
    expect(((await deploy(ADMINISTRATION, '')) as Rejection).code).toBe('platform.invalidInput');
  });

  it('refuses decisions that cannot be made, names every element in both languages and keeps nothing', async () => {
    const xml = dmn(tableDecision('kaputt', { rules: ['> | "a"'] }) + literalDecision('auch', '1 +'), 'kaputte');
    const refused = (await deploy(ADMINISTRATION, xml)) as Rejection;
    expect(refused).toMatchObject({ code: 'workflow.notDeployable', status: 422 });
    expect(refused.reasons.map(({ message }) => message.de.split(':')[0])).toEqual([
      'kaputt_r1_inputEntry1',
      'auch_text',
    ]);
    expect(refused.reasons.every(({ message }) => message.en !== '' && !message.en.includes('{'))).toBe(true);
    expect(await inForce('kaputt')).toBeUndefined();
  });

  it('puts every decision of a file into force, and keeps the versions for the same bytes', async () => {
    const xml = dmn(literalDecision('frist', '14') + literalDecision('stufe', '"hoch"'), 'fristen');
    const first = await deploy(ADMINISTRATION, xml);
    expect(first).toEqual({
      modelId: 'fristen',
      decisions: [
        { decisionId: 'frist', version: 1 },
        { decisionId: 'stufe', version: 1 },
      ],
      warnings: [],
    });
    expect(await deploy(ADMINISTRATION, xml)).toEqual(first);
  });

  it('counts the versions of a decision on where it moves into another file', async () => {
    await deploy(ADMINISTRATION, dmn(literalDecision('wandert', '1'), 'alte'));
    const xml = dmn(literalDecision('wandert', '2'), 'neue');
    expect(await deploy(ADMINISTRATION, xml)).toMatchObject({ decisions: [{ decisionId: 'wandert', version: 2 }] });
    expect(await inForce('wandert')).toMatchObject({ version: 2, modelId: 'neue', name: 'wandert' });
    expect(await engineBench.inTransaction(async (tx) => [await decisionXml(tx, 'wandert', 2)])).toEqual([xml]);
  });
});

describe('another Mandant', () => {
  it('sees no decision and cannot ask for one', async () => {
    const { bench, engine } = engineBench;
    await deploy(ADMINISTRATION, dmn(literalDecision('geheim', '1'), 'geheime'));
    const other = { mandantId: newId(), actor: { kind: 'system', name: 'other' } } as const;
    const seen = await bench.runner.transaction(other, async (tx) => ({
      decisions: await listDecisions(tx),
      xml: await decisionXml(tx, 'geheim', 1),
      outcome: await engine.evaluateDecision(tx, { decisionId: 'geheim', variables: {} }),
    }));
    if (isRejection(seen)) throw new Error(seen.message.en);
    expect(seen).toMatchObject({ decisions: [], xml: null, outcome: { code: 'workflow.decisionUnknown' } });
  });
});
