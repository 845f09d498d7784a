import { simpleParser } from 'mailparser';
import { createSmtpTransport } from '../../connectors/mail/smtp-transport.js';
import type { EingangRow, EingangView } from '../../server/contract/views.js';
import { done } from '../support/closed-vorgang.js';
import { mailWith } from '../support/everything/mail-with.js';
import { rechnungXml } from '../support/letters.js';
import { openMailServer, type MailServer } from '../support/mail-server.js';
import { openTestOffice, type TestOffice } from '../support/office.js';

const desk = 'ines.vogt';
const HALF_A_MINUTE = 30_000;

let server: MailServer;
let office: TestOffice;
beforeAll(async () => {
  server = await openMailServer();
  office = await openTestOffice({ mail: createSmtpTransport(server.place) });
});
beforeEach(() => {
  server.script = {};
  server.received.length = 0;
});
afterAll(async () => {
  await office.close();
  await server.close();
});

/** A mail that has come in and was filed; what is shown of it. */
async function filedMail(nummer: string) {
  const eingangId = await office.receive(`${nummer}.eml`, mailWith(rechnungXml({ nummer })));
  const { version } = await view(eingangId);
  const { bench } = office;
  const aktenplaneinheitId = await rowId(`SELECT id FROM aktenplaneinheit WHERE kennzeichen = '20.31.05'`);
  const betreffs = { akteBetreff: 'Gebäude', vorgangBetreff: nummer };
  const target = { kind: 'aktenplaneinheit', aktenplaneinheitId, ...betreffs } as const;
  const input = { eingangId, version, target, betreff: nummer, letterDate: bench.clock.today(), processId: null };
  const { vorgangId, aktenzeichen } = done(await office.act(desk, 'posteingang.assignEingang', input));
  return { eingangId, vorgangId, aktenzeichen };
}

async function rowId(sql: string): Promise<string> {
  const { database, mandantId } = office.bench;
  const [row] = await database.transaction(mandantId, (queries) => queries.query<{ id: string }>(sql));
  return row!.id;
}

const view = async (id: string) => done(await office.read<EingangView>(desk, `/api/posteingang/${id}`));
const waiting = async () =>
  done(await office.read<{ items: EingangRow[] }>(desk, '/api/posteingang/receipts')).items.map(({ id }) => id);
const order = async (eingangId: string) => {
  const { receipt } = await view(eingangId);
  return office.act(desk, 'posteingang.orderReceipt', { eingangId, version: receipt!.version });
};
const pass = async (milliseconds: number) => {
  office.bench.clock.advance(milliseconds);
  await office.settle();
};

describe('Angenommen eine E-Mail ist abgelegt', () => {
  it('F24 Wenn die Bestätigung beauftragt ist, dann geht sie nach einer halben Minute einmal hinaus und liegt im Vorgang', async () => {
    const { eingangId, vorgangId, aktenzeichen } = await filedMail('RE-2026-2401');
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'open' });
    expect(await waiting()).toContain(eingangId);
    done(await order(eingangId));
    await pass(HALF_A_MINUTE - 1_000);
    expect(server.received).toEqual([]);
    await pass(1_000);
    await pass(86_400_000);
    expect(server.received).toHaveLength(1);
    const mail = await simpleParser(server.received[0]!.bytes);
    expect(mail.subject).toBe(`Eingangsbestätigung: RE-2026-2401 (${aktenzeichen})`);
    expect(mail.text).toContain(`Aktenzeichen ${aktenzeichen}`);
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'sent' });
    expect(await waiting()).not.toContain(eingangId);
    const filed = await rowId(
      `SELECT count(*)::int AS id FROM dokument WHERE art = 'ausgang' AND vorgang_id = '${vorgangId}'`,
    );
    expect(filed).toBe(1);
  });

  it('F24 Wenn jemand sie anhält, dann geht sie nicht hinaus und wartet wieder', async () => {
    const { eingangId } = await filedMail('RE-2026-2402');
    const ordered = done(await order(eingangId));
    done(await office.act(desk, 'posteingang.holdReceipt', { eingangId, ...ordered }));
    await pass(10 * HALF_A_MINUTE);
    expect(server.received).toEqual([]);
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'open' });
  });

  it('F24 Wenn der Mailserver sie ablehnt, dann steht seine Antwort da; ist er nur weg, dann geht sie später', async () => {
    const { eingangId } = await filedMail('RE-2026-2403');
    server.script = { recipient: () => 550 };
    done(await order(eingangId));
    await pass(HALF_A_MINUTE);
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'failed', note: expect.stringContaining('550') });
    expect(await waiting()).toContain(eingangId);
    server.script = { mail: () => 451 };
    done(await order(eingangId));
    await pass(HALF_A_MINUTE);
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'ordered' });
    server.script = {};
    await pass(86_400_000);
    expect(server.received).toHaveLength(1);
    expect((await view(eingangId)).receipt).toMatchObject({ state: 'sent' });
  });
});
