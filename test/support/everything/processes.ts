import type { EingangView, ProcessRow } from '../../../server/contract/views.js';
import { dmn, tableDecision } from '../../../server/workflow/embedded/dmn/dmn.testing.js';
import { bpmn, chain, task } from '../../../server/workflow/embedded/world.testing.js';
import { instancesOfBusinessKey } from '../../../server/workflow/workflow.queries.js';
import { done } from '../closed-vorgang.js';
import { rechnungXml } from '../letters.js';
import type { TestOffice } from '../office.js';
import { filedRechnung, vorgangOf } from '../rechnung.js';
import { mailWith } from './mail-with.js';

/** Every act and route of processes and decisions. Returns the key of an instance that still runs. */
export async function runProcesses(office: TestOffice, vorgangId: string): Promise<string> {
  await deployAgain(office);
  await signalled(office);
  await repair(office, vorgangId);
  await decide(office);
  return operate(office);
}

async function deployAgain(office: TestOffice): Promise<void> {
  const { xml } = done(await office.read<{ xml: string }>('jana.petersen', '/api/processes/rechnungsfreigabe/1'));
  const changed = xml.replace('name="Rechnungsfreigabe"', 'name="Rechnungsfreigabe, neue Fassung"');
  done(await office.act('kim.okafor', 'workflow.deployProcess', { xml: changed }));
}

/** A process that has been due since long throws a signal, which starts the other one in its file. */
async function signalled(office: TestOffice): Promise<void> {
  const past =
    '<bpmn:timerEventDefinition id="t"><bpmn:timeDate>2020-01-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>';
  const signal = (id: string) => `<bpmn:signalEventDefinition id="${id}" signalRef="ruf" />`;
  const thrower = `<bpmn:startEvent id="faellig">${past}</bpmn:startEvent><bpmn:endEvent id="rufen">${signal('r')}</bpmn:endEvent>`;
  const hearer = `<bpmn:process id="hoert" isExecutable="true"><bpmn:startEvent id="gehoert">${signal('h')}</bpmn:startEvent></bpmn:process>`;
  const xml = bpmn(`${thrower}${chain('faellig', 'rufen')}`, '<bpmn:signal id="ruf" name="ruf" />')
    .replace('id="process"', 'id="ruft"')
    .replace('</bpmn:definitions>', `${hearer}</bpmn:definitions>`);
  done(await office.act('kim.okafor', 'workflow.deployProcess', { xml }));
  await office.pass(0);
}

/** A process whose service task nobody does stops with an incident, and is told to try again. */
async function repair(office: TestOffice, vorgangId: string): Promise<void> {
  const start = '<bpmn:startEvent id="start"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:startEvent>';
  const xml = bpmn(
    `${start}${task('niemand')}${chain('start', 'niemand')}`,
    '<bpmn:message id="m" name="liegt fest" />',
  );
  done(await office.act('kim.okafor', 'workflow.deployProcess', { xml }));
  const eingangId = await office.receive('Anfrage.eml', mailWith(rechnungXml({ nummer: 'A-1' })));
  const { version } = done(await office.read<EingangView>('ines.vogt', `/api/posteingang/${eingangId}`));
  const { akte } = await vorgangOf(office, vorgangId);
  const target = { kind: 'akte', akteId: akte.id, vorgangBetreff: 'Anfrage' } as const;
  const input = { eingangId, version, target, betreff: 'Anfrage', letterDate: null, processId: 'process' };
  done(await office.act('ines.vogt', 'posteingang.assignEingang', input));
  for (let retry = 0; retry < 3; retry++) await office.pass(1);
  const { processes } = done(await office.read<{ processes: ProcessRow[] }>('kim.okafor', '/api/processes'));
  const [incident] = processes.flatMap(({ incidents }) => incidents);
  if (!incident) throw new Error('nobody does the task, and there is no incident');
  done(await office.act('kim.okafor', 'workflow.resolveIncident', { incidentKey: incident.key }));
}

/** One process is moved by hand, then to another version, then ended; the second one stays as it is. */
async function operate(office: TestOffice): Promise<string> {
  const keys: string[] = [];
  for (const betragCent of [20_000, 30_000]) {
    const { vorgangId } = await filedRechnung(office, { betragCent });
    const found = await office.runner.transaction(office.bench.system, (tx) => instancesOfBusinessKey(tx, vorgangId));
    keys.push(...done(found).map(({ instanceKey }) => instanceKey));
  }
  const [instanceKey = '', other = ''] = keys;
  const reason = 'Versuch';
  const move = { instanceKey, terminate: [], activate: ['SachlichePruefung'], reason };
  done(await office.act('kim.okafor', 'workflow.modifyInstance', move));
  done(await office.act('kim.okafor', 'workflow.migrateInstance', { instanceKey, version: 1, mapping: {}, reason }));
  done(await office.act('kim.okafor', 'workflow.cancelInstance', { instanceKey, reason }));
  // A value that is too large to be written again with every command.
  const large = { scopeKey: other, variables: { anmerkung: 'x'.repeat(10_000) }, local: true };
  const kept = await office.runner.transaction(office.bench.system, async (tx) => ({
    outcome: await office.engine.setVariables(tx, { instanceKey: other, ...large }),
  }));
  if (done(kept).outcome !== 'done') throw new Error('the large value was not kept');
  return other;
}

/** A process asks for a decision that was deployed before. */
async function decide(office: TestOffice): Promise<void> {
  const decisions = dmn(tableDecision('zustaendig', { rules: ['> 5 | "Leitung"', '<= 5 | "Kasse"'] }));
  done(await office.act('kim.okafor', 'workflow.deployDecision', { xml: decisions }));
  const called = '<zeebe:calledDecision decisionId="zustaendig" resultVariable="wer" />';
  const rule = `<bpmn:businessRuleTask id="regel"><bpmn:extensionElements>${called}</bpmn:extensionElements></bpmn:businessRuleTask>`;
  const xml = bpmn(`<bpmn:startEvent id="start" />${rule}${chain('start', 'regel')}`).replaceAll(
    '"process"',
    '"entscheidet"',
  );
  done(await office.act('kim.okafor', 'workflow.deployProcess', { xml }));
  const start = { processId: 'entscheidet', businessKey: null, variables: { betrag: 5 } };
  done(await office.runner.transaction(office.bench.system, (tx) => office.engine.start(tx, start)));
}
