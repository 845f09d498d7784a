import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MailParser, type AttachmentStream, type Headers, type MessageText } from 'mailparser';
import { LARGEST_HEAD } from './mail-head.js';
import { mailWarning, type MailWarning } from './mail-warnings.js';
import type { MailRefusal, StorePart, StoredPart } from './mail.js';
import { repairCharset } from './repair-charset.js';

export interface ParsedPart extends StoredPart {
  /** Name as declared; empty where none was. */
  readonly name: string;
  readonly declaredType: string;
}

export interface ParsedMail {
  readonly kind: 'parsed';
  readonly headers: Headers;
  readonly bodyText: string;
  readonly parts: readonly ParsedPart[];
  readonly warnings: readonly MailWarning[];
}

/** Longest body that is kept as text; longer ones end here and stay complete in the original. */
const LONGEST_BODY = 2_000_000;

/** What is still allowed for one outer mail, counted down over all levels; `passed` names the limit that was hit. */
export interface MailBudget {
  parts: number;
  bytes: number;
  passed: MailRefusal['code'] | null;
}

/**
 * Runs one mail through the parser as a stream. Forwarded mails stay whole (they are attachments with bytes of their
 * own), delivery reports stay out of the text, HTML becomes text and is never kept.
 */
export async function parseMail(
  source: Readable,
  storePart: StorePart,
  budget: MailBudget,
): Promise<ParsedMail | MailRefusal> {
  const warnings: MailWarning[] = [];
  const parts: ParsedPart[] = [];
  let headers: Headers = new Map();
  let bodyText = '';
  const parser = new MailParser({
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: false,
    maxHeadSize: LARGEST_HEAD,
    maxChildNodes: Math.max(1, budget.parts),
    maxHtmlLengthToParse: LONGEST_BODY,
  });
  parser.on('headers', (found) => {
    headers = found;
  });
  let taking: AttachmentStream | undefined;
  const take = async (items: AsyncIterable<AttachmentStream | MessageText>) => {
    for await (const item of items) {
      if (item.type === 'attachment') parts.push(await takePart((taking = item), storePart, budget));
      else bodyText = takeText(item, warnings);
    }
  };
  const failures: unknown[] = [];
  // A part whose mail breaks off would wait for its end for ever.
  const settled = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      taking?.content.destroy();
    });
  const repair = repairCharset(() => warnings.push(mailWarning('mail.charsetGuessed')));
  // Both to their end, also where one has failed: no part is being written any more when whoever asked removes its folder.
  await Promise.all([settled(pipeline(source, repair, parser)), settled(take(parser))]);
  if (failures.length > 0) return refusalOf(failures[0], budget);
  return { kind: 'parsed', headers, bodyText, parts, warnings };
}

async function takePart(item: AttachmentStream, storePart: StorePart, budget: MailBudget): Promise<ParsedPart> {
  budget.parts -= 1;
  if (budget.parts < 0) throw pass(budget, 'mail.tooManyParts');
  const stored = await storePart(withinBudget(item.content, budget));
  item.release?.();
  return { ...stored, name: item.filename ?? '', declaredType: item.contentType.toLowerCase() };
}

async function* withinBudget(content: AsyncIterable<Uint8Array>, budget: MailBudget): AsyncIterable<Uint8Array> {
  for await (const chunk of content) {
    budget.bytes -= chunk.length;
    if (budget.bytes < 0) throw pass(budget, 'mail.tooLarge');
    yield chunk;
  }
}

function pass(budget: MailBudget, limit: MailRefusal['code']): Error {
  budget.passed = limit;
  return new Error(limit);
}

function takeText(item: MessageText, warnings: MailWarning[]): string {
  if (item.textConversionError) warnings.push(mailWarning('mail.htmlUnreadable'));
  const text = (item.text ?? '').slice(0, LONGEST_BODY);
  if (text.includes('\ufffd')) warnings.push(mailWarning('mail.unreadableCharacters'));
  return text.trim();
}

/** Every error of the parser is about the bytes it got; the sentence for people is the code's. */
function refusalOf(error: unknown, budget: MailBudget): MailRefusal {
  // Not by the error itself: a stream that is ended early may answer with another one.
  if (budget.passed) return { kind: 'refused', code: budget.passed };
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (SYSTEM_ERRORS.has(code)) throw error;
  const message = error instanceof Error ? error.message : '';
  if (/head/i.test(message)) return { kind: 'refused', code: 'mail.headTooLarge' };
  if (/node|child/i.test(message)) return { kind: 'refused', code: 'mail.tooManyParts' };
  return { kind: 'refused', code: 'mail.unreadable' };
}

// A full disk or a missing file is not the fault of the mail: it must not end in quarantine.
const SYSTEM_ERRORS = new Set(['ENOSPC', 'EDQUOT', 'ENOENT', 'EACCES', 'EMFILE', 'EIO', 'EROFS']);
