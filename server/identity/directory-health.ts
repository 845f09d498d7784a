import type { Reachability } from '../../connectors/api/directory-port.js';
import type { HealthView } from '../contract/views.js';
import type { Directory, SignInRules } from './directory.js';

type Part = HealthView['parts'][number];

/** The health can be read by everybody, as often as they like: the directories are asked at most twice a minute. */
const KEPT_MILLISECONDS = 30_000;

/** The lights of the directories, one for each; none where there are only accounts of our own. */
export function watchDirectories({ houses }: SignInRules, now: () => number = Date.now): () => Promise<Part[]> {
  const seen = new Map<string, { readonly at: number; readonly state: Promise<Reachability> }>();
  const directories = houses.flatMap((house) => house.directories);
  return () =>
    Promise.all(
      directories.map(async (directory) => {
        const last = seen.get(directory.id);
        const fresh =
          last && now() - last.at < KEPT_MILLISECONDS ? last : { at: now(), state: directory.connector.reach() };
        seen.set(directory.id, fresh);
        return partOf(directory, await fresh.state);
      }),
    );
}

function partOf({ id, name }: Directory, state: Reachability): Part {
  const part = `sign-in ${id}`;
  return state === 'ok'
    ? { name: part, state: 'ok', de: `Anmeldung mit „${name}“ möglich`, en: `Sign-in with “${name}” works` }
    : {
        name: part,
        state: 'degraded',
        de: `„${name}“ antwortet nicht; anmelden können sich nur Konten mit eigenem Kennwort`,
        en: `“${name}” does not answer; only accounts with a password of their own can sign in`,
      };
}
