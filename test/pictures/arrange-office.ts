import type { AktenplanHits } from '../../server/contract/aktenplan-views.js';
import { dayInBerlin } from '../../server/platform/clock.js';
import { eventually } from '../support/api-client.js';
import { accepted, officeWalk, type OfficeWalk } from '../support/pages/office-walk.js';
import type { EingangView } from '../../server/contract/views.js';
import { mailedInvoice, printedOnPaper, type Invoice, type Post } from './invented-post.js';
import type { PlacesOfOffice } from './screens.js';

/** A Monday; nine days later the pictures are taken. It lies ahead, since the demo's clock goes only forward. */
export const STARTS_AT = new Date('2030-11-18T08:24:00Z');
const POSITION = '20.31.05';
const AKTE = 'Sanierung und Unterhaltung der Kreisgebäude';
/** As long as the Vorgaenge are kept, and the rest of their year. */
const RETENTION_DAYS = 4018;

const PAID: readonly Invoice[] = [
  { company: 'Dachbau Rensing GmbH', number: 'DR-1183', subject: 'Reparatur Flachdach Kreisarchiv', netCent: 612_000 },
  { company: 'Elektro Wiemann e. K.', number: '2030-771', subject: 'Prüfung der Aufzugsbeleuchtung', netCent: 48_350 },
];

/** Each with the days until the next: the oldest are late when the pictures are taken. */
const OPEN: readonly (readonly [Invoice, number])[] = [
  [{ company: 'Malerbetrieb Sendker', number: '4402', subject: 'Anstrich Sitzungssaal', netCent: 318_000 }, 1],
  [{ company: 'Glaserei Thörl GmbH', number: 'GT-90', subject: 'Isolierglas Treppenhaus', netCent: 74_260 }, 3],
  [{ company: 'Brandschutz Kessel AG', number: 'B-20718', subject: 'Wartung Brandmeldeanlage', netCent: 892_400 }, 2],
  [{ company: 'Tischlerei Öztürk', number: 'R-358', subject: 'Türen Bürgerbüro', netCent: 241_900 }, 2],
  [{ company: 'Hausmeisterdienst Lüders', number: '30-1106', subject: 'Winterdienst November', netCent: 96_000 }, 1],
  [{ company: 'Sanitär Vogelsang KG', number: 'SV-5521', subject: 'Trinkwasserprobe Kreishaus', netCent: 38_720 }, 0],
];

const PRINTED: Invoice = {
  company: 'Gerüstbau Nordmeyer',
  number: 'N-2214',
  subject: 'Gerüst Nordfassade, Standzeit Oktober',
  netCent: 426_500,
};

const WAITING: readonly Invoice[] = [
  {
    company: 'Fensterbau Ahrens GmbH',
    number: 'FA-3307',
    subject: 'Fenster Nordflügel, zweite Rate',
    netCent: 1_284_000,
  },
  { company: 'Reinigung Czerny', number: 'C-118', subject: 'Glasreinigung Kreishaus', netCent: 57_800 },
  { company: 'Stadtwerke Musterbrück', number: 'SW-77120', subject: 'Fernwärme Oktober', netCent: 903_112 },
];

/** Nine days of an office: invoices paid, invoices on their way, and letters that wait. */
export async function arrangeOffice(url: string): Promise<PlacesOfOffice> {
  const office = officeWalk(url);
  const vorgangIds: string[] = [];
  for (const invoice of PAID) vorgangIds.push(await pay(office, invoice));
  let pruefungId = '';
  for (const [invoice, days] of OPEN) {
    const vorgangId = await file(office, mailedInvoice(invoice, await today(office)));
    ({ id: pruefungId } = await office.aufgabe('jana.petersen', 'pruefung', vorgangId));
    if (invoice.company === ON_ITS_WAY) await coSign(office, invoice, vorgangId);
    if (days > 0) await moveClock(office, days);
  }
  const printed = await file(office, printedOnPaper(PRINTED, await today(office)));
  const { id: erfassungId } = await office.aufgabe('jana.petersen', 'erfassung', printed);
  for (const invoice of WAITING) await upload(office, mailedInvoice(invoice, await today(office)));
  const [vorgangId = ''] = vorgangIds;
  const { register } = await office.vorgang(vorgangId);
  const vermerkId = register.find(({ art }) => art === 'vermerk')?.id ?? '';
  return { vorgangId, vermerkId, pruefungId, erfassungId };
}

