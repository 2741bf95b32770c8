import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Picture } from '../domain/picture.js';
import { seenBy, type Sight } from '../domain/sight.js';
import { loadPicture } from './load-picture.js';

/** The read models of one moment, loaded once per change however many pages ask. */
@Injectable()
export class PictureReader {
  private cached: { readonly id: string; readonly picture: Promise<Picture> } | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** @param sight whose lots the reader is shown; undefined: nobody's */
  async read(sight: Sight | undefined): Promise<Picture> {
    return seenBy(await this.whole(), sight);
  }

  private async whole(): Promise<Picture> {
    const id = await this.head();
    if (this.cached?.id === id) return this.cached.picture;
    const picture = this.dataSource.transaction('REPEATABLE READ', loadPicture);
    const entry = { id, picture };
    this.cached = entry;
    picture.catch(() => {
      if (this.cached === entry) this.cached = undefined;
    });
    return picture;
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
