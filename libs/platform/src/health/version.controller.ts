import { Controller, Get } from '@nestjs/common';
import { Public } from '../access/allow.js';
import { Schema } from '../database/schema.js';
import { REGION_LIST_EDITION } from '../regions/region-list.js';
import { release } from '../context/release.js';

/** What runs here. */
export interface VersionView {
  /** Of the release. */
  readonly version: string;
  /** Hash of the commit it was built from; `unknown` where the build did not say it. */
  readonly commit: string;
  /** The newest migration that this code needs. */
  readonly schema: string;
  /** Edition of the list of regions that codes are checked against. */
  readonly regions: string;
  /** Version of Node. */
  readonly node: string;
}

@Public()
@Controller()
export class VersionController {
  constructor(private readonly schema: Schema) {}

  /** Which release runs. */
  @Get('version')
  version(): VersionView {
    const { version, commit } = release();
    return { version, commit, schema: this.schema.newest, regions: REGION_LIST_EDITION, node: process.versions.node };
  }
}
