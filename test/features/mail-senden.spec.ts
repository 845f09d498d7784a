import { simpleParser } from 'mailparser';
import { buffer } from 'node:stream/consumers';
import { createSmtpTransport } from '../../connectors/mail/smtp-transport.js';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { bpmn, chain } from '../../server/workflow/embedded/bpmn.testing.js';
import { done } from '../support/closed-vorgang.js';
import { openMailServer, type MailServer } from '../support/mail-server.js';
import { openTestOffice, type TestOffice } from '../support/office.js';

const step = (id: string, type: string, headers: Record<string, string>, inputs = '') => {
  const list = Object.entries(headers).map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`);
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" />
    <zeebe:taskHeaders>${list.join('')}</zeebe:taskHeaders>${inputs}</bpmn:extensionElements></bpmn:serviceTask>`;
};

const MODEL = bpmn(
  `<bpmn:startEvent id="start" />
   ${step('brief', 'dokument.pdfErstellen', { vorlage: 'eingangsbestaetigung' })}
   ${step(
     'mail',
     'post.mailSenden',
     { an: '{{ empfaenger }}', betreff: '{{ aktenzeichen }}: {{ betreff }}', text: 'Guten Tag, {{ mandant }}' },
     '<zeebe:ioMapping><zeebe:input source="=[pdfId]" target="anhaenge" /></zeebe:ioMapping>',
   )}
   <bpmn:endEvent id="end" />${chain('start', 'brief', 'mail', 'end')}
   <bpmn:boundaryEvent id="abgelehnt" attachedToRef="mail"><bpmn:outgoing>f</bpmn:outgoing><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>
   <bpmn:endEvent id="anders" /><bpmn:sequenceFlow id="f" sourceRef="abgelehnt" targetRef="anders" />`,
  '<bpmn:error id="e" errorCode="post.abgelehnt" />',
);

let server: MailServer;
let office: TestOffice;
let vorgangId: string;
let aktenzeichen: string;

beforeAll(async () => {
  server = await openMailServer();
  office = await openTestOffice({ mail: createSmtpTransport(server.place) });
  done(await office.act('kim.okafor', 'workflow.deployProcess', { xml: MODEL }));
});
beforeEach(async () => {
  server.script = {};
  server.received.length = 0;
  const { bench } = office;
  const [ids] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ einheit: string; unit: string }>(
      `SELECT e.id AS einheit, u.id AS unit FROM aktenplaneinheit e, unit u
        WHERE e.kennzeichen = '20.31.05' AND u.code = '20.31'`,
    ),
  );
  const input = { einheitId: ids?.einheit ?? '', federfuehrungId: ids?.unit ?? '', betreff: 'Gehweg' };
  const { akteId } = done(await bench.runner.run(bench.system, openAkte, input));
  const vorgang = done(await bench.runner.run(bench.system, openVorgang, { akteId, betreff: 'Gehweg Größe' }));
  ({ vorgangId, aktenzeichen } = vorgang);
});
afterAll(async () => {
  await office.close();
  await server.close();
});

async function start(empfaenger = 'anna@amt.example'): Promise<string> {
  const variables = { vorgangId, aktenzeichen, betreff: 'Gehweg Größe', empfaenger, mandant: 'Musterkreis' };
  const started = await office.runner.transaction(office.bench.system, (tx) =>
    office.engine.start(tx, { processId: 'process', businessKey: vorgangId, variables }),
  );
  await office.settle();
  return done(started).instanceKey;
}

const rows = <Row extends object>(sql: string, ...values: string[]) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) => queries.query<Row>(sql, values));
const statusOf = async (key: string) =>
  (await rows<{ status: string }>(`SELECT status FROM engine.instance WHERE key = $1`, key))[0]?.status;
