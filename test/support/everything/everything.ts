import type { PersonActName } from '../../../server/contract/acts.js';
import { isRejection } from '../../../server/contract/rejections.js';
import type { EingangView } from '../../../server/contract/views.js';
import type { Route } from '../../../server/platform/http/routes.js';
import { done } from '../closed-vorgang.js';
import { rechnungXml } from '../letters.js';
import type { TestOffice } from '../office.js';
import { personWith } from '../people.js';
import { compareEverything } from './consistency.js';
import { passAround } from './aufgaben.js';
import { grantAndWithdraw } from './access.js';
import { workOnDokumente } from './dokumente.js';
import { destroyRecords, keepRecords } from './aussonderung.js';
import { workAtDesk } from './posteingang.js';
import { moveFrist } from './fristen.js';
import { takeOverVorgang } from './import.js';
import { tellAndClose } from './barrieren.js';
import { keepRegister } from './kontakte.js';
import { mailWith } from './mail-with.js';
import { changeAktenplan, openByHand } from './plan.js';
import { runProcesses } from './processes.js';
import { proveAndErase } from './protokoll.js';
import { editInBrowser } from './wopi.js';
import { askForHelp } from './ersuchen.js';
import { giveInspection } from './akteneinsicht.js';
import { annotate } from './annotations.js';
import { splitPile } from './scans.js';
import { blacken } from './schwaerzung.js';
import { sendRound } from './laufweg.js';
import { orderAndRecall } from './verfuegung.js';
import { uploadFiles } from './uploads.js';
import { cancel, reopen } from './closing.js';
import { takePdf } from './record-pdf.js';
import { makeRendition } from './renditions.js';
import { lookAround, lookAtLog } from './look-around.js';
import { lookForThings } from './search.js';
import { writeFromVorlagen } from './vorlagen.js';
import { runStapel } from './stapel.js';
import { aufgabeOf, closedRechnung, complete, filedRechnung, TO_DESTROY, vorgangOf } from '../rechnung.js';
import { signInByDirectories } from './sign-in.js';
import { giveAndTakeAccess } from './tokens.js';
import { defineFields } from './zusatzfelder.js';
import { handOnWork } from './transfer.js';
import { handOver } from './weitergabe.js';
import { sayOtherwise } from './wording.js';

const ELEVEN_YEARS = 4_100;

export interface Done {
  readonly acts: ReadonlySet<PersonActName>;
  readonly routes: ReadonlySet<Route>;
}

