import { TestBed } from '@angular/core/testing';
import type { NotificationsView } from '../../../server/contract/notification-views.js';
import { Session } from '../../live/session.js';
import { shownWith } from '../../screens/shared/sheet.testing.js';
import { Bell } from './bell.js';

const quiet: NotificationsView = { unread: 120, sign: 'quiet', again: 3_600, streams: [] };

async function bell(view: NotificationsView, may = true) {
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { may: () => may } }] });
  const shown = await shownWith(Bell, {}, { notifications: view });
  return { ...shown, button: shown.element.querySelector('button') };
}

describe('Bell', () => {
  it('is not there for whoever has no Aufgaben', async () => {
    expect((await bell(quiet, false)).button).toBeNull();
  });

  it('makes no sign in quiet hours, and says why', async () => {
    const { button, element } = await bell(quiet);
    expect(button?.getAttribute('aria-label')).toBe('Benachrichtigungen, Ruhezeit');
    expect(element.querySelector('.count')).toBeNull();
  });

  it('says how many are unread, in its name as they are and on it as many as fit', async () => {
    const { button, element } = await bell({ ...quiet, sign: 'shown' });
    expect(button?.getAttribute('aria-label')).toBe('Benachrichtigungen, 120 ungelesen');
    expect(element.querySelector('.count')?.textContent).toBe('99+');
  });

  it('opens what was told, and from there how it is told', async () => {
    const { button, element, press, settled } = await bell({ ...quiet, unread: 0, sign: 'shown' });
    button?.click();
    await settled();
    expect(element.textContent).toContain('Nichts Neues.');
    expect(button?.getAttribute('aria-label')).toBe('Benachrichtigungen');
    await press('Einstellen');
    expect(element.querySelector('lm-rules-sheet')).not.toBeNull();
    expect(element.querySelector('lm-notification-sheet')).toBeNull();
  });
});
