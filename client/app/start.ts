import { inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { Session } from '../live/session.js';
import { App } from './app.js';
import { routes } from './routes.js';
import { SpokenTitles } from './spoken-titles.js';
import { Density } from '../ui/density/density.js';
import { Theme } from './theme.js';

/** Reads the session, then shows the page: a signed-in person never sees the sign-in page flash by. */
export async function startApp(): Promise<void> {
  await bootstrapApplication(App, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: TitleStrategy, useClass: SpokenTitles },
      provideAppInitializer(() => {
        inject(Theme);
        inject(Density);
        return inject(Session).load();
      }),
    ],
  });
}
