import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { concerning } from '../domain/concerns.js';
import type { MarketSnapshot } from '../domain/market-snapshot.js';
import { redactFor, type Sight } from '../domain/visibility.js';
import { loadSnapshot } from './load-snapshot.js';

/** The read models of one moment, loaded once per change however many pages ask. */
@Injectable()
export class SnapshotReader {
  private cached: { readonly id: string; readonly snapshot: Promise<MarketSnapshot> } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  async read({ region, lots }: Sight): Promise<MarketSnapshot> {
    return redactFor(concerning(await this.whole(), region), lots);
  }

  private async whole(): Promise<MarketSnapshot> {
    const id = await this.head();
    if (this.cached?.id === id) return this.cached.snapshot;
    const snapshot = this.dataSource.transaction('REPEATABLE READ', loadSnapshot);
    const entry = { id, snapshot };
    this.cached = entry;
    snapshot.catch(() => {
      if (this.cached === entry) this.cached = undefined;
    });
    return snapshot;
  }

  /** `epoch.sequence` of the last change. */
  async head(): Promise<string> {
    const [row]: { epoch: string; sequence: string | number }[] = await this.dataSource.query(
      'SELECT epoch, sequence FROM stream_head',
    );
    if (!row) throw new Error('The live stream has no head: the migrations have not run.');
    return `${row.epoch}.${String(row.sequence)}`;
  }
}
