import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { TokenList, TokenView } from '../../../server/contract/token-views.js';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date, dayOf, moment } from '../../locale/format.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { rolesText } from '../access/words.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { CreateToken } from './create-token.js';
import { RevokeToken } from './revoke-token.js';

/** Other systems that speak to the API: who may what, until when, and when they last did. */
@Component({
  selector: 'lm-zugaenge',
  imports: [Button, CreateToken, EmptyState, Pane, RefusalAlert, RevokeToken, Skeleton, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './zugaenge.html',
  styleUrls: ['../shared/panel-page.css', '../shared/panel-table.css', './zugaenge.css'],
})
export class Zugaenge {
  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly moment = moment;
  protected readonly list = liveView<TokenList>(() => 'tokens', []);
  protected readonly sheet = signal<'none' | 'create' | TokenView>('none');
  protected readonly revoking = computed(() => {
    const sheet = this.sheet();
    return typeof sheet === 'string' ? null : sheet;
  });
  protected readonly refusal = signal<Refusal | null>(null);
  protected readonly createLabel = computed(() => this.language.pick(ACTS['identity.createToken'].label));
  protected readonly revokeLabel = computed(() => this.language.pick(ACTS['identity.revokeToken'].label));
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly day = date;
  protected readonly roles = rolesText;

  protected created(): void {
    void this.list.reload();
  }

  protected async revoke({ id, name }: TokenView): Promise<void> {
    this.sheet.set('none');
    const answer = await this.acts.run('identity.revokeToken', { tokenId: id }, name);
    this.refusal.set(isRefusal(answer) ? answer : null);
    if (!isRefusal(answer))
      this.toasts.show($localize`:@@zugaenge.revoked:Der Zugang von ${name}:name: ist widerrufen.`);
    await this.list.reload();
  }
}