/** Performs every act of the office and looks at every route of it, with success: all that its slices ask the database. */
export async function doEverything(office: TestOffice): Promise<Done> {
  const acts = new Set<PersonActName>();
  const counted: TestOffice = {
    ...office,
    act: async (login, name, input, key) => {
      const result = await office.act(login, name, input, key);
      if (!isRejection(result)) acts.add(name);
      return result;
    },
  };
  const alone = await lookAtLog(office);
  const ids = await recordOfPaper(counted);
  const eingangId = await addToVorgang(counted, ids.vorgangId);
  const stapelId = await workAtDesk(counted);
  await splitPile(counted);
  await passAround(counted);
  const pieceId = await uploadFiles(counted);
  await cancel(counted);
  const aboutRights = await grantAndWithdraw(counted, ids.vorgangId);
  const { uploadId, versionedId } = await workOnDokumente(counted, ids.vorgangId);
  acts.add(await editInBrowser(counted, ids.vorgangId));
  const drawnId = await blacken(counted, ids.vorgangId);
  await annotate(counted, drawnId);
  const officeId = await makeRendition(counted, ids.vorgangId);
  const importId = await changeAktenplan(counted);
  const kontaktId = await keepRegister(counted, ids.vorgangId);
  const zusatzfeldId = await defineFields(counted);
  const vorlagen = await writeFromVorlagen(counted, ids.vorgangId, ids.einheitId);
  await lookForThings(counted);
  await sendRound(counted);
  await orderAndRecall(counted);
  await runStapel(counted, ids.vorgangId);
  await handOnWork(counted, ids.vorgangId);
  await openByHand(counted, ids.einheitId);
  await moveFrist(counted, ids.vorgangId);
  const instanceKey = await runProcesses(counted, ids.vorgangId);
  const [given, shown] = [await closedRechnung(counted), await closedRechnung(counted)];
  await reopen(counted, shown.vorgangId);
  const unwanted = [
    await closedRechnung(counted, { kennzeichen: TO_DESTROY }),
    await closedRechnung(counted, { kennzeichen: TO_DESTROY }),
  ];
  done(await counted.act('kim.okafor', 'demo.moveClock', { days: ELEVEN_YEARS }));
  await giveAndTakeAccess(counted);
  await signInByDirectories(counted);
  const protokoll = await proveAndErase(counted, ids.vorgangId);
  const kept = await keepRecords(counted, shown.vorgangId);
  const vernichtungId = await destroyRecords(
    counted,
    unwanted.map(({ vorgangId }) => vorgangId),
  );
  const vorgangIds = [given.vorgangId];
  const { aussonderungId } = done(await counted.act('amir.rakimov', 'aussonderung.transferAbgabe', { vorgangIds }));
  await takeOverVorgang(office);
  await compareEverything(office);
  await tellAndClose(counted);
  await sayOtherwise(counted);
  const akteneinsichtId = await giveInspection(counted, ids.vorgangId);
  const { weitergabeId, acts: answers } = await handOver(counted);
  [...answers, ...(await askForHelp(counted, ids.vorgangId))].forEach((name) => acts.add(name));
  // Of whoever asks the routes below.
  const pdfId = await takePdf(counted, personWith('akte.read'), ids.vorgangId);
  const routes = await lookAround(office, {
    ...{ ...ids, officeId, pdfId },
    ...{ eingangId, uploadId, versionedId, importId, pieceId, kontaktId, zusatzfeldId, vorlagen, drawnId },
    ...{ vernichtungId, aussonderungId, instanceKey, akteneinsichtId, weitergabeId, stapelId },
    dueVorgangId: shown.vorgangId,
    protokoll,
    kept,
    ...aboutRights,
  });
  return { acts, routes: new Set([...alone, ...routes]) };
}

/** A paper invoice whose data a person types, and whose check is late enough for the reminder. */
async function recordOfPaper(office: TestOffice) {
  const { vorgangId, dokumentId } = await filedRechnung(office, { form: 'paper' });
  const aufgabe = await aufgabeOf(office, 'jana.petersen', 'erfassung', vorgangId);
  done(await complete(office, 'jana.petersen', aufgabe, aufgabe.data));
  await office.pass(5);
  const { aktenplan } = await vorgangOf(office, vorgangId);
  return { vorgangId, dokumentId, einheitId: aktenplan.at(-1)?.id ?? '', aufgabeId: aufgabe.id };
}

/** A letter that is put aside first, then goes into an open Vorgang, and one more into its Akte; both by hand. */
async function addToVorgang(office: TestOffice, vorgangId: string): Promise<string> {
  let last = '';
  const { akte } = await vorgangOf(office, vorgangId);
  for (const target of [
    { kind: 'vorgang', vorgangId },
    { kind: 'akte', akteId: akte.id, vorgangBetreff: 'Nachtrag' },
  ] as const) {
    const eingangId = await office.receive('Nachtrag.eml', mailWith(rechnungXml({ nummer: target.kind })));
    const { version } = done(await office.read<EingangView>('ines.vogt', `/api/posteingang/${eingangId}`));
    const note = 'Absender fragen';
    const aside = done(await office.act('ines.vogt', 'posteingang.setAsideEingang', { eingangId, version, note }));
    const resumed = done(await office.act('ines.vogt', 'posteingang.resumeEingang', { eingangId, ...aside }));
    const input = { eingangId, ...resumed, target, betreff: 'Nachtrag', letterDate: null, processId: null };
    done(await office.act('ines.vogt', 'posteingang.assignEingang', input));
    last = eingangId;
  }
  return last;
}
