import { createSmtpTransport } from '../../connectors/mail/smtp-transport.js';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { newId } from '../../server/platform/ids.js';
import { bpmn, chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { done } from '../support/closed-vorgang.js';
import { openMailServer, type MailServer } from '../support/mail-server.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { describeWithZeebe } from '../support/zeebe.js';

// A cluster keeps what it has deployed: each run has a process and a message of its own.
const RUN = newId().slice(0, 8);

const MODEL = bpmn(
  `<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>
   <bpmn:serviceTask id="mail"><bpmn:extensionElements><zeebe:taskDefinition type="post.mailSenden" />
     <zeebe:taskHeaders><zeebe:header key="an" value="{{ empfaenger }}" /><zeebe:header key="betreff" value="Gehweg" />
       <zeebe:header key="text" value="Guten Tag" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:endEvent id="gesendet" />${chain('start', 'mail', 'gesendet')}
   <bpmn:boundaryEvent id="abgelehnt" attachedToRef="mail"><bpmn:outgoing>f</bpmn:outgoing><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>
   <bpmn:serviceTask id="anders"><bpmn:extensionElements><zeebe:taskDefinition type="aufgabe.erinnern" />
     </bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:sequenceFlow id="f" sourceRef="abgelehnt" targetRef="anders" />`,
  `<bpmn:error id="e" errorCode="post.abgelehnt" /><bpmn:message id="m" name="Versand ${RUN}" />`,
).replace('id="process"', `id="versand-${RUN}"`);

describeWithZeebe('Auf einem echten Zeebe sendet ein Ablauf eine E-Mail', (zeebe) => {
  let server: MailServer;
  let office: TestOffice;

  beforeAll(async () => {
    server = await openMailServer();
    office = await openTestOffice({ zeebe, mail: createSmtpTransport(server.place) });
    done(await office.act('kim.okafor', 'workflow.deployProcess', { xml: MODEL }));
  });
  beforeEach(() => {
    server.script = {};
    server.received.length = 0;
  });
  afterAll(async () => {
    await office.close();
    await server.close();
  });

  const rows = <Row extends object>(sql: string, value: string) =>
    office.bench.database.transaction(office.bench.mandantId, (queries) => queries.query<Row>(sql, [value]));

  async function start(): Promise<string> {
    const { bench } = office;
    const [ids] = await rows<{ einheit: string; unit: string }>(
      `SELECT e.id AS einheit, u.id AS unit FROM aktenplaneinheit e, unit u WHERE e.kennzeichen = $1 AND u.code = '20.31'`,
      '20.31.05',
    );
    const akte = { einheitId: ids?.einheit ?? '', federfuehrungId: ids?.unit ?? '', betreff: 'Gehweg' };
    const { akteId } = done(await bench.runner.run(bench.system, openAkte, akte));
    const { vorgangId } = done(await bench.runner.run(bench.system, openVorgang, { akteId, betreff: 'Gehweg' }));
    const message = { name: `Versand ${RUN}`, correlationKey: vorgangId, messageId: newId(), ttlMs: 600_000 };
    await office.runner.transaction(bench.system, async (tx) => ({
      outcome: await office.engine.publish(tx, {
        ...message,
        variables: { lmMandantId: tx.mandantId, vorgangId, empfaenger: 'anna@amt.example' },
      }),
    }));
    await office.settle();
    return vorgangId;
  }

  const jobsOf = (vorgangId: string) =>
    rows<{ element: string; state: string }>(
      `SELECT j.element_id AS element, j.state FROM engine.zeebe_job j JOIN engine.instance i ON i.key = j.instance_key
        WHERE i.business_key = $1 ORDER BY j.key`,
      vorgangId,
    );

  it('nimmt den Weg „abgelehnt“, wenn der Mailserver die E-Mail nicht will', async () => {
    server.script = { mail: () => 554 };
    const vorgangId = await start();
    expect((await jobsOf(vorgangId)).map(({ element }) => element)).toEqual(['mail', 'anders']);
    expect(server.received).toEqual([]);
  });

  it('wartet, solange der Mailserver nicht kann, sendet dann einmal und legt die E-Mail ab', async () => {
    server.script = { mail: () => 451 };
    const vorgangId = await start();
    expect(await jobsOf(vorgangId)).toEqual([{ element: 'mail', state: 'open' }]);
    server.script = {};
    office.bench.clock.advance(60_000);
    await office.settle();
    expect(server.received).toHaveLength(1);
    expect(await jobsOf(vorgangId)).toEqual([{ element: 'mail', state: 'done' }]);
    const filed = await rows(`SELECT art FROM dokument WHERE vorgang_id = $1`, vorgangId);
    expect(filed).toEqual([{ art: 'ausgang' }]);
  });
});
