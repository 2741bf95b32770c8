import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { machineClient } from './machine-clients.js';

/** What has to outlive the process, for pages to stay signed in over a restart; the rest lives for minutes. */
const KEPT = new Set(['Session', 'Grant', 'RefreshToken']);

/** How long what has no end of its own is kept. */
const DAY_SECONDS = 86_400;

interface Entry {
  readonly model: string;
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What the issuer remembers, with what lasts in a file of the run's folder. */
export class IssuerStore {
  private readonly file: string;
  private readonly entries: Map<string, Entry>;

  constructor(
    home: string,
    private readonly secret: string,
  ) {
    this.file = join(home, 'issuer-sessions.json');
    this.entries = new Map(kept(this.file).filter(([, { until }]) => until > Date.now()));
  }

  /** The part of it that one model of the provider sees. */
  adapter(model: string): Adapter {
    const key = (id: string) => `${model}:${id}`;
    const find = (id: string) => Promise.resolve(this.get(key(id)));
    return {
      find: model === 'Client' ? (id) => Promise.resolve(machineClient(id, this.secret)) : find,
      findByUid: (uid) => Promise.resolve(this.search((entry) => entry.model === model && entry.payload.uid === uid)),
      findByUserCode: () => Promise.resolve(undefined),
      upsert: (id, payload, seconds = DAY_SECONDS) => {
        this.set(key(id), { model, payload, until: Date.now() + seconds * 1_000 });
        return Promise.resolve();
      },
      consume: (id) => {
        const entry = this.entries.get(key(id));
        const consumed = Math.floor(Date.now() / 1_000);
        if (entry) this.set(key(id), { ...entry, payload: { ...entry.payload, consumed } });
        return Promise.resolve();
      },
      destroy: (id) => {
        this.remove(([name]) => name === key(id));
        return Promise.resolve();
      },
      revokeByGrantId: (grant) => {
        this.remove(([, { payload }]) => payload.grantId === grant);
        return Promise.resolve();
      },
    };
  }

  private get(key: string): AdapterPayload | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  private search(fits: (entry: Entry) => boolean): AdapterPayload | undefined {
    return [...this.entries.values()].find((entry) => fits(entry) && entry.until > Date.now())?.payload;
  }

  private set(key: string, entry: Entry): void {
    this.entries.set(key, entry);
    if (KEPT.has(entry.model)) this.keep();
  }

  private remove(gone: (entry: [string, Entry]) => boolean): void {
    for (const entry of this.entries) if (gone(entry)) this.entries.delete(entry[0]);
    this.keep();
  }

  /** Whole or not at all: a run may be killed at any moment. */
  private keep(): void {
    const now = Date.now();
    for (const [key, { until }] of this.entries) if (until <= now) this.entries.delete(key);
    const lasting = [...this.entries].filter(([, { model }]) => KEPT.has(model));
    writeFileSync(`${this.file}.new`, JSON.stringify(lasting), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

function kept(file: string): [string, Entry][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][];
  } catch {
    return [];
  }
}
