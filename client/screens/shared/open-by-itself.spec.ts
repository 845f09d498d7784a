import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom } from 'rxjs';
import { openByItself } from './open-by-itself.js';

/** Rows of the list; null while they are being read. */
const first = signal<string | null>(null);

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class List {
  private readonly router = inject(Router);

  constructor() {
    openByItself(
      () => first(),
      (id) => void this.router.navigate(['list'], { queryParams: { open: id } }),
    );
  }
}

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class Elsewhere {}

describe('openByItself', () => {
  let loaded: (component: typeof Elsewhere) => void;
  let router: Router;

  beforeEach(async () => {
    first.set(null);
    const elsewhere = new Promise<typeof Elsewhere>((resolve) => (loaded = resolve));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'list', component: List },
          { path: 'elsewhere', loadComponent: () => elsewhere },
        ]),
      ],
    });
    router = TestBed.inject(Router);
    await RouterTestingHarness.create('/list');
  });

  it('does not bring back whoever is on the way to another screen that is still being loaded', async () => {
    const going = router.navigateByUrl('/elsewhere');
    first.set('a');
    TestBed.tick();
    loaded(Elsewhere);
    await going;
    TestBed.tick();
    expect(router.url).toBe('/elsewhere');
  });

  it('opens what has come where nobody goes anywhere', async () => {
    const opened = firstValueFrom(router.events.pipe(filter((event) => event instanceof NavigationEnd)));
    first.set('a');
    TestBed.tick();
    await opened;
    expect(router.url).toBe('/list?open=a');
  });
});
