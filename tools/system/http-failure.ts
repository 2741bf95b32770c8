/** An answer that is not a success, with its problem document. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    readonly status: number,
    readonly body: string,
    what: string,
  ) {
    super(`${what}: ${String(status)} ${body.slice(0, 500)}`);
  }
}

/**
 * What a described call was for.
 *
 * @throws HttpFailure for an answer that is no success
 */
export async function answerOf<Data>(
  call: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (data === undefined) throw new HttpFailure(response.status, JSON.stringify(error), response.url);
  return data;
}
