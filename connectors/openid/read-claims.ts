/** Longest list that is read; a person in more groups than this is a mistake of the provider. */
const MOST_GROUPS = 2_000;

/** Name and groups out of claims that a provider has signed: their shape is its own choice, and nothing of it is certain. */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  groupsClaim: string,
): { readonly name: string | null; readonly groups: readonly string[] } {
  return { name: nameOf(claims), groups: textsOf(at(claims, groupsClaim)).slice(0, MOST_GROUPS) };
}

function nameOf(claims: Readonly<Record<string, unknown>>): string | null {
  const names = [claims['name'], [claims['given_name'], claims['family_name']].filter(Boolean).join(' ')];
  return names.find((name): name is string => typeof name === 'string' && name.trim() !== '') ?? null;
}

/** A claim by its name, or inside others: Keycloak keeps roles in `realm_access.roles`. */
function at(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      claims,
    );
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