const dokumente = () =>
  rows<{ betreff: string; mime: string; sha256: string }>(
    `SELECT d.betreff, v.mime, v.sha256 FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
      WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    vorgangId,
  );
const passed = async (instanceKey: string) =>
  (await rows<{ id: string }>(`SELECT element_id AS id FROM engine.event WHERE instance_key = $1`, instanceKey)).map(
    ({ id }) => id,
  );

describe('ein Ablauf schreibt einen Brief und sendet ihn als E-Mail', () => {
  it('sendet nichts, solange eine Adresse keine ist, und sagt es als Störung', async () => {
    const key = await start('anna@amt.example\r\nBcc: alle@amt.example');
    for (let attempt = 0; attempt < 3; attempt++) {
      office.bench.clock.advance(10_000);
      await office.settle();
    }
    const [incident] = await rows<{ type: string; message: { de: string } }>(
      `SELECT type, message FROM engine.incident WHERE instance_key = $1`,
      key,
    );
    expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES' });
    expect(incident?.message.de).toContain('postausgang.badAddress');
    expect(server.received).toEqual([]);
  });

  it('nimmt den Weg „abgelehnt“ mit der Antwort des Mailservers, wenn er die E-Mail nicht will', async () => {
    server.script = { mail: () => 554 };
    const key = await start();
    expect(await passed(key)).toContain('anders');
    expect(await statusOf(key)).toBe('completed');
    expect(await dokumente()).toHaveLength(1);
  });

  it('wartet auf einen Mailserver, der gerade nicht kann, und sendet dann einmal', async () => {
    let busy = 2;
    server.script = { mail: () => (busy-- > 0 ? 451 : undefined) };
    const key = await start();
    expect(await statusOf(key)).toBe('active');
    for (let round = 0; round < 3; round++) {
      office.bench.clock.advance(60_000);
      await office.settle();
    }
    expect(server.received).toHaveLength(1);
    expect(await statusOf(key)).toBe('completed');
  });

  it('sendet nach dem Abbruch des Ablaufs nicht mehr', async () => {
    server.script = { mail: () => 451 };
    const instanceKey = await start();
    await office.runner.transaction(office.bench.system, async (tx) => ({
      outcome: await office.engine.cancel(tx, { instanceKey }),
    }));
    server.script = {};
    office.bench.clock.advance(60_000);
    await office.settle();
    expect(server.received).toEqual([]);
  });

  it('gibt nach fünf Tagen auf: Störung mit der letzten Antwort; der neue Versuch trägt dieselbe Message-ID', async () => {
    server.script = { mail: () => 451 };
    const key = await start();
    await office.pass(6);
    const [incident] = await rows<{ key: string; message: { de: string } }>(
      `SELECT key, message FROM engine.incident WHERE instance_key = $1`,
      key,
    );
    expect(incident?.message.de).toContain('451');
    server.script = {};
    await office.runner.transaction(office.bench.system, async (tx) => ({
      outcome: await office.engine.resolveIncident(tx, { incidentKey: incident?.key ?? '' }),
    }));
    await office.settle();
    const tries = await rows<{ onceId: string }>(
      `SELECT payload -> 'job' ->> 'onceId' AS "onceId" FROM outbox
        WHERE topic = 'post.deliver' AND payload -> 'order' ->> 'vorgangId' = $1`,
      vorgangId,
    );
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map(({ onceId }) => onceId)).size).toBe(1);
    expect(server.received).toHaveLength(1);
    const { messageId } = await simpleParser(server.received[0]?.bytes ?? '');
    expect(messageId).toBe(`<${tries[0]?.onceId}@musterkreis.example>`);
    expect(await statusOf(key)).toBe('completed');
  });

  it('bleibt bei einer E-Mail mit einer Message-ID, wenn ihre Folgeschritte noch einmal drankommen', async () => {
    const { bench } = office;
    const key = await start();
    const [mail] = await dokumente().then((all) => all.filter(({ mime }) => mime === 'message/rfc822'));
    const [open] = await rows<{ payload: { job: { onceId: string } } }>(
      `SELECT payload FROM outbox WHERE topic = 'post.deliver' AND payload -> 'order' ->> 'vorgangId' = $1`,
      vorgangId,
    );
    expect(server.received).toHaveLength(1);
    const { messageId } = await simpleParser(server.received[0]?.bytes ?? '');
    expect(messageId).toBe(`<${open?.payload.job.onceId}@musterkreis.example>`);
    // As after a restore or a repeated delivery: the step is over by now, so nothing leaves a second time.
    await bench.database.transaction(bench.mandantId, (queries) =>
      queries.query(
        `UPDATE outbox SET done_at = NULL
          WHERE topic IN ('post.deliver', 'post.recordVersand')
            AND $1 IN (payload ->> 'vorgangId', payload -> 'order' ->> 'vorgangId')`,
        [vorgangId],
      ),
    );
    await office.settle();
    expect(server.received).toHaveLength(1);
    expect(await statusOf(key)).toBe('completed');
    expect((await dokumente()).filter(({ sha256 }) => sha256 === mail?.sha256)).toHaveLength(1);
  });

  it('legt ab, was das Haus verlassen hat: dieselben Bytes, mit dem Brief als Anhang', async () => {
    const key = await start();
    expect(await statusOf(key)).toBe('completed');
    const [brief, mail] = await dokumente();
    expect(brief).toMatchObject({ betreff: 'Eingangsbestätigung', mime: 'application/pdf' });
    expect(mail).toMatchObject({ betreff: `${aktenzeichen}: Gehweg Größe`, mime: 'message/rfc822' });
    const kept = await buffer(await office.bytes(mail?.sha256 ?? ''));
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'poststelle@musterkreis.example', to: ['anna@amt.example'] });
    expect(received?.bytes.toString('latin1').trimEnd()).toBe(kept.toString('latin1').trimEnd());
    const parsed = await simpleParser(kept);
    expect(parsed.text).toContain('Guten Tag, Musterkreis');
    expect(parsed.attachments[0]?.content).toEqual(await buffer(await office.bytes(brief?.sha256 ?? '')));
  });
});
