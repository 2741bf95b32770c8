/** A service that was killed, or a replica that takes over, is back long before. */
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Makes a call until its outcome is known: no answer, a cut one and 5xx are tried again, for two minutes. That is safe as long as every try
 * has the same idempotency key, and is what a careful client of an unreliable network does.
 *
 * @param keyed it has a key, under which a 202 becomes the outcome once that is known
 * @returns the answer, read to its end; the last one when no try came to a known outcome
 * @throws whatever the last try threw
 */
export async function carefully(keyed: boolean, call: () => Promise<Response>): Promise<Response> {
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (let attempt = 1; ; attempt += 1) {
    const last = performance.now() >= giveUpAt;
    try {
      const { status, headers, ...answer } = await readWhole(await call());
      const known = status < 500 && !(keyed && status === 202);
      if (known || last) return new Response(answer.text === '' ? null : answer.text, { status, headers });
    } catch (error) {
      if (last) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(50 * attempt, 500)));
  }
}

async function readWhole(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}
