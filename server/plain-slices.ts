import { accessActs } from './access/access.acts.js';
import { accessRoutes } from './access/access.http.js';
import { AKTE_ACTS } from './akte/akte.acts.js';
import { akteRoutes } from './akte/akte.http.js';
import { AKTENPLAN_ACTS } from './aktenplan/aktenplan.acts.js';
import { ANNOTATION_ACTS } from './annotation/annotation.acts.js';
import { annotationRoutes } from './annotation/annotation.http.js';
import { AUFGABE_ACTS } from './aufgabe/aufgabe.acts.js';
import { aufgabeRoutes } from './aufgabe/aufgabe.http.js';
import { distributionRoutes } from './aufgabe/distribution.http.js';
import { AUSSONDERUNG_ACTS } from './aussonderung/aussonderung.acts.js';
import { barriereRoutes } from './barriere/barriere.http.js';
import { closeBarriere } from './barriere/close-barriere.js';
import { arrangeBoard } from './board/arrange-board.js';
import { boardRoutes } from './board/board.http.js';
import { DOKUMENT_ACTS } from './dokument/dokument.acts.js';
import { FRIST_ACTS } from './frist/frist.acts.js';
import { IDENTITY_ACTS } from './identity/identity.acts.js';
import { tokenRoutes } from './identity/token.http.js';
import { transferRoutes } from './identity/transfer.http.js';
import { KONTAKT_ACTS } from './kontakt/kontakt.acts.js';
import { kontaktRoutes } from './kontakt/kontakt.http.js';
import { LAUFWEG_ACTS, laufwegRoutes } from './laufweg/index.js';
import { POSTEINGANG_ACTS } from './posteingang/posteingang.acts.js';
import { eraseContent } from './protokoll/erase-content.js';
import { protokollRoutes } from './protokoll/protokoll.http.js';
import { stornoRechnung } from './rechnung/storno-rechnung.js';
import { STAPEL_ACTS } from './stapel/stapel.acts.js';
import { stapelRoutes } from './stapel/stapel.http.js';
import { VERFUEGUNG_ACTS } from './verfuegung/verfuegung.acts.js';
import { verfuegungRoutes } from './verfuegung/verfuegung.http.js';
import { ZUSATZFELD_ACTS } from './zusatzfeld/zusatzfeld.acts.js';
import { zusatzfeldRoutes } from './zusatzfeld/zusatzfeld.http.js';
import { changeWord } from './wording/change-word.js';
import { wordingRoutes } from './wording/wording.http.js';

/** Acts that need nothing but their transaction; the others get their parts in office.ts. */
export const PLAIN_ACTS = [
  ...AKTE_ACTS,
  ...AKTENPLAN_ACTS,
  ...ANNOTATION_ACTS,
  ...AUFGABE_ACTS,
  ...AUSSONDERUNG_ACTS,
  ...DOKUMENT_ACTS,
  ...FRIST_ACTS,
  ...IDENTITY_ACTS,
  ...KONTAKT_ACTS,
  ...LAUFWEG_ACTS,
  ...POSTEINGANG_ACTS,
  ...STAPEL_ACTS,
  ...VERFUEGUNG_ACTS,
  ...ZUSATZFELD_ACTS,
  ...accessActs,
  ...[arrangeBoard, changeWord, closeBarriere, eraseContent, stornoRechnung],
];

/** Routes that need nothing but what every request has. */
export const PLAIN_ROUTES = [
  ...accessRoutes,
  ...akteRoutes,
  ...annotationRoutes,
  ...aufgabeRoutes,
  ...barriereRoutes,
  ...boardRoutes,
  ...distributionRoutes,
  ...kontaktRoutes,
  ...laufwegRoutes,
  ...protokollRoutes,
  ...stapelRoutes,
  ...tokenRoutes,
  ...transferRoutes,
  ...verfuegungRoutes,
  ...wordingRoutes,
  ...zusatzfeldRoutes,
];
