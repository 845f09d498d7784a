import { randomUUID } from 'node:crypto';
import type { ClosingView } from '../../server/contract/closing-views.js';
import type { AufgabeArt, EingangRow } from '../../server/contract/views.js';
import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { createRandom, type Random } from '../features/mutations/random.js';
import { eventually, type ApiClient } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { inventory } from '../support/inventory.js';
import { rechnungXml } from '../support/letters.js';
import { openCutServer, type CutServer } from '../support/power-cuts.js';
import { temporaryDataFolder } from '../support/server-process.js';
import { assignmentOf, nextAufgabe } from '../support/way-of-a-letter.js';

// Requests take some 10 to 60 ms, an examination some 500: the cuts fall before, into and behind them.
const REQUEST_MILLISECONDS = 80;
const EXAMINATION_MILLISECONDS = 800;

describe('a server that loses its power in each of the seven hops', () => {
  it.each([1, 2, 3])(
    'has lost nothing and doubled nothing (seed %d)',
    async (seed) => {
      const folder = await temporaryDataFolder();
      try {
        await sendThroughTheHouse(folder.path, createRandom(seed));
        const found = await inventory(folder.path);
        expect(found.counts).toEqual({
          eingaenge: { 'demo-1': 1, 'demo-2': 1, 'demo-3': 1, upload: 1 },
          // Two of each are the demo's.
          akten: 3,
          vorgaenge: { abgegeben: 1, offen: 2 },
          instances: { completed: 1 },
          aufgaben: {
            'pruefung erledigt': 1,
            'mitzeichnung erledigt': 2,
            'schlusszeichnung erledigt': 1,
            'zahlung erledigt': 1,
            'zda erledigt': 1,
          },
          zeichnungen: { sachlich: 1, mitzeichnung: 2, schlusszeichnung: 1 },
          // Unsigned: the Vermerk before its signature; Protokoll and list of Aufgaben, filed by the closing.
          versions: { 'eingang unsigned': 1, 'vermerk unsigned': 3, 'vermerk signed': 1 },
          aussonderungen: 1,
          acts: {
            'posteingang.receiveEingang': 4,
            'posteingang.recordExamination': 4,
            'posteingang.assignEingang': 1,
            'aufgabe.completeAufgabe': 4,
            'zeichnung.signDokument': 1,
            'akte.closeZdA': 1,
            'aussonderung.transferAbgabe': 2, // one line for the package, one for its Vorgang
          },
          unfinished: 0,
          incidents: 0,
        });
        expect(found.protokoll).toMatchObject([{ broken: null, damagedCheckpoints: [] }]);
        expect(found.objects.filter(({ state }) => state !== 'intact')).toEqual([]);
        expect(found.objects.length).toBeGreaterThan(5);
      } finally {
        await folder.remove();
      }
    },
    300_000,
  );
});

async function sendThroughTheHouse(dataFolder: string, random: Random): Promise<void> {
  const server = await openCutServer(dataFolder);
  const moment = () => random.below(REQUEST_MILLISECONDS);
  try {
    // 1 receive
    const xml = rechnungXml();
    const upload = keyed((client, key) => client.upload('rechnung.xml', xml, key));
    const { eingangId } = done(await server.cutDuring(moment(), 'ines.vogt', upload));
    // 2 examine
    await server.cutAfter(random.below(EXAMINATION_MILLISECONDS));
    const input = await assignmentOf(await server.as('ines.vogt'), eingangId);
    // 3 assign
    const assign = keyed((client, key) => client.act('posteingang.assignEingang', input, key));
    const { vorgangId } = done(await server.cutDuring(moment(), 'ines.vogt', assign));
    // 4 engine to Aufgabe
    await server.cutAfter(moment());
    // 5 complete, and the two Mitzeichnungen that it leads to
    await complete(server, moment(), 'jana.petersen', 'pruefung', { entscheidung: 'richtig' });
    for (const login of ['deniz.aydin', 'tomasz.sliwa']) {
      await complete(server, moment(), login, 'mitzeichnung', { entscheidung: 'mitzeichnen' });
    }
    // 6 sign and close
    const toSign = await nextAufgabe(await server.as('ruth.lindqvist'), 'schlusszeichnung');
    const signing = { aufgabeId: toSign.id, version: toSign.version, password: DEMO_PASSWORD };
    const sign = keyed((client, key) => client.act('zeichnung.signDokument', signing, key));
    done(await server.cutDuring(moment(), 'ruth.lindqvist', sign));
    const payment = { zahlungsdatum: '2026-11-26', buchungszeichen: 'B-1' };
    await complete(server, moment(), 'tomasz.sliwa', 'zahlung', payment);
    const toClose = await nextAufgabe(await server.as('jana.petersen'), 'zda');
    const closing = { vorgangId, version: toClose.vorgang.version };
    const close = keyed((client, key) => client.act('akte.closeZdA', closing, key));
    done(await server.cutDuring(moment(), 'jana.petersen', close));
    await closingWorked(await server.as('jana.petersen'), vorgangId);
    // 7 transfer
    done(await (await server.as('kim.okafor')).act('demo.moveClock', { days: 4_100 }));
    const transfer = keyed((client, key) =>
      client.act('aussonderung.transferAbgabe', { vorgangIds: [vorgangId] }, key),
    );
    done(await server.cutDuring(moment() * 2, 'amir.rakimov', transfer));
    await demoLettersExamined(await server.as('ines.vogt'));
  } finally {
    expect(await server.stop()).toBe(0);
  }
}

/** What follows z. d. A. goes on after a cut, too; what has been handed over takes nothing any more. */
function closingWorked(client: ApiClient, vorgangId: string): Promise<unknown> {
  return eventually(async () => {
    const { works } = await client.get<ClosingView>(`/api/vorgaenge/${vorgangId}/abschlussarbeiten`);
    return works.length > 0 && works.every(({ state }) => state !== 'waiting');
  }, 'the work that follows the closing');
}

/** The same request at every sending: the key is what makes the second one a repetition. */
function keyed<T>(send: (client: ApiClient, key: string) => Promise<T>): (client: ApiClient) => Promise<T> {
  const key = randomUUID();
  return (client) => send(client, key);
}

async function complete(
  server: CutServer,
  moment: number,
  login: string,
  art: AufgabeArt,
  data: Record<string, unknown>,
): Promise<void> {
  const { id: aufgabeId, version } = await nextAufgabe(await server.as(login), art);
  const act = keyed((client, key) => client.act('aufgabe.completeAufgabe', { aufgabeId, version, data }, key));
  done(await server.cutDuring(moment, login, act));
}

/** They are delivered at every start, as far as they are not there yet; here their number is a part of the proof. */
function demoLettersExamined(client: ApiClient): Promise<unknown> {
  return eventually(async () => {
    const { items } = await client.get<{ items: EingangRow[] }>('/api/posteingang');
    return items.filter(({ state }) => state !== 'empfangen').length >= 3;
  }, 'the letters of the demo');
}
