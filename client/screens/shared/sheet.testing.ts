import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';

/** A sheet with answers by the beginning of their address; what it sends is kept. */
export async function shownWith<Sheet>(
  sheet: Type<Sheet>,
  inputs: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
) {
  const sent: [string, Record<string, unknown>][] = [];
  const answerTo = (path: string) => {
    const known = Object.keys(answers).find((beginning) => path.startsWith(beginning));
    if (known === undefined) throw new Error(`no answer to ${path}`);
    const answer = answers[known];
    return Promise.resolve(typeof answer === 'function' ? (answer as () => unknown)() : answer);
  };
  const post = (path: string, body: Record<string, unknown>) => {
    sent.push([path, body]);
    return answerTo(path);
  };
  const ears: ((change: 'everything') => void)[] = [];
  const listen = (ear: (change: 'everything') => void) => {
    ears.push(ear);
    return () => undefined;
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Acts, useValue: { run: post } },
      { provide: Api, useValue: { get: answerTo, post, signedOut: () => 0 } },
      { provide: LiveStream, useValue: { listen } },
    ],
  });
  const fixture = TestBed.createComponent(sheet);
  const settled = () => fixture.whenStable();
  const give = async (values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values)) fixture.componentRef.setInput(name, value);
    await settled();
  };
  await give(inputs);
  /** As after a line that was cut: everything on screen will be read again. */
  const reconnect = () => {
    for (const ear of ears) ear('everything');
  };
  const element = fixture.nativeElement as HTMLElement;
  const field = (label: string) => {
    const named = [...element.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    const found =
      element.querySelector<HTMLInputElement>(`#${named?.htmlFor || 'none'}`) ?? named?.querySelector('input');
    if (!found) throw new Error(`no field „${label}“ in ${element.textContent}`);
    return found;
  };
  const type = async (label: string, value: string) => {
    field(label).value = value;
    for (const event of ['input', 'change']) field(label).dispatchEvent(new Event(event));
    await settled();
  };
  const press = async (words: string) => {
    const button = [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
    if (!button) throw new Error(`no button „${words}“ in ${element.textContent}`);
    button.click();
    await settled();
  };
  return { instance: fixture.componentInstance, element, sent, field, type, press, settled, give, reconnect };
}
