import { TestBed } from '@angular/core/testing';
import { ACTS, type PersonActName } from '../../../server/contract/acts.js';
import { ReasonSheet } from './reason-sheet.js';

async function shown(act: PersonActName) {
  const fixture = TestBed.createComponent(ReasonSheet);
  fixture.componentRef.setInput('act', act);
  fixture.componentRef.setInput('effect', 'Es wird so.');
  const given: string[] = [];
  fixture.componentInstance.confirmed.subscribe((reason) => given.push(reason));
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const confirm = async (reason: string) => {
    element.querySelector('textarea')!.value = reason;
    element.querySelector<HTMLElement>('footer button')!.click();
    await fixture.whenStable();
  };
  return { element, given, confirm };
}

describe('ReasonSheet', () => {
  it('gives no reason that is too short for the Protokoll', async () => {
    const { element, given, confirm } = await shown('access.grantTemporaryRight');
    await confirm(' x ');
    expect(given).toEqual([]);
    expect(element.querySelector('.error')?.textContent).toContain('warum');
  });

  it('says by what a reversible act is taken back', async () => {
    const { element, given, confirm } = await shown('access.grantTemporaryRight');
    expect(element.textContent).toContain(`Lässt sich zurücknehmen: „${ACTS['access.endTemporaryRight'].label.de}“.`);
    await confirm('Urlaubsvertretung');
    expect(given).toEqual(['Urlaubsvertretung']);
  });

  it('says why a final act is not taken back', async () => {
    const { element } = await shown('workflow.cancelInstance');
    const { undo } = ACTS['workflow.cancelInstance'];
    expect(element.textContent).toContain(undo.kind === 'final' ? undo.why.de : 'nothing');
  });
});
