import { GatewayFailure, type Gateway } from './gateway.js';
import { AwayError, createLink, type Link } from './link.js';

/** A real broker cannot be made to be busy, silent or leaderless at a given call: these answers are scripted. */
function linkTo(...answers: ('leads' | 'does not lead' | 'strange')[]): {
  link: Link;
  closed: () => number;
  opened: () => number;
} {
  let [opened, closed] = [0, 0];
  let answer: (typeof answers)[number] | undefined;
  const recognise = () => Promise.resolve(answer === 'strange' ? ('strange' as const) : ('ours' as const));
  const open = () => {
    answer = answers[Math.min(opened++, answers.length - 1)];
    const leads = answer !== 'does not lead';
    const gateway: Partial<Gateway> = {
      requireLeader: () => (leads ? Promise.resolve() : Promise.reject(new GatewayFailure('away', 'no leader'))),
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    };
    return Promise.resolve(gateway as Gateway);
  };
  const link = createLink({ open, recognise, now: () => new Date(0), random: () => 0, reconnectMilliseconds: 1 });
  return { link, closed: () => closed, opened: () => opened };
}

const failing = (kind: 'busy' | 'away' | 'gone') => () => Promise.reject(new GatewayFailure(kind, kind));

describe('the link to Zeebe', () => {
  it('refuses at once while the cluster is known to be away', async () => {
    const { link } = linkTo('does not lead');
    await expect(link.ask(() => Promise.resolve(1))).rejects.toBeInstanceOf(AwayError);
    expect(link.state()).toMatchObject({ kind: 'away' });
  });

  it('asks nothing of a cluster that does not know what runs on it, and goes on by itself when the right one is back', async () => {
    const { link, closed, opened } = linkTo('leads', 'strange', 'strange', 'leads');
    link.start();
    await link.ready();
    await expect(link.ask(failing('away'))).rejects.toThrow('away');
    const strange = new Promise<void>((resolve) => {
      const look = () => (link.state().kind === 'strange' ? resolve() : void setImmediate(look));
      look();
    });
    await strange;
    await expect(link.ask(() => Promise.resolve(1))).rejects.toBeInstanceOf(AwayError);
    await link.ready();
    expect(link.state()).toEqual({ kind: 'ready' });
    expect([opened(), closed()]).toEqual([4, 3]);
    await link.close();
  });

  it('comes back by itself with a new client once a broker leads, and says so', async () => {
    const { link, closed, opened } = linkTo('does not lead', 'leads');
    const ready = new Promise<void>((resolve) => link.onReady(resolve));
    link.start();
    await ready;
    expect(link.state()).toEqual({ kind: 'ready' });
    expect([opened(), closed()]).toEqual([2, 1]);
    await link.close();
  });

  it('gives up a client that does not answer and opens another one', async () => {
    const { link, closed, opened } = linkTo('leads');
    link.start();
    await link.ready();
    await expect(link.ask(failing('away'))).rejects.toThrow('away');
    await link.ready();
    expect([opened(), closed()]).toEqual([2, 1]);
    await link.close();
  });

  it('asks a busy cluster again, and not for ever', async () => {
    const { link } = linkTo('leads');
    link.start();
    await link.ready();
    let asked = 0;
    await expect(
      link.ask(() => {
        asked += 1;
        return failing('busy')();
      }),
    ).rejects.toThrow('busy');
    expect(asked).toBe(6);
    expect(link.state()).toEqual({ kind: 'ready' });
    await link.close();
  });

  it('keeps the connection where the cluster only says no', async () => {
    const { link, opened } = linkTo('leads');
    link.start();
    await link.ready();
    await expect(link.ask(failing('gone'))).rejects.toThrow('gone');
    expect(opened()).toBe(1);
    await link.close();
  });
});
