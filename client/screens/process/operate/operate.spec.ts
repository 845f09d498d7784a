import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { CancelInstance } from './cancel-instance.js';
import { MigrateInstance } from './migrate-instance.js';
import { MoveToken } from './move-token.js';
import { instanceAtPruefung, modelWith, network, refusal, textOfOne } from './operate.testing.js';

const versions = [1, 2].map((version) => ({
  version,
  deployedAt: '',
  running: 0,
  xmlUrl: `/api/processes/p/${version}`,
}));

/** The review open on the screen, with what a person does there. */
async function review<Component>(component: Type<Component>, inputs: object = {}) {
  const fixture = TestBed.createComponent(component);
  const common = { instance: instanceAtPruefung, object: instanceAtPruefung.aktenzeichen };
  for (const [name, value] of Object.entries({ ...common, ...inputs })) fixture.componentRef.setInput(name, value);
  await settle(fixture);
  const element = fixture.nativeElement as HTMLElement;
  return {
    fixture,
    element,
    confirmable: () => !element.querySelector('footer .kern-btn--primary')!.hasAttribute('aria-disabled'),
    choose: async (value: string, index = 0) => {
      const select = element.querySelectorAll('select')[index]!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settle(fixture);
    },
    confirm: async (reason: string) => {
      element.querySelector('textarea')!.value = reason;
      element.querySelector<HTMLElement>('footer .kern-btn--primary')!.click();
      await settle(fixture);
    },
  };
}

/** Lets every answer of the network arrive and be shown. */
async function settle(fixture: ComponentFixture<unknown>): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }
}

describe('the review of an interference', () => {
  it('sends nothing without a reason, and says so at the field', async () => {
    const sent = network(() => ({}));
    const { confirm, element } = await review(CancelInstance);
    await confirm('  x ');
    expect(sent).toEqual([]);
    expect(element.querySelector('.error')?.textContent).toContain('warum');
  });

  it('stays open with what the server says against it', async () => {
    network(() => refusal);
    const { confirm, element, fixture } = await review(CancelInstance);
    let done = 0;
    fixture.componentInstance.done.subscribe(() => done++);
    await confirm('doppelt eingegangen');
    expect(element.querySelector('lm-refusal-alert')?.textContent).toContain('So nicht.');
    expect(done).toBe(0);
  });

  it('names what ends before it ends', async () => {
    const sent = network(() => ({ instanceKey: '7' }));
    const { confirm, element } = await review(CancelInstance);
    expect(element.textContent).toContain('Seine offenen Aufgaben entfallen');
    await confirm('doppelt eingegangen');
    expect(sent).toEqual([
      { path: 'acts/workflow.cancelInstance', body: { instanceKey: '7', reason: 'doppelt eingegangen' } },
    ]);
  });
});

describe('MoveToken', () => {
  it('cannot be confirmed before a step is chosen', async () => {
    network(() => ({}));
    const { confirmable, choose } = await review(MoveToken, { text: textOfOne });
    expect(confirmable()).toBe(false);
    await choose('Zahlung');
    expect(confirmable()).toBe(true);
  });

  it('ends every token that is not unticked, and puts one on the chosen step', async () => {
    const sent = network(() => ({ instanceKey: '7' }));
    const two = [...instanceAtPruefung.tokens, { elementKey: '9', elementId: 'Zahlung', since: null }];
    const instance = { ...instanceAtPruefung, tokens: two };
    const { choose, confirm, element } = await review(MoveToken, { text: textOfOne, instance });
    element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]!.click();
    await choose('Zahlung');
    await confirm('falsch abgebogen');
    expect(sent.at(-1)?.body).toEqual({
      instanceKey: '7',
      terminate: ['8'],
      activate: ['Zahlung'],
      reason: 'falsch abgebogen',
    });
  });
});

describe('MoveToken, while the page reads the instance again', () => {
  it('keeps what was unticked, and ends nothing that nobody has seen', async () => {
    const sent = network(() => ({ instanceKey: '7' }));
    const token = (elementKey: string) => ({ elementKey, elementId: 'Zahlung', since: null });
    const standing = (...keys: string[]) => ({
      ...instanceAtPruefung,
      tokens: [...instanceAtPruefung.tokens, ...keys.map(token)],
    });
    const { fixture, choose, confirm, element } = await review(MoveToken, {
      text: textOfOne,
      instance: standing('9'),
    });
    element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]!.click();
    fixture.componentRef.setInput('instance', standing('9', '10'));
    await choose('Zahlung');
    await confirm('falsch abgebogen');
    expect(sent.at(-1)?.body).toMatchObject({ terminate: ['8'] });
  });
});

describe('MigrateInstance', () => {
  const inputs = { text: textOfOne, version: 1, process: { processId: 'p', versions } };
  const withModel = (step: string, check: (mapping: unknown) => unknown) =>
    network((path, { mapping }) => {
      if (path.startsWith('processes/')) return { xml: modelWith(step) };
      return path.includes('check') ? check(mapping) : { warnings: [] };
    });

  it('cannot be confirmed while the dry run finds something against it', async () => {
    const sent = withModel('Pruefung', () => refusal);
    const { choose, confirm, confirmable, element } = await review(MigrateInstance, inputs);
    await choose('2');
    expect(element.querySelector('lm-refusal-alert')?.textContent).toContain('So nicht.');
    expect(confirmable()).toBe(false);
    await confirm('Fassung 1 ist falsch');
    expect(sent.map(({ path }) => path)).not.toContain('acts/workflow.migrateInstance');
  });

  it('asks for the place of a step that the other version does not have', async () => {
    const sent = withModel('Kontrolle', (mapping) => ('Pruefung' in (mapping as object) ? { warnings: [] } : refusal));
    const { choose, confirm, confirmable } = await review(MigrateInstance, inputs);
    await choose('2');
    expect(confirmable()).toBe(false);
    await choose('Kontrolle', 1);
    expect(confirmable()).toBe(true);
    await confirm('Fassung 1 ist falsch');
    expect(sent.at(-1)).toEqual({
      path: 'acts/workflow.migrateInstance',
      body: { instanceKey: '7', version: 2, mapping: { Pruefung: 'Kontrolle' }, reason: 'Fassung 1 ist falsch' },
    });
  });

  it('says so where there is no other version', async () => {
    network(() => ({}));
    const { element, confirmable } = await review(MigrateInstance, {
      ...inputs,
      process: { processId: 'p', versions: versions.slice(0, 1) },
    });
    expect(element.textContent).toContain('Es gibt keine andere Fassung');
    expect(confirmable()).toBe(false);
  });
});
