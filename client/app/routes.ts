import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes, type UrlMatcher, UrlSegment } from '@angular/router';
import type { Permission } from '../../server/contract/permissions.js';
import { Session } from '../live/session.js';
import { startScreen } from './screens.js';

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toFirstScreen()], children: [] },
  {
    path: 'anmelden',
    title: title($localize`:@@route.signIn:Anmelden`),
    loadComponent: () => import('./sign-in/sign-in.js').then((module) => module.SignIn),
  },
  {
    path: 'uebersicht',
    title: title($localize`:@@screen.uebersicht:Übersicht`),
    canActivate: [permitted('aufgabe.work')],
    loadComponent: () => import('../screens/uebersicht/uebersicht.js').then((module) => module.Uebersicht),
  },
  {
    matcher: screen('aufgaben'),
    title: title($localize`:@@screen.aufgaben:Aufgaben`),
    canActivate: [permitted('aufgabe.work')],
    loadComponent: () => import('../screens/inbox/inbox.js').then((module) => module.Inbox),
  },
  {
    path: 'verteilung',
    title: title($localize`:@@screen.verteilung:Verteilung`),
    canActivate: [permitted('aufgabe.distribute')],
    loadComponent: () => import('../screens/verteilung/verteilung.js').then((module) => module.Verteilung),
  },
  {
    matcher: screen('posteingang'),
    title: title($localize`:@@screen.posteingang:Posteingang`),
    canActivate: [permitted('posteingang.read')],
    loadComponent: () => import('../screens/posteingang/posteingang.js').then((module) => module.Posteingang),
  },
  {
    matcher: screen('akten'),
    title: title($localize`:@@screen.akten:Akten`),
    canActivate: [permitted('akte.read')],
    loadComponent: () => import('../screens/akte/akten.js').then((module) => module.Akten),
  },
  {
    matcher: screen('aktenplan'),
    title: title($localize`:@@plan.title:Aktenplan`),
    canActivate: [permitted('akte.read')],
    loadComponent: () => import('../screens/aktenplan/aktenplan.js').then((module) => module.Aktenplan),
  },
  {
    matcher: screen('kontakte'),
    title: title($localize`:@@screen.kontakte:Kontakte`),
    canActivate: [permitted('akte.read')],
    loadComponent: () => import('../screens/kontakt/kontakte.js').then((module) => module.Kontakte),
  },
  {
    path: 'suche',
    title: title($localize`:@@screen.suche:Suche`),
    canActivate: [permitted('akte.read')],
    loadComponent: () => import('../screens/search/search.js').then((module) => module.Search),
  },
  {
    path: 'akteneinsicht/:scope/:id',
    title: title($localize`:@@screen.akteneinsicht:Akteneinsicht`),
    canActivate: [permitted('dokument.write')],
    loadComponent: () => import('../screens/akteneinsicht/akteneinsicht.js').then((module) => module.Akteneinsicht),
  },
  {
    path: 'dokumente/:id/schwaerzen',
    title: title($localize`:@@screen.schwaerzen:Schwärzen`),
    canActivate: [permitted('dokument.write')],
    loadComponent: () => import('../screens/schwaerzung/schwaerzen.js').then((module) => module.Schwaerzen),
  },
  {
    matcher: screen('dokumente'),
    title: title($localize`:@@screen.dokumente:Dokumente`),
    canActivate: [permitted('akte.read')],
    loadComponent: () => import('../screens/dokument/dokumente.js').then((module) => module.Dokumente),
  },
  {
    path: 'zustand',
    title: title($localize`:@@screen.zustand:Zustand`),
    canActivate: [permitted('health.read')],
    loadComponent: () => import('../screens/zustand/zustand.js').then((module) => module.Zustand),
  },
  {
    path: 'mandanten',
    title: title($localize`:@@mandanten.title:Mandanten`),
    loadComponent: () => import('../screens/mandanten/mandanten.js').then((module) => module.Mandanten),
  },
  {
    path: 'abholen',
    title: title($localize`:@@abholen.title:Akte abholen`),
    loadComponent: () => import('../screens/abholen/abholen.js').then((module) => module.Abholen),
  },
  {
    path: 'weitergabe/:id',
    title: title($localize`:@@screen.weitergabe:Weitergabe`),
    canActivate: [permitted('weitergabe.order')],
    loadComponent: () => import('../screens/weitergabe/weitergabe.js').then((module) => module.Weitergabe),
  },
  {
    path: 'weitergaben',
    title: title($localize`:@@screen.weitergaben:Weitergaben`),
    canActivate: [permitted('weitergabe.order', 'weitergabe.receive')],
    loadComponent: () => import('../screens/weitergabe/weitergaben.js').then((module) => module.Weitergaben),
  },
  {
    path: 'ersuchen',
    title: title($localize`:@@screen.ersuchen:Ersuchen`),
    canActivate: [permitted('ersuchen.receive')],
    loadComponent: () => import('../screens/ersuchen/received.js').then((module) => module.Received),
  },
  {
    path: 'einladung',
    title: title($localize`:@@einladung.title:Kennwort setzen`),
    loadComponent: () => import('../screens/einladung/einladung.js').then((module) => module.Einladung),
  },
  {
    path: 'bearbeiten/:id',
    title: title($localize`:@@bearbeiten.title:Im Browser bearbeiten`),
    canActivate: [permitted('dokument.write')],
    loadComponent: () => import('../screens/bearbeiten/bearbeiten.js').then((module) => module.Bearbeiten),
  },
  {
    matcher: screen('ablaeufe'),
    title: title($localize`:@@screen.ablaeufe:Abläufe`),
    canActivate: [permitted('process.deploy')],
    loadComponent: () => import('../screens/process/ablaeufe.js').then((module) => module.Ablaeufe),
  },
  {
    matcher: screen('modeler'),
    title: title($localize`:@@screen.modeler:Modeler`),
    canActivate: [permitted('process.deploy')],
    loadComponent: () => import('../screens/modeler/modeler.js').then((module) => module.Modeler),
  },
  {
    matcher: screen('aussonderung'),
    title: title($localize`:@@screen.aussonderung:Aussonderung`),
    canActivate: [permitted('aussonderung.read')],
    loadComponent: () => import('../screens/aussonderung/aussonderung.js').then((module) => module.Aussonderung),
  },
  {
    matcher: screen('vorlagen'),
    title: title($localize`:@@screen.vorlagen:Vorlagen`),
    canActivate: [permitted('vorlage.keep')],
    loadComponent: () => import('../screens/vorlagen/vorlagen.js').then((module) => module.Vorlagen),
  },
  {
    matcher: screen('stapel'),
    title: title($localize`:@@screen.stapel:Stapel`),
    canActivate: [permitted('stapel.run')],
    loadComponent: () => import('../screens/stapel/stapel.js').then((module) => module.Stapel),
  },
  {
    matcher: screen('rechte'),
    title: title($localize`:@@screen.rechte:Rechte`),
    canActivate: [permitted('access.explain')],
    loadComponent: () => import('../screens/access/rechte.js').then((module) => module.Rechte),
  },
  {
    matcher: screen('protokoll'),
    title: title($localize`:@@screen.protokoll:Protokoll`),
    canActivate: [permitted('protokoll.read')],
    loadComponent: () => import('../screens/protokoll/protokoll.js').then((module) => module.Protokoll),
  },
  {
    path: 'zusatzfelder',
    title: title($localize`:@@screen.zusatzfelder:Zusatzfelder`),
    canActivate: [permitted('zusatzfeld.manage')],
    loadComponent: () => import('../screens/zusatzfeld/zusatzfelder.js').then((module) => module.Zusatzfelder),
  },
  {
    path: 'wortwahl',
    title: title($localize`:@@screen.wording:Wortwahl`),
    canActivate: [permitted('wording.change')],
    loadComponent: () => import('../screens/wording/wording.js').then((module) => module.Wording),
  },
  {
    matcher: screen('personen'),
    title: title($localize`:@@screen.people:Personen`),
    canActivate: [permitted('identity.transferWork')],
    loadComponent: () => import('../screens/people/people.js').then((module) => module.People),
  },
  {
    matcher: screen('zugaenge'),
    title: title($localize`:@@screen.zugaenge:Zugänge`),
    canActivate: [permitted('identity.tokens')],
    loadComponent: () => import('../screens/zugaenge/zugaenge.js').then((module) => module.Zugaenge),
  },
  // One list of the same people since; links to it are kept.
  { path: 'konten', redirectTo: 'personen' },
  {
    path: 'konto',
    title: title($localize`:@@konto.title:Mein Konto`),
    canActivate: [signedIn()],
    loadComponent: () => import('../screens/konto/konto.js').then((module) => module.Konto),
  },
  {
    path: 'ui',
    title: title($localize`:@@route.parts:Bausteine`),
    loadComponent: () => import('../screens/parts/parts.js').then((module) => module.Parts),
  },
  {
    path: 'barrierefreiheit',
    title: title($localize`:@@route.accessibility:Barrierefreiheit`),
    loadComponent: () => import('./help/accessibility.js').then((module) => module.Accessibility),
  },
  { path: '**', loadComponent: () => import('./help/not-found.js').then((module) => module.NotFound) },
];

/** `name` and `name/<id>` are one route, so that opening another object keeps the screen and its focus. */
function screen(name: string): UrlMatcher {
  return (segments) => {
    const [first, second] = segments;
    if (first?.path !== name || segments.length > 2) return null;
    return { consumed: segments, posParams: { id: second ?? new UrlSegment('', {}) } };
  };
}

/** One of these is enough. */
function permitted(...permissions: readonly Permission[]): CanActivateFn {
  return (_route, state) => {
    const session = inject(Session);
    const router = inject(Router);
    if (session.person() === null) return router.createUrlTree(['/anmelden'], { queryParams: { weiter: state.url } });
    return permissions.some((permission) => session.may(permission)) || router.createUrlTree(['/']);
  };
}

function signedIn(): CanActivateFn {
  return (_route, state) =>
    inject(Session).person() !== null ||
    inject(Router).createUrlTree(['/anmelden'], { queryParams: { weiter: state.url } });
}

function toFirstScreen(): CanActivateFn {
  return () => {
    const person = inject(Session).person();
    const path = person ? startScreen(person) : undefined;
    return inject(Router).createUrlTree([path ? `/${path}` : '/anmelden']);
  };
}

function title(name: string): string {
  return `${name} · Laufmappe`;
}
