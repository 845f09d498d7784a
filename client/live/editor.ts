import { inject, Injectable, signal } from '@angular/core';
import type { EditorView } from '../../server/contract/wopi-views.js';
import { Api } from './api.js';
import { isRefusal } from './refusal.js';

/** What can be edited in the browser here. Asked once for each page, by the first menu that wants to know. */
@Injectable({ providedIn: 'root' })
export class Editor {
  private readonly api = inject(Api);
  private readonly known = signal<EditorView | null>(null);
  private asked: Promise<void> | null = null;

  readonly view = this.known.asReadonly();

  /** Whether the editor takes a file of this name; false until the answer is there. */
  edits(fileName: string): boolean {
    const extension = /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
    return this.known()?.extensions.includes(extension) ?? false;
  }

  /** Asks, unless it is known. An editor that was away is asked for again with the next menu. */
  load(): Promise<void> {
    this.asked ??= this.ask();
    return this.asked;
  }

  private async ask(): Promise<void> {
    const answer = await this.api.get<EditorView>('editor');
    if (isRefusal(answer) || answer.state === 'away') this.asked = null;
    this.known.set(isRefusal(answer) ? null : answer);
  }
}
