import { z } from 'zod';
import { outsideJob } from '../workflow/ask-outside.js';

/** The follow-up that hands a mail over, and the one that records that it has left. */
export const DELIVER_TOPIC = 'post.deliver';
export const VERSAND_TOPIC = 'post.recordVersand';

const storedFile = z.object({ sha256: z.string(), size: z.number(), mime: z.string(), name: z.string() });

export const mailOrder = z.object({
  vorgangId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(storedFile),
});

/** A checked mail with the versions of the Dokumente that it carries. */
export type MailOrder = z.infer<typeof mailOrder>;

export const deliverPayload = z.object({ job: outsideJob, order: mailOrder });

export const versandPayload = z.object({
  jobKey: z.string(),
  onceId: z.string(),
  vorgangId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  messageId: z.string(),
  answer: z.string(),
  refused: z.array(z.object({ address: z.string(), answer: z.string() })),
  /** The mail as it left. */
  file: storedFile,
});

/** A mail that a server has taken. */
export type Versand = z.infer<typeof versandPayload>;
