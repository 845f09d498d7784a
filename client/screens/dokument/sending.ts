import { computed, type Signal, signal } from '@angular/core';
import type { UploadView } from '../../../server/contract/dokument-views.js';
import { idempotencyKey } from '../../live/idempotency-key.js';
import type { Api } from '../../live/api.js';
import { type Answer, isRefusal, type Refusal } from '../../live/refusal.js';
import type { RunningUpload, Uploads } from '../../live/uploads.js';

export type SendingState = 'waiting' | 'sending' | 'sent' | 'refused' | 'stopped';

/** One file on its way to the server, and what came of it. */
export interface Sending {
  readonly id: number;
  readonly file: File;
  readonly state: Signal<SendingState>;
  /** Part that has arrived; null while the server looks into the whole. */
  readonly progress: Signal<number | null>;
  readonly upload: Signal<UploadView | null>;
  readonly refusal: Signal<Refusal | null>;
  start(): Promise<void>;
  stop(): void;
}

export interface SendingParts {
  readonly api: Api;
  readonly uploads: Uploads;
}

let next = 0;

/** A file that is sent in pieces when `start` is called, and then examined: what comes back is an upload for an act. */
export function sendingOf({ api, uploads }: SendingParts, file: File): Sending {
  const state = signal<SendingState>('waiting');
  const running = signal<RunningUpload | null>(null);
  const upload = signal<UploadView | null>(null);
  const refusal = signal<Refusal | null>(null);
  return {
    id: ++next,
    file,
    state: state.asReadonly(),
    progress: computed(() => {
      const now = running();
      return now && now.arrived() < now.size ? now.arrived() / now.size : null;
    }),
    upload: upload.asReadonly(),
    refusal: refusal.asReadonly(),
    start: async () => {
      if (state() !== 'waiting') return;
      state.set('sending');
      const sent = uploads.send(file);
      // It stands there from the first moment, so that other screens can show it, too.
      running.set(uploads.running().at(-1) ?? null);
      const arrived = await sent;
      if (arrived === null) return state.set('stopped');
      const answer = isRefusal(arrived) ? arrived : await examined(api, arrived.id, file.name);
      if (isRefusal(answer)) {
        refusal.set(answer);
        return state.set('refused');
      }
      upload.set(answer);
      state.set('sent');
    },
    stop: () => {
      running()?.cancel();
      if (state() === 'waiting') state.set('stopped');
    },
  };
}

/** The bytes are there; now they are looked into, and kept for this person. */
function examined(api: Api, uploadId: string, name: string): Promise<Answer<UploadView>> {
  return api.send<UploadView>('dokumente/uploads', '', {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(name),
    'x-upload-id': uploadId,
    'idempotency-key': idempotencyKey(),
  });
}
