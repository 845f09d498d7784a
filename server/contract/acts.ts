import { accessActs, type AccessActTypes } from './acts/access.js';
import { akteneinsichtActs, type AkteneinsichtActTypes } from './acts/akteneinsicht.js';
import { akteActs, type AkteActTypes } from './acts/akte.js';
import { aktenplanActs, type AktenplanActTypes } from './acts/aktenplan.js';
import { annotationActs, type AnnotationActTypes } from './acts/annotation.js';
import { aufgabeActs, type AufgabeActTypes } from './acts/aufgabe.js';
import { aussonderungActs, type AussonderungActTypes } from './acts/aussonderung.js';
import { barriereActs, type BarriereActTypes } from './acts/barriere.js';
import { boardActs, type BoardActTypes } from './acts/board.js';
import { consistencyActs } from './acts/consistency.js';
import { demoActs, type DemoActTypes } from './acts/demo.js';
import { dokumentActs, type DokumentActTypes } from './acts/dokument.js';
import type { ActDescription } from './acts/describe.js';
import { ersuchenActs, type ErsuchenActTypes } from './acts/ersuchen.js';
import { fristActs, type FristActTypes } from './acts/frist.js';
import { identityActs, type IdentityActTypes } from './acts/identity.js';
import { importActs } from './acts/import.js';
import { kontaktActs, type KontaktActTypes } from './acts/kontakt.js';
import { laufwegActs, type LaufwegActTypes } from './acts/laufweg.js';
import { mandantActs } from './acts/mandant.js';
import { notificationActs, type NotificationActTypes } from './acts/notification.js';
import { postausgangActs } from './acts/postausgang.js';
import { posteingangActs, type PosteingangActTypes } from './acts/posteingang.js';
import { protokollActs, type ProtokollActTypes } from './acts/protokoll.js';
import { rechnungActs, type RechnungActTypes } from './acts/rechnung.js';
import { schwaerzungActs, type SchwaerzungActTypes } from './acts/schwaerzung.js';
import { stapelActs, type StapelActTypes } from './acts/stapel.js';
import { searchActs, type SearchActTypes } from './acts/search.js';
import { verfuegungActs, type VerfuegungActTypes } from './acts/verfuegung.js';
import { vorlageActs, type VorlageActTypes } from './acts/vorlage.js';
import { wopiActs, type WopiActTypes } from './acts/wopi.js';
import { wordingActs, type WordingActTypes } from './acts/wording.js';
import { weitergabeActs, type WeitergabeActTypes } from './acts/weitergabe.js';
import { workflowActs, type WorkflowActTypes } from './acts/workflow.js';
import { zeichnungActs, type ZeichnungActTypes } from './acts/zeichnung.js';
import { zusatzfeldActs, type ZusatzfeldActTypes } from './acts/zusatzfeld.js';

export type { ActDescription, Undo } from './acts/describe.js';

/** Every act of the product, one part per noun: palette, menus, key help and routes are made from this list. */
export const ACTS = {
  ...posteingangActs,
  ...postausgangActs,
  ...aufgabeActs,
  ...boardActs,
  ...notificationActs,
  ...zeichnungActs,
  ...rechnungActs,
  ...laufwegActs,
  ...verfuegungActs,
  ...akteActs,
  ...fristActs,
  ...dokumentActs,
  ...annotationActs,
  ...schwaerzungActs,
  ...akteneinsichtActs,
  ...weitergabeActs,
  ...ersuchenActs,
  ...aktenplanActs,
  ...kontaktActs,
  ...zusatzfeldActs,
  ...vorlageActs,
  ...searchActs,
  ...wopiActs,
  ...wordingActs,
  ...stapelActs,
  ...workflowActs,
  ...aussonderungActs,
  ...protokollActs,
  ...accessActs,
  ...identityActs,
  ...mandantActs,
  ...consistencyActs,
  ...importActs,
  ...barriereActs,
  ...demoActs,
} as const satisfies Record<string, ActDescription>;

export type ActName = keyof typeof ACTS;

/** Input and output of every act that a person performs. `version` in an input is the row version that the screen showed. */
interface ActTypes
  extends
    PosteingangActTypes,
    AufgabeActTypes,
    BoardActTypes,
    NotificationActTypes,
    ZeichnungActTypes,
    RechnungActTypes,
    LaufwegActTypes,
    VerfuegungActTypes,
    AkteActTypes,
    FristActTypes,
    DokumentActTypes,
    AnnotationActTypes,
    SchwaerzungActTypes,
    AkteneinsichtActTypes,
    WeitergabeActTypes,
    ErsuchenActTypes,
    AktenplanActTypes,
    KontaktActTypes,
    ZusatzfeldActTypes,
    VorlageActTypes,
    SearchActTypes,
    WopiActTypes,
    WordingActTypes,
    StapelActTypes,
    WorkflowActTypes,
    AussonderungActTypes,
    AccessActTypes,
    ProtokollActTypes,
    IdentityActTypes,
    BarriereActTypes,
    DemoActTypes {}

/** Acts that a person performs; each has the route `POST /api/acts/<name>`. */
export type PersonActName = keyof ActTypes;
export type ActInput<Name extends PersonActName> = ActTypes[Name]['input'];
export type ActOutput<Name extends PersonActName> = ActTypes[Name]['output'];
