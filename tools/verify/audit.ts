import pg from 'pg';
import type { EventLog } from '#event-log/log/event-log.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import type { SystemAddresses } from '../system/system.js';
import { auditBalances } from './balances.js';
import { auditCalls } from './calls.js';
import { auditEditions } from './editions.js';
import { auditEffects } from './effects.js';
import { auditJournal } from './journal.js';
import type { Audit, AuditInput, Query } from './invariant.js';
import { auditKept } from './kept.js';
import { readLog } from './log-contents.js';
import { auditLoads } from './loads.js';
import { auditMerges } from './merges.js';
import { auditMoney } from './money.js';
import { auditPromises } from './promises.js';
import { auditQuotas } from './quotas.js';
import { auditReasons } from './reasons.js';
import { auditVersions } from './versions.js';

/** One rule of docs/invariants.md that does not hold, with where. */
export interface Breach {
  readonly invariant: string;
  readonly detail: string;
}

const AUDITS: Readonly<Record<string, { readonly rule: string; readonly audit: Audit }>> = {
  I1: {
    rule: 'per lot the balance adds up, in the table, by its allocations and in the log',
    audit: auditBalances.addUp,
  },
  I2: { rule: 'nothing is oversold at any version', audit: auditBalances.neverOversold },
  I3: {
    rule: 'no quota is exceeded, and what is consumed is what lines took, on the day of the promise',
    audit: auditQuotas,
  },
  I5: { rule: 'every acknowledged call has exactly one order, and no order is without a call', audit: auditCalls },
  I6: { rule: 'every event has had its effect once', audit: auditEffects },
  I7: { rule: 'versions of a subject are 1, 2, 3 … in the log, in order', audit: auditVersions },
  I9: { rule: "the registry's balances are routing's, at equal versions", audit: auditBalances.agree },
  I10: {
    rule: 'folding the journal again gives the state in the tables, and its time never runs back',
    audit: auditJournal,
  },
  I11: {
    rule: 'an event of a type that only another release knows is kept: neither lost nor applied',
    audit: auditKept,
  },
  I12: { rule: 'reasons add up to what is unsold and unfilled', audit: auditReasons },
  I13: { rule: 'all promises of a market can be served at once', audit: auditPromises },
  I14: { rule: 'what is promised under an edition is bound under it, at its freight and price', audit: auditEditions },
  I15: { rule: 'what is owed is what was accepted, what is paid is the payments that stand', audit: auditMoney },
  I16: {
    rule: 'a load carries no more than goes in and was bound, and no more is received than was sent',
    audit: auditLoads,
  },
  I17: {
    rule: 'who was registered twice and merged is one: in lots and their contributions everywhere, in earnings and turns',
    audit: auditMerges,
  },
};

export const INVARIANTS = Object.entries(AUDITS).map(([id, { rule }]) => ({ id, rule }));

/** Checks every invariant on a running system, by SQL and by the log. It changes nothing. */
export async function audit(addresses: SystemAddresses, eventLog: EventLog): Promise<Breach[]> {
  const clients = new Map<ServiceName, pg.Client>();
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  try {
    for (const name of SERVICES) {
      const client = new pg.Client({ connectionString: addresses.databases[name] });
      await client.connect();
      clients.set(name, client);
    }
    const query: Query = async <Row>(service: ServiceName, sql: string, parameters: unknown[] = []) => {
      const client = clients.get(service);
      if (!client) throw new Error(`No database of ${service}.`);
      return (await client.query(sql, parameters)).rows as Row[];
    };
    const input: AuditInput = { query, log: await readLog(eventLog), eventLog };
    const breaches: Breach[] = [];
    for (const [invariant, { audit: look }] of Object.entries(AUDITS)) {
      for (const detail of await look(input)) breaches.push({ invariant, detail });
    }
    return breaches;
  } finally {
    for (const client of clients.values()) await client.end();
  }
}
