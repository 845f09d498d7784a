import { inject, Injectable } from '@angular/core';
import { Api } from '../../live/api.js';
import { isRefusal } from '../../live/refusal.js';

/** Enough for the versions of a process that somebody looks at in turn; a model has up to 100 kB. */
const KEPT = 8;

/** The texts of deployed models. A version never changes, so that each is read once, whoever shows it. */
@Injectable({ providedIn: 'root' })
export class Models {
  private readonly api = inject(Api);
  private readonly texts = new Map<string, Promise<string | null>>();

  /**
   * @param url address of one version, as the server gives it
   * @returns its BPMN XML; null where the server refuses it or is not reached, and then the next call asks again
   */
  async read(url: string): Promise<string | null> {
    const known = this.texts.get(url) ?? this.load(url);
    this.texts.delete(url);
    this.texts.set(url, known);
    for (const oldest of [...this.texts.keys()].slice(0, -KEPT)) this.texts.delete(oldest);
    const xml = await known;
    if (xml === null) this.texts.delete(url);
    return xml;
  }

  private async load(url: string): Promise<string | null> {
    const answer = await this.api.get<{ xml: string }>(url.replace(/^\/api\//, ''));
    return isRefusal(answer) ? null : answer.xml;
  }
}
