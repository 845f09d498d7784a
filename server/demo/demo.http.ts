import { Router } from 'express';
import type { DemoAccount } from '../contract/views.js';
import { answer } from '../platform/http/answer.js';

export type AccountRouter = Router;

/** `GET /demo/accounts`, readable before the sign-in; an empty list unless the installation is a demo. */
export function accountRoutes(accounts: readonly DemoAccount[]): AccountRouter {
  return Router().get('/demo/accounts', (_request, response) => answer(response, { accounts }));
}
