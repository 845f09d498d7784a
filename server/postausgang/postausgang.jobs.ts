import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { answerJob } from '../workflow/ask-outside.js';
import type { InstanceOperations, JobWorkers, ProcessEngine } from '../workflow/process-engine.js';
import { deliverMail } from './deliver-mail.js';
import type { PostausgangParts } from './hand-over.js';
import { DELIVER_TOPIC, VERSAND_TOPIC, versandPayload } from './mail-order.js';
import { recordVersand } from './record-versand.js';
import { sendMail } from './send-mail.js';

/** Service tasks that send something out of the house. */
export const postausgangJobs: JobWorkers = { 'post.mailSenden': sendMail };

/** Handing over: slow, and beside everything else. */
export function deliveryHandlers(parts: PostausgangParts): Record<string, OutboxHandler> {
  return { [DELIVER_TOPIC]: deliverMail(parts) };
}

/** After the handing over: the mail is filed and the process goes on, in one transaction. */
export function versandHandlers(engine: ProcessEngine & InstanceOperations): Record<string, OutboxHandler> {
  return {
    [VERSAND_TOPIC]: async (tx, payload) => {
      const { jobKey, ...versand } = versandPayload.parse(payload);
      const recorded = await recordVersand(tx, versand);
      if (isRejection(recorded)) return recorded;
      await answerJob(tx, engine, jobKey, {
        variables: {
          versandId: recorded.dokumentId,
          nichtZugestellt: versand.refused.map(({ address }) => address),
        },
      });
      return undefined;
    },
  };
}
