import { PAGE, pageOf } from '../contract/barriere-views.js';
import { MOST_OPEN_FROM_OUTSIDE, refuseClosed, refuseFlood } from './barriere.js';

describe('the rules of a reported Barriere', () => {
  it('F106 refuse to close what is closed', () => {
    expect(refuseClosed({ page: '/', closedAt: new Date(0) })).toMatchObject({ code: 'barriere.closed' });
    expect(refuseClosed({ page: '/', closedAt: null })).toBeNull();
  });

  it('F106 refuse a flood of visitors and never a colleague', () => {
    expect(refuseFlood('visitor', MOST_OPEN_FROM_OUTSIDE)).toMatchObject({ code: 'barriere.tooManyOpen' });
    expect(refuseFlood('visitor', MOST_OPEN_FROM_OUTSIDE - 1)).toBeNull();
    expect(refuseFlood('colleague', MOST_OPEN_FROM_OUTSIDE)).toBeNull();
  });

  it.each([
    ['/aufgaben/0192f0c1-7a3b-7000-8000-000000000001?frist=ohne', '/aufgaben/…'],
    ['/akteneinsicht/vorgaenge/0192f0c1-7a3b-7000-8000-000000000001', '/akteneinsicht/vorgaenge/…'],
    [`/abholen#lw_${'a'.repeat(43)}`, '/abholen'],
    ['/', '/'],
    ['//boese.example/<script>', '/…/…'],
  ])('F106 leave no record and no secret in the page %s', (address, page) => {
    expect(pageOf(address)).toBe(page);
    expect(page).toMatch(PAGE);
  });
});
