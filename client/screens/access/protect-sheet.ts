import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccessRules, AccessSubject, RecordAccess } from '../../../server/contract/access-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { liveView } from '../../live/live-view.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ReasonSheet } from '../shared/reason-sheet.js';
import { SubjectField } from './subject-field.js';

/** Locks the Akte down, or lets it inherit again. The Registratur always stays on the list: somebody has to manage it. */
@Component({
  selector: 'lm-protect-sheet',
  imports: [ReasonSheet, SubjectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-reason-sheet
    [act]="record().protected ? 'access.unprotectAkte' : 'access.protectAkte'"
    [effect]="effect()"
    [state]="!record().protected && subject() === null ? 'blocked' : asking.state()"
    [refusal]="asking.refusal()"
    (closed)="closed.emit()"
    (confirmed)="confirm($event)"
  >
    @if (!record().protected) {
      @if (known.value(); as shown) {
        <lm-subject-field [known]="shown" (subjectChange)="subject.set($event)" />
      }
    }
  </lm-reason-sheet>`,
})
export class ProtectSheet {
  readonly record = input.required<RecordAccess>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  protected readonly known = liveView<AccessRules>(() => 'access/rules', []);
  protected readonly subject = signal<AccessSubject | null>(null);
  protected readonly asking = new Asking();
  protected readonly effect = computed(() =>
    this.record().protected
      ? $localize`:@@access.unprotectEffect:Die Akte erbt ihre Rechte wieder vom Aktenplan; ihre eigene Liste entfällt.`
      : $localize`:@@access.protectEffect:Nur noch die Registratur (verwalten) und wen Sie hier nennen (bearbeiten) sehen die Akte und alles darin. Die Liste lässt sich danach erweitern.`,
  );

  protected async confirm(reason: string): Promise<void> {
    const { akteId, akteVersion: version, aktenzeichen } = this.record();
    const answer = await this.asking.ask<object>(() =>
      this.record().protected
        ? this.acts.run('access.unprotectAkte', { akteId, version, reason }, aktenzeichen)
        : this.acts.run('access.protectAkte', { akteId, version, reason, rules: this.rules() }, aktenzeichen),
    );
    if (!answer) return;
    this.toasts.show($localize`:@@access.protectDone:Rechte geändert: ${aktenzeichen}:aktenzeichen:`);
    this.done.emit();
  }

  private rules() {
    const registratur = { subject: { kind: 'role', role: 'registratur' } as const, right: 'manage' as const };
    const subject = this.subject();
    return [registratur, ...(subject ? [{ subject, right: 'work' as const }] : [])];
  }
}
