import type { components } from '#clients/partnership-agreements.js';
import { get } from '../api/client.js';
import type { CommodityFlows, Regions, Summary } from '../api/types.js';
import { loadTasks, type TaskList } from '../api/load-tasks.js';

/** Answers of /api/agreements, as its document describes them. */
type Schemas = components['schemas'];
export type AgreementFile = Schemas['AgreementFile'];
export type AgreementView = Schemas['AgreementView'];
export type Edition = Schemas['Edition'];
export type EditionDifference = Schemas['EditionDifference'];
export type FilingView = Schemas['FilingView'];
export type QuotaView = Schemas['QuotaView'];
export type ReportView = Schemas['ReportView'];
export type RowDifference = Schemas['RowDifference'];
export type Stage = Schemas['Stage'];
export type Term = Schemas['Term'];

/** All that there is to one agreement. */
export interface Dossier {
  readonly file: AgreementFile;
  readonly quota: readonly QuotaView[];
  readonly filings: readonly FilingView[];
  readonly reports: readonly ReportView[];
  /** What each addendum changed, the first addendum first. */
  readonly addenda: readonly EditionDifference[];
}

export interface AgreementsData extends TaskList {
  readonly agreements: readonly AgreementView[];
  /** Of the agreement that was asked for; absent where there is none of that id. */
  readonly dossier: Dossier | undefined;
  readonly regions: Regions;
  /** Business instant when this was read. */
  readonly now: number;
}

const REGIONS = '/api/agreements/regions';
type NamesOfRegions = Schemas['RegionsFound'];
/** As many codes as one call takes. */
const MOST_NAMES = 500;

/** @param chosen id of the agreement that is shown whole; empty: none */
export async function loadAgreements(chosen: string): Promise<AgreementsData> {
  // Alone first: without a session this is the only refusal.
  const summary = await get<Summary>('/api/operations/summary');
  const [flows, agreements, tasks] = await Promise.all([
    get<{ commodities: CommodityFlows[]; regions: Regions }>('/api/operations/flows'),
    allAgreements(),
    loadTasks(),
  ]);
  const known = agreements.some(({ id }) => id === chosen);
  const dossier = known ? await loadDossier(chosen) : undefined;
  const places = dossier?.file.terms.map(({ destination }) => destination) ?? [];
  const parties = agreements.flatMap(({ origin, partner }) => [origin, partner]);
  const codes = [...new Set([...places, ...parties])].slice(0, MOST_NAMES);
  const named = await (codes.length === 0 ? undefined : get<NamesOfRegions>(`${REGIONS}?codes=${codes.join(',')}`));
  return {
    ...tasks,
    agreements,
    dossier,
    // No flow names the partner of an agreement that is not in force yet.
    regions: { ...named?.names, ...summary.regions, ...flows.regions },
    now: Date.parse(summary.clock.now),
  };
}

async function allAgreements(): Promise<AgreementView[]> {
  const all: AgreementView[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await get<Schemas['Page_AgreementView']>(`/api/agreements?limit=500${from}`);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

async function loadDossier(id: string): Promise<Dossier> {
  const at = `/api/agreements/${id}`;
  const [file, quota, filings, reports, editions] = await Promise.all([
    get<AgreementFile>(at),
    get<{ items: QuotaView[] }>(`${at}/quota`),
    get<{ items: FilingView[] }>(`${at}/filings`),
    get<{ items: ReportView[] }>(`${at}/reports`),
    get<{ items: Edition[] }>(`${at}/addenda`),
  ]);
  const amended = editions.items.filter(({ edition }) => edition > 1);
  const addenda = await Promise.all(
    amended.map(({ edition }) => get<EditionDifference>(`${at}/addenda/${String(edition)}`)),
  );
  return { file, quota: quota.items, filings: filings.items, reports: reports.items, addenda };
}
