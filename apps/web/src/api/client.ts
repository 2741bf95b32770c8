/** The session is over, or there never was one. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** @throws SignedOut on 401; Error on any other refusal or when the network is down */
export async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (response.status === 401) throw new SignedOut();
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return (await response.json()) as Answer;
}

export async function signIn(user: string): Promise<void> {
  const response = await fetch('/auth/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  if (!response.ok) throw new Error(`sign-in: ${String(response.status)}`);
}

export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST' });
}
