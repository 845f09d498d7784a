import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { withSecondFactor } from '../../test/support/second-factor.js';
import type { PeoplePlace } from './people-place.js';
import { loadPeople } from './people.views.js';
import { switchOff } from './switch-off.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const people = async (login: string, words = '', after: PeoplePlace | null = null) =>
  done(await bench.runner.transaction(bench.as(login), (tx) => loadPeople(tx, words, after)));

describe('loadPeople', () => {
  it('shows a Leitung nobody of another unit, and nothing about how anybody signs in', async () => {
    const { items } = await people('ruth.lindqvist');
    expect(items.map(({ name }) => name)).toContain('Dr. Ruth Lindqvist');
    expect(items.map(({ name }) => name)).not.toContain('Ines Vogt');
    expect(items.every(({ signIn }) => signIn === null)).toBe(true);
  });

  it('shows the administration the whole house with roles, also whoever is switched off', async () => {
    const personId = bench.personId('amir.rakimov');
    await bench.perform('kim.okafor', switchOff, { personId, reason: 'verlässt das Amt' });
    await withSecondFactor(bench.runner, bench.as('ines.vogt'), new Date('2026-11-24T09:00:00Z'));
    const { items, next } = await people('kim.okafor');
    expect(next).toBeNull();
    expect(items.find(({ id }) => id === personId)).toMatchObject({ active: false, roles: ['archiv'] });
    expect(items.find(({ id }) => id === bench.personId('ines.vogt'))).toMatchObject({
      active: true,
      signIn: { password: true, directories: 0, secondFactorSince: expect.stringMatching(/^2026-/) as string },
    });
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dr. Ruth Lindqvist', 'Jana Petersen']));
  });

  it('finds a part of the name, however it is written, and goes on after a place', async () => {
    const all = (await people('kim.okafor')).items;
    expect((await people('kim.okafor', 'OKA')).items.map(({ id }) => id)).toEqual([bench.personId('kim.okafor')]);
    expect((await people('kim.okafor', '%')).items).toEqual([]);
    const [first, ...rest] = all;
    expect((await people('kim.okafor', '', [first!.name, first!.id])).items).toEqual(rest);
  });
});
