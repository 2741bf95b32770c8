import { setTimeout as sleep } from 'node:timers/promises';
import {
  createLocalJWKSet,
  errors,
  type CompactJWSHeaderParameters,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** An event handler waits for the keys in its transaction, which is limited to 5 s: one fetch, a pause, another fetch. */
const FETCH_MS = 2_000;
/** Between the starts of two fetches: tokens with made-up key ids must not hammer the issuer. */
const PAUSE_MS = 500;
/** Older keys are fetched anew beside the calls, so that a key that was taken back goes. */
const FRESH_MS = 5 * 60_000;
/** Older keys are not believed, though the issuer does not answer. */
const BELIEVED_MS = 60 * 60_000;

/** The issuer's keys cannot be fetched: nothing is known about the token. The code says it like any cut connection. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  readonly code = 'ECONNREFUSED';
}

type PublicKey = Awaited<ReturnType<JWTVerifyGetKey>>;

/** Where the keys lie; may have to ask the issuer first. */
export type LocateKeys = (signal: AbortSignal) => Promise<URL>;

/**
 * The public keys of an issuer. A key that is not known yet is looked for before it is refused: whoever comes with it
 * waits for a fetch that begins after its call, so that no user is turned away because keys have just been rotated.
 */
export class IssuerKeys {
  private keys: JWTVerifyGetKey | undefined;
  private fetchedAt = -Infinity;
  private startedAt = -Infinity;
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(private readonly locate: LocateKeys) {}

  /** @throws KeysUnavailable; JOSEError when the issuer has no such key */
  async find(header: CompactJWSHeaderParameters, token: FlattenedJWSInput): Promise<PublicKey> {
    const age = performance.now() - this.fetchedAt;
    if (!this.keys || age > BELIEVED_MS) await this.fetchAnew();
    else if (age > FRESH_MS) this.fetchAnew().catch(() => undefined);
    try {
      return await this.known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await this.fetchAnew();
    return this.known(header, token);
  }

  private async known(header: CompactJWSHeaderParameters, token: FlattenedJWSInput): Promise<PublicKey> {
    if (!this.keys) throw new KeysUnavailable('The keys of the token issuer are not known.');
    return this.keys(header, token);
  }

  /** A fetch that has not begun yet; all who ask before it begins share it. */
  private fetchAnew(): Promise<void> {
    this.next ??= this.begin();
    return this.next;
  }

  private async begin(): Promise<void> {
    await this.running.catch(() => undefined);
    const pause = this.startedAt + PAUSE_MS - performance.now();
    if (pause > 0) await sleep(pause);
    this.next = undefined;
    this.startedAt = performance.now();
    this.running = this.fetch();
    await this.running;
  }

  private async fetch(): Promise<void> {
    try {
      const signal = AbortSignal.timeout(FETCH_MS);
      const response = await fetch(await this.locate(signal), { signal, redirect: 'error' });
      if (!response.ok) throw new Error(`the keys' address answers ${String(response.status)}`);
      this.keys = createLocalJWKSet((await response.json()) as JSONWebKeySet);
      this.fetchedAt = performance.now();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new KeysUnavailable(`The token issuer does not answer: ${why}`, { cause: error });
    }
  }
}
