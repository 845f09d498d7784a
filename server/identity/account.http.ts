import { Router, type Request } from 'express';
import { z } from 'zod';
import type { AccountView } from '../contract/account-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { answer } from '../platform/http/answer.js';
import { jsonBody } from '../platform/http/json-body.js';
import { needsSecondFactor, type HouseRules } from './directory.js';
import { linksOf } from './directory.store.js';
import { houseOf } from './houses.js';
import { passwordHashOf } from './identity.queries.js';
import { beginOpenid } from './openid.http.js';
import { passwordFits } from './password.js';
import { removeSecondFactor } from './remove-second-factor.js';
import { renewRecoveryCodes } from './renew-recovery-codes.js';
import { findFactor } from './second-factor.store.js';
import { beginEnrolment, finishEnrolment, typedCode } from './second-step.http.js';
import { signedIn, type IdentityParts, type SignedIn } from './signed-in.http.js';
import { unlinkAccount } from './unlink-account.js';
import { limitWrongPasswords, WRONG_PASSWORDS } from './wrong-passwords.js';

const typedPassword = z.object({ password: z.string().max(1_000).default('') });

/** How the signed-in person signs in: password, second factor, connected directories. Their own affair, without acts. */
export function accountRoutes(parts: IdentityParts): Router {
  const router = Router();
  const tries = limitWrongPasswords();
  const own = (path: string, work: (who: SignedIn, request: Request) => Promise<object | Rejection>) =>
    router.post(path, jsonBody, async (request, response) => {
      const who = await signedIn(parts, request);
      answer(response, isRejection(who) ? who : await work(who, request));
    });
  /** Counts wrong passwords and codes of a person whose page somebody else has found open. */
  const counted = async (who: SignedIn, attempt: () => Promise<object | Rejection>): Promise<object | Rejection> => {
    if (tries.mayTry(who.actor.id, parts.wallClock.now()) === 'tooMany') {
      return reject('identity.tooManyAttempts', { minutes: WRONG_PASSWORDS.minutes });
    }
    const result = await attempt();
    if (!isRejection(result)) tries.wasRight(who.actor.id);
    return result;
  };
  const proofOf = (request: Request) => {
    const input = typedCode.safeParse(request.body);
    return input.success ? { ...input.data, secret: parts.secret, now: parts.wallClock.now() } : null;
  };

  router.get('/account', async (request, response) => {
    const who = await signedIn(parts, request);
    answer(response, isRejection(who) ? who : await accountOf(parts, who));
  });
  own('/account/second-factor/enrol', (who, request) =>
    counted(who, async () => {
      const password = typedPassword.safeParse(request.body).data?.password ?? '';
      const fits = await passwordOf(parts, who, password);
      return fits ? beginEnrolment(parts, request, who.actor) : reject('identity.wrongPassword');
    }),
  );
  own('/account/second-factor/confirm', (who, request) => counted(who, () => finishEnrolment(parts, request, who)));
  own('/account/second-factor/codes', (who, request) =>
    counted(who, async () => {
      const proof = proofOf(request);
      if (!proof) return reject('identity.codeWrong');
      return parts.runner.run(who, renewRecoveryCodes, { ...proof, personId: who.actor.id });
    }),
  );
  own('/account/second-factor/remove', (who, request) =>
    counted(who, async () => {
      const proof = proofOf(request);
      if (!proof) return reject('identity.codeWrong');
      const rule = ruleFor(await rulesOf(parts, who), who);
      return parts.runner.run(who, removeSecondFactor, { ...proof, personId: who.actor.id, rule });
    }),
  );
  own('/account/links/:id/remove', (who, request) => {
    const linkId = String(request.params['id']);
    return parts.runner.run(who, unlinkAccount, { personId: who.actor.id, linkId });
  });
  router.post('/account/connect/:directory', async (request, response) => {
    const who = await signedIn(parts, request);
    if (isRejection(who)) return answer(response, who);
    const wanted = { directory: request.params.directory, returnTo: '/konto', connects: who.actor.id };
    const url = await beginOpenid(parts, response, wanted);
    answer(response, isRejection(url) ? url : { url });
  });
  return router;
}

async function accountOf(parts: IdentityParts, who: SignedIn): Promise<AccountView> {
  const house = await rulesOf(parts, who);
  return parts.database.transaction(who.mandantId, async (queries) => {
    const personId = who.actor.id;
    const factor = await findFactor(queries, personId);
    const links = await linksOf(queries, personId);
    return {
      password: (await passwordHashOf(queries, personId)) !== '',
      secondFactor: factor && { since: factor.since.toISOString(), codes: factor.codes },
      rule: ruleFor(house, who),
      links: links.map(({ id, issuer, since }) => ({ id, name: nameOf(house, issuer), since: since.toISOString() })),
      connectable: house.directories
        .filter(({ kind, issuer }) => kind === 'openid' && !links.some((link) => link.issuer === issuer))
        .map(({ id, name }) => ({ id, name })),
    };
  });
}

function rulesOf({ database, rules }: IdentityParts, { mandantId }: SignedIn) {
  return database.transaction(mandantId, (queries) => houseOf(queries, rules, mandantId));
}

/** As the house calls the directory; its address where it is no longer in the configuration. */
function nameOf({ directories }: Pick<HouseRules, 'directories'>, issuer: string): string {
  return directories.find((directory) => directory.issuer === issuer)?.name ?? issuer;
}

function ruleFor({ secondFactor }: Pick<HouseRules, 'secondFactor'>, { actor }: SignedIn): 'required' | 'free' {
  return needsSecondFactor(secondFactor, actor.roles) ? 'required' : 'free';
}

/** An account without a password of ours has nothing that could be asked for again. */
async function passwordOf({ database }: IdentityParts, who: SignedIn, password: string): Promise<boolean> {
  const hash = await database.transaction(who.mandantId, (queries) => passwordHashOf(queries, who.actor.id));
  return hash === '' || (await passwordFits(hash, password));
}
