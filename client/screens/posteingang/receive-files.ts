import { inject, Injectable } from '@angular/core';
import { Acts } from '../../live/acts.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Uploads } from '../../live/uploads.js';
import { Toasts } from '../../ui/toast/toasts.js';

/** Brings files into the Posteingang, one after the other: each is an Eingang of its own, each gets its own sentence. */
@Injectable({ providedIn: 'root' })
export class ReceiveFiles {
  private readonly uploads = inject(Uploads);
  private readonly acts = inject(Acts);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  /** Id of the first Eingang that was received, so that it can be shown; undefined where none was. */
  async send(files: readonly File[]): Promise<string | undefined> {
    let first: string | undefined;
    for (const file of files) {
      const upload = await this.uploads.send(file);
      if (upload === null) continue;
      const answer = isRefusal(upload)
        ? upload
        : await this.acts.run('posteingang.receiveUpload', { uploadId: upload.id }, file.name);
      if (isRefusal(answer)) {
        this.toasts.show(`${file.name}: ${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
        continue;
      }
      first ??= answer.eingangId;
      this.toasts.show(
        answer.duplicate
          ? $localize`:@@upload.duplicate:${file.name}:name: aufgenommen; dieselben Bytes liegen schon vor.`
          : $localize`:@@upload.received:${file.name}:name: aufgenommen.`,
      );
    }
    return first;
  }
}
