import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isUuid } from '#kernel/uuid.js';
import type { Principal } from './principal.js';

/** How long a revoked key may still be believed by a replica that has just used it. */
const BELIEVED_MS = 5_000;
const MOST_BELIEVED = 10_000;
const SHAPE = /^serap_([0-9a-f]{32})_([\w-]{43})$/;

interface Believed {
  readonly principal: Principal;
  readonly until: number;
}

/** Whether a bearer token is meant as an API key. */
export function isApiKey(token: string): boolean {
  return token.startsWith('serap_');
}

/** @returns the key as its owner gets it, once, and the hash that stays; 256 random bits need no slow hash */
export function newApiKey(id: string): { key: string; hash: string } {
  const key = `serap_${id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
  return { key, hash: hashOf(key) };
}

/**
 * Verifies API keys of partner systems, of a service that has the table `api_key`. The subject is the system, not the key:
 * an order that is sent again after a rotation is still the same order.
 */
@Injectable()
export class ApiKeys {
  private readonly believed = new Map<string, Believed>();

  constructor(private readonly dataSource: DataSource) {}

  /** @returns undefined for a key that is malformed, unknown or revoked */
  async verify(key: string): Promise<Principal | undefined> {
    const hash = hashOf(key);
    const known = this.believed.get(hash);
    if (known && known.until > Date.now()) return known.principal;
    const principal = await this.find(key, hash);
    this.believed.delete(hash);
    if (!principal) return undefined;
    if (this.believed.size >= MOST_BELIEVED) this.believed.clear();
    this.believed.set(hash, { principal, until: Date.now() + BELIEVED_MS });
    return principal;
  }

  private async find(key: string, hash: string): Promise<Principal | undefined> {
    const hex = SHAPE.exec(key)?.[1];
    const id = hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (id === undefined || !isUuid(id)) return undefined;
    const [rows] = await this.dataSource.query<[{ region: string; system: string }[], number]>(
      `UPDATE api_key SET last_used_at = now() WHERE id = $1 AND hash = $2 AND revoked_at IS NULL
       RETURNING region, system`,
      [id, hash],
    );
    const row = rows[0];
    return row && { subject: `partner-system:${row.system}`, roles: ['partner-system'], region: row.region };
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
