import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { arrangeNotifications } from './arrange-notifications.js';
import { FIRST_RULES } from './notification.js';
import { loadNotificationRules } from './notification.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const arrange = (rules: unknown, login = 'jana.petersen') => bench.perform(login, arrangeNotifications, rules);
const rulesOf = async (login: string) =>
  done(await bench.runner.transaction(bench.as(login), loadNotificationRules)).rules;
const quiet = { from: '18:00', until: '07:00', days: [1, 2, 3] };

describe('arrangeNotifications', () => {
  it('refuses whoever has no Aufgaben', async () => {
    expect(await arrange(FIRST_RULES, 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    ['a channel that there is not', { ...FIRST_RULES, kinds: { ...FIRST_RULES.kinds, new: 'sms' } }],
    ['rules without a kind', { ...FIRST_RULES, kinds: { new: 'app' } }],
    ['a time that there is not', { ...FIRST_RULES, quiet: { ...quiet, until: '24:00' } }],
    ['an eighth day', { ...FIRST_RULES, quiet: { ...quiet, days: [8] } }],
    ['quiet hours on no day', { ...FIRST_RULES, quiet: { ...quiet, days: [] } }],
    [
      'more filters than there can be',
      { ...FIRST_RULES, filters: Array.from({ length: 21 }, () => ({ id: newId(), channel: 'os' })) },
    ],
  ])('refuses %s', async (_what, rules) => {
    expect(await arrange(rules)).toMatchObject({ code: 'platform.invalidInput' });
    expect(await rulesOf('jana.petersen')).toEqual(FIRST_RULES);
  });

  it('keeps the rules for the person alone, and answers what was before', async () => {
    const rules = { ...FIRST_RULES, kinds: { ...FIRST_RULES.kinds, closed: 'none' }, quiet };
    expect(await arrange(rules, 'helga.brandt')).toEqual({ before: FIRST_RULES });
    expect(await rulesOf('helga.brandt')).toEqual(rules);
    expect(await arrange(FIRST_RULES, 'helga.brandt')).toEqual({ before: rules });
    expect(await rulesOf('deniz.aydin')).toEqual(FIRST_RULES);
    expect(await bench.protokoll(bench.personId('helga.brandt'))).toEqual([]);
  });

  it('begins anew where kept rules are not understood any more', async () => {
    done(await arrange({ ...FIRST_RULES, quiet }, 'tomasz.sliwa'));
    await bench.sql(`UPDATE notification_rules SET rules = '{"kinds": {}}' WHERE person_id = $1`, [
      bench.personId('tomasz.sliwa'),
    ]);
    expect(await rulesOf('tomasz.sliwa')).toEqual(FIRST_RULES);
  });

  it('shows no rule of a filter that is gone', async () => {
    const filters = [{ id: newId(), channel: 'os' }];
    done(await arrange({ ...FIRST_RULES, filters }, 'ruth.lindqvist'));
    expect(await rulesOf('ruth.lindqvist')).toEqual(FIRST_RULES);
  });
});
