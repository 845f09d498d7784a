import { computed, DestroyRef, inject, linkedSignal, signal } from '@angular/core';
import type { KontaktPage, KontaktRow } from '../../../server/contract/kontakt-views.js';
import { Api } from '../../live/api.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal } from '../../live/refusal.js';

/** Long enough that a word is typed in one go, short enough that the answer feels like the typing's own. */
const TYPING_MS = 200;

/** What somebody looks for in the register, found page by page while they type. Made in an injection context. */
export class KontaktQuery {
  private readonly api = inject(Api);
  private readonly asked = signal('');
  private readonly view = liveView<KontaktPage>(() => this.addressOf(null), []);
  /** The rows of the last question stay until those of the next one are there. */
  private readonly page = linkedSignal<KontaktPage | null, KontaktPage | null>({
    source: this.view.value,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  readonly refusal = this.view.refusal;
  readonly state = this.view.state;
  readonly items = computed<readonly KontaktRow[]>(() => this.page()?.items ?? []);
  readonly known = computed(() => this.page() !== null);
  readonly next = computed(() => this.page()?.next ?? null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  type(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.asked.set(text.trim()), TYPING_MS);
  }

  reload(): Promise<void> {
    return this.view.reload();
  }

  async more(): Promise<void> {
    const after = this.next();
    const asked = this.asked();
    if (after === null) return;
    const answer = await this.api.get<KontaktPage>(this.addressOf(after));
    if (isRefusal(answer) || asked !== this.asked()) return;
    this.page.update((page) => ({ items: [...(page?.items ?? []), ...answer.items], next: answer.next }));
  }

  private addressOf(after: string | null): string {
    return `kontakte?q=${encodeURIComponent(this.asked())}${after === null ? '' : `&after=${after}`}`;
  }
}
