import type { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { findInStream } from './find-in-stream.js';
import { LARGEST_HEAD, readMailHead } from './mail-head.js';
import { mailWarning, type MailWarning } from './mail-warnings.js';
import {
  MAIL_LIMITS,
  type Mail,
  type MailAttachment,
  type MailLimits,
  type MailRefusal,
  type StorePart,
} from './mail.js';
import { factsOfHeaders } from './mail-facts.js';
import { nameAttachments } from './name-attachments.js';
import { parseMail, type MailBudget, type ParsedPart } from './parse-mail.js';

/**
 * Takes a mail apart: body, attachments, forwarded mails inside. Reading only: the original stays byte-identical.
 *
 * @param open opens the bytes of the mail; called up to three times
 * @param storePart where the bytes of a part go
 * @returns the mail with everything that is odd about it as warnings, or why it cannot be taken apart
 */
export async function decomposeMail(
  open: () => Readable,
  storePart: StorePart,
  limits: MailLimits = MAIL_LIMITS,
): Promise<Mail | MailRefusal> {
  const budget: MailBudget = { parts: limits.parts, bytes: limits.totalSize, passed: null };
  const level = await decomposeLevel(open, storePart, limits.depth, budget);
  return level.kind === 'refused' ? level : { ...level, attachments: nameAttachments(level.attachments) };
}

async function decomposeLevel(
  open: () => Readable,
  storePart: StorePart,
  depth: number,
  budget: MailBudget,
): Promise<Mail | MailRefusal> {
  const parsed = await parseMail(open(), storePart, budget);
  if (parsed.kind === 'refused') return parsed;
  const cutOff = await isCutOff(open);
  const { warnings: headerWarnings, ...facts } = factsOfHeaders(parsed.headers);
  const warnings = [...parsed.warnings, ...headerWarnings];
  if (cutOff) warnings.push(mailWarning('mail.cutOff'));
  const attachments: MailAttachment[] = [];
  for (const [index, part] of parsed.parts.entries()) {
    const last = index === parsed.parts.length - 1;
    attachments.push({ ...asAttachment(part), completeness: cutOff && last ? 'cutOff' : 'complete' });
    const position = attachments.length - 1;
    if (part.size === 0) warnings.push(mailWarning('mail.emptyAttachment', position));
    if (part.declaredType !== 'message/rfc822') continue;
    const inner = await decomposeForwarded(part, storePart, depth, budget);
    if (budget.passed) return { kind: 'refused', code: budget.passed };
    if (inner.kind === 'warning') {
      warnings.push(mailWarning(inner.code, position));
      continue;
    }
    for (const innerPart of inner.mail.attachments) {
      attachments.push({
        ...innerPart,
        parent: innerPart.parent === null ? position : innerPart.parent + position + 1,
      });
    }
  }
  return { kind: 'mail', ...facts, bodyText: parsed.bodyText, attachments, warnings };
}

type Forwarded =
  | { kind: 'mail'; mail: Mail }
  | { kind: 'warning'; code: Extract<MailWarning['code'], 'mail.nestedTooDeep' | 'mail.nestedUnreadable'> };

async function decomposeForwarded(
  part: ParsedPart,
  storePart: StorePart,
  depth: number,
  budget: MailBudget,
): Promise<Forwarded> {
  if (depth <= 0) return { kind: 'warning', code: 'mail.nestedTooDeep' };
  const mail = await decomposeLevel(() => createReadStream(part.path), storePart, depth - 1, budget);
  return mail.kind === 'mail' ? { kind: 'mail', mail } : { kind: 'warning', code: 'mail.nestedUnreadable' };
}

function asAttachment(part: ParsedPart): Omit<MailAttachment, 'completeness'> {
  const { path, size, sha256, name, declaredType } = part;
  return { path, size, sha256, name, originalName: null, declaredType, parent: null };
}

/** A multipart without its closing boundary ended on the way; the parser would hand out the stump without a word. */
async function isCutOff(open: () => Readable): Promise<boolean> {
  const boundary = await boundaryOf(open());
  return boundary !== null && !(await findInStream(open(), `\n--${boundary}--`));
}

async function boundaryOf(source: Readable): Promise<string | null> {
  let start = Buffer.alloc(0);
  for await (const chunk of source) {
    start = Buffer.concat([start, chunk as Buffer]);
    const head = readMailHead(start);
    if (head) return head.boundary;
    if (start.length > LARGEST_HEAD) break;
  }
  return null;
}
