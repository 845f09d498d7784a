import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import {
  NEVER_FOR_SYSTEMS,
  ROLE_PERMISSIONS,
  type Permission,
  type Role,
} from '../../../server/contract/permissions.js';
import type { TokenList } from '../../../server/contract/token-views.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { date, dayOf } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { ROLES } from '../access/words.js';
import { makeSecret } from '../shared/make-secret.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

const YEAR_MS = 365 * 86_400_000;

/** Makes a token for another system: first what it may, then the token itself, shown this once. */
@Component({
  selector: 'lm-create-token',
  imports: [Alert, Button, Checkbox, Control, DateField, Dialog, Field, RefusalAlert, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './create-token.html',
  styleUrl: './create-token.css',
})
export class CreateToken {
  readonly units = input.required<TokenList['units']>();
  readonly closed = output();
  readonly done = output();

  private readonly acts = inject(Acts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  protected readonly allRoles = ROLES;
  protected readonly name = signal('');
  protected readonly unitId = signal('');
  protected readonly roles = signal<ReadonlySet<Role>>(new Set());
  protected readonly offered = computed<readonly Permission[]>(() => {
    const given = new Set([...this.roles()].flatMap((role) => ROLE_PERMISSIONS[role]));
    return [...given].filter((permission) => !NEVER_FOR_SYSTEMS.includes(permission)).sort();
  });
  /** A permission that its last role took along is no longer chosen. */
  protected readonly scopes = linkedSignal<readonly Permission[], ReadonlySet<Permission>>({
    source: this.offered,
    computation: (offered, previous) => new Set([...(previous?.value ?? [])].filter((each) => offered.includes(each))),
  });
  protected readonly today = computed(() => dayOf(this.session.now()));
  protected readonly expiresOn = signal(dayOf(new Date(this.session.now().getTime() + YEAR_MS)));
  protected readonly asking = new Asking();
  /** The token, once it is valid; this dialog is the only place that knows it. */
  protected readonly token = signal<string | null>(null);

  protected readonly unitOptions = computed(() => this.units().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly label = computed(() => this.language.pick(ACTS['identity.createToken'].label));
  protected readonly day = date;
  /** What is still missing, in words beside the button. */
  protected readonly missing = computed(
    () => this.name().trim().length < 3 || this.unitId() === '' || this.scopes().size === 0 || this.expiresOn() === '',
  );

  protected toggled<Value>(set: ReadonlySet<Value>, value: Value, checked: boolean): ReadonlySet<Value> {
    return new Set(checked ? [...set, value] : [...set].filter((each) => each !== value));
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async create(): Promise<void> {
    if (this.missing()) return;
    const token = makeSecret('lm_');
    const name = this.name().trim();
    const input = {
      name,
      unitId: this.unitId(),
      roles: [...this.roles()],
      scopes: [...this.scopes()],
      expiresOn: this.expiresOn(),
      token,
    };
    const answer = await this.asking.ask(() => this.acts.run('identity.createToken', input, name));
    if (!answer) return;
    this.token.set(token);
    this.done.emit();
  }

  protected copy(token: string): void {
    void navigator.clipboard
      .writeText(token)
      .then(() => this.toasts.show($localize`:@@zugaenge.copied:Token kopiert.`));
  }
}