/** Waits for its Schlusszeichnung. */
const ON_ITS_WAY = 'Brandschutz Kessel AG';
const RIGHT = { entscheidung: 'richtig' };
/** 5.000 € with tax. */
const CO_SIGNED_FROM = 420_000;

/** Closes what is paid, and lets its Aufbewahrungsfrist pass. */
export async function moveToLastYear(url: string): Promise<void> {
  const office = officeWalk(url);
  const jana = await office.as('jana.petersen');
  const { items } = await jana.get<{ items: { id: string; art: string }[] }>('/api/aufgaben?list=meine&most=100');
  for (const { id } of items.filter(({ art }) => art === 'zda')) {
    const { vorgang } = await jana.get<{ vorgang: { id: string } }>(`/api/aufgaben/${id}`);
    await office.closeZdA(vorgang.id);
  }
  await moveClock(office, RETENTION_DAYS);
}

/** Through all hands, up to z. d. A. */
async function pay(office: OfficeWalk, invoice: Invoice): Promise<string> {
  const vorgangId = await file(office, mailedInvoice(invoice, await today(office)));
  await coSign(office, invoice, vorgangId);
  await office.sign(vorgangId);
  const payment = { zahlungsdatum: await today(office), buchungszeichen: '20.31.05-8841' };
  await office.complete('tomasz.sliwa', 'zahlung', vorgangId, payment);
  await office.aufgabe('jana.petersen', 'zda', vorgangId);
  return vorgangId;
}

/** Up to the Schlusszeichnung. */
async function coSign(office: OfficeWalk, invoice: Invoice, vorgangId: string): Promise<void> {
  await office.complete('jana.petersen', 'pruefung', vorgangId, { ...RIGHT, bemerkung: 'Leistung ist erbracht.' });
  if (invoice.netCent > CO_SIGNED_FROM) {
    for (const login of ['deniz.aydin', 'tomasz.sliwa']) {
      await office.complete(login, 'mitzeichnung', vorgangId, { entscheidung: 'mitzeichnen' });
    }
  }
  await office.aufgabe('ruth.lindqvist', 'schlusszeichnung', vorgangId);
}

async function upload(office: OfficeWalk, { name, bytes }: Post): Promise<EingangView> {
  const poststelle = await office.as('ines.vogt');
  const { eingangId } = accepted(await poststelle.upload(name, bytes));
  return eventually(async () => {
    const view = await poststelle.get<EingangView>(`/api/posteingang/${eingangId}`);
    return view.state !== 'empfangen' && view;
  }, `examination of ${name}`);
}

/** Files it into the one Akte of these buildings, as a Vorgang of its own. */
async function file(office: OfficeWalk, post: Post): Promise<string> {
  const poststelle = await office.as('ines.vogt');
  const eingang = await upload(office, post);
  const { einheiten, akten } = await poststelle.get<AktenplanHits>(`/api/aktenplan/treffer?q=${POSITION}`);
  const akte = akten.find(({ betreff }) => betreff === AKTE);
  const einheit = einheiten.find(({ kennzeichen }) => kennzeichen === POSITION);
  const vorgangBetreff = eingang.title;
  const target = akte
    ? { kind: 'akte' as const, akteId: akte.id, vorgangBetreff }
    : { kind: 'aktenplaneinheit' as const, aktenplaneinheitId: einheit?.id ?? '', akteBetreff: AKTE, vorgangBetreff };
  const { vorgangId } = accepted(
    await poststelle.act('posteingang.assignEingang', {
      ...{ eingangId: eingang.id, version: eingang.version, target, betreff: eingang.title },
      ...{ letterDate: eingang.examination?.letterDate ?? null, processId: 'rechnungsfreigabe' },
    }),
  );
  return vorgangId;
}

async function moveClock(office: OfficeWalk, days: number): Promise<void> {
  accepted(await (await office.as('kim.okafor')).act('demo.moveClock', { days }));
}

async function today(office: OfficeWalk): Promise<string> {
  const { now } = await (await office.as('kim.okafor')).get<{ now: string }>('/api/session');
  return dayInBerlin(new Date(now));
}
