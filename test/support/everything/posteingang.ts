import type { EingangView } from '../../../server/contract/views.js';
import { done } from '../closed-vorgang.js';
import { rechnungXml } from '../letters.js';
import { filedRechnung } from '../rechnung.js';
import { mailWith } from './mail-with.js';
import type { TestOffice } from '../office.js';

const desk = 'ines.vogt';

/** The same letter comes twice and is linked, the link is undone and made again; the first is given away, and comes back. @returns a batch */
export async function workAtDesk(office: TestOffice): Promise<string> {
  const letter = Buffer.from('Sehr geehrte Damen und Herren, anbei das Gutachten.');
  const originalId = await office.receive('Gutachten.txt', letter);
  const eingangId = await office.receive('Gutachten noch einmal.txt', letter);
  const { version } = done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));
  const linked = done(await office.act(desk, 'posteingang.linkDuplicate', { eingangId, version, originalId }));
  const free = done(await office.act(desk, 'posteingang.unlinkDuplicate', { eingangId, ...linked }));
  done(await office.act(desk, 'posteingang.linkDuplicate', { eingangId, ...free, originalId }));
  await passOn(office, originalId);
  await answerMail(office);
  return fileAtOnce(office);
}

/** What is certain is filed as a batch, and taken back; so is what somebody has filed alone. */
async function fileAtOnce(office: TestOffice): Promise<string> {
  const { eingangId } = await filedRechnung(office, { nummer: 'RE-2026-25' });
  await office.receive('Sicher.xml', rechnungXml({ nummer: 'RE-2026-26' }));
  const { stapelId } = done(await office.act(desk, 'stapel.planFiling', { confidence: 'sicher' }));
  done(await office.act(desk, 'stapel.startStapel', { stapelId }));
  done(await office.act(desk, 'stapel.takeBackStapel', { stapelId }));
  const { version } = done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));
  done(await office.act(desk, 'posteingang.unassignEingang', { eingangId, version }));
  return stapelId;
}

/** A mail whose receipt is ordered, held back, waived, and sent after all. */
async function answerMail(office: TestOffice): Promise<void> {
  const eingangId = await office.receive('Mail.eml', mailWith(rechnungXml({ nummer: 'RE-2026-24' })));
  const { version } = done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));
  const { vorgangId } = await filedRechnung(office);
  const target = { kind: 'vorgang', vorgangId } as const;
  const filing = { eingangId, version, target, betreff: 'Mail', letterDate: null, processId: null };
  done(await office.act(desk, 'posteingang.assignEingang', filing));
  const ordered = done(await office.act(desk, 'posteingang.orderReceipt', { eingangId, version: 1 }));
  const held = done(await office.act(desk, 'posteingang.holdReceipt', { eingangId, ...ordered }));
  const reason = 'Schon am Telefon bestätigt';
  const waived = done(await office.act(desk, 'posteingang.waiveReceipt', { eingangId, ...held, reason }));
  done(await office.act(desk, 'posteingang.orderReceipt', { eingangId, ...waived }));
  office.bench.clock.advance(60_000);
  await office.settle();
}

/** Forwarded and recalled, forwarded again, accepted, and sent back with a reason. */
async function passOn(office: TestOffice, eingangId: string): Promise<void> {
  const { version } = done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));
  const receiver = { kind: 'person', id: office.personId('jana.petersen') } as const;
  const first = { eingangId, version, receiver, note: '' };
  const given = done(await office.act(desk, 'posteingang.forwardEingang', first));
  const back = done(await office.act(desk, 'posteingang.recallEingang', { eingangId, ...given }));
  const again = done(await office.act(desk, 'posteingang.forwardEingang', { ...first, ...back }));
  const accepted = done(await office.act('jana.petersen', 'posteingang.acceptEingang', { eingangId, ...again }));
  const refusal = { eingangId, ...accepted, reason: 'Gehört zum Haushalt' };
  done(await office.act('jana.petersen', 'posteingang.refuseEingang', refusal));
}
