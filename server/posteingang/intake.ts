import type { Readable } from 'node:stream';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { receiveEingang, type ReceivedEingang } from './receive-eingang.js';

export interface IntakeItem {
  readonly channel: 'mail' | 'folder' | 'upload';
  /** Stable per source: the same item of the same source is taken once. */
  readonly sourceKey: string;
  readonly fileName: string;
  /** Time of the channel; left out: now. */
  readonly receivedAt?: Date;
  readonly open: () => AsyncIterable<Uint8Array> | Readable;
}

/** Takes one item from whatever source. */
export type Intake = (context: ActContext, item: IntakeItem) => Promise<ReceivedEingang | Rejection>;

export interface IntakeParts {
  readonly objects: ObjectStore;
  readonly runner: ActRunner;
  readonly clock: Clock;
  /** Bytes; a larger item is refused as a whole. */
  readonly largestItem: number;
}

/** Bytes first, whole and durable, then the row: a crash in between leaves bytes that the sweeper finds, never a row without bytes. */
export function createIntake(parts: IntakeParts): Intake {
  return async (context, item) => {
    const stored = await parts.objects.put(item.open(), { maximumSize: parts.largestItem });
    if (isRejection(stored)) return stored;
    return parts.runner.run(context, receiveEingang, {
      channel: item.channel,
      sourceKey: item.sourceKey,
      fileName: item.fileName,
      sha256: stored.sha256,
      size: stored.size,
      receivedAt: item.receivedAt ?? parts.clock.now(),
    });
  };
}
