import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { Announcer } from '../ui/toast/announcer.js';
import { SpokenTitles } from './spoken-titles.js';

describe('the names of the screens', () => {
  it('are said when one screen takes the place of another, and not while it stays', async () => {
    const said: string[] = [];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'aufgaben/:id', title: 'Aufgaben', children: [] },
          { path: 'akten', title: 'Akten', children: [] },
        ]),
        { provide: TitleStrategy, useClass: SpokenTitles },
        { provide: Announcer, useValue: { say: (text: string) => said.push(text) } },
      ],
    });
    const router = TestBed.inject(Router);
    for (const address of ['aufgaben/1', 'aufgaben/2', 'akten']) await router.navigateByUrl(address);
    expect(said).toEqual(['Aufgaben', 'Akten']);
  });
});
