import type { Role } from '#platform/access/principal.js';
import { Client } from '../system/client.js';
import type { System } from '../system/system.js';

/** What a chapter of the story works with: a system, someone to act as, and a reader. */
export interface Storyteller {
  readonly system: System;
  readonly tell: (sentence: string) => void;
}

/** Users of the story, one client each: a token is signed once. */
export class Cast {
  private readonly clients = new Map<string, Client>();

  constructor(private readonly system: System) {}

  get registry(): Client {
    return this.as('registry-officer', BANYUMAS);
  }

  get agreements(): Client {
    return this.as('agreement-officer', BANYUMAS);
  }

  get operations(): Client {
    return this.as('operations', BANYUMAS);
  }

  partner(region: string): Client {
    return this.as('partner-intake', region);
  }

  private as(role: Role, region: string): Client {
    const name = `${role}@${region}`;
    const client = this.clients.get(name) ?? new Client(this.system, role, region);
    this.clients.set(name, client);
    return client;
  }
}

const BANYUMAS = '33.02';
const number = new Intl.NumberFormat('id-ID');

/** @param grams base units of sugar */
export function kilograms(grams: number): string {
  return `${number.format(grams / 1_000)} kg`;
}

export function rupiah(amount: number): string {
  return `Rp${number.format(amount)}`;
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
