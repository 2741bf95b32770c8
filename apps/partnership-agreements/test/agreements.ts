import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type TestService } from '#platform/testing/service.js';
import { appModule } from '../src/app.module.js';
import { AgreementsConfig } from '../src/config.js';
import { AGREEMENT_STAGES } from '#kernel/states.js';
import { TRANSITIONS, type Stage } from '../src/domain/stage.js';
import { database } from '../src/persistence/data-source.js';

export type Agreements = TestService;

/** The service at 09:00 WIB of 4 March 2019, called by an officer of Banyumas; it looks for due stages all the time. */
export function startAgreements(): Promise<Agreements> {
  return startService({
    configType: AgreementsConfig,
    env: { SERAP_DUE_POLL_MS: '50' },
    module: appModule,
    database,
    prefix: '/api/agreements',
    caller: { role: 'agreement-officer', region: '33.02' },
    now: '2019-03-04T02:00:00Z',
  });
}

/** An agreement, valid by default. */
export function anAgreement(changes: object = {}): Record<string, unknown> {
  return {
    partner: '82.71',
    title: 'Kerja sama perdagangan gula semut',
    regime: 'PP 28/2018 + Permendagri 22/2009',
    needsCouncil: false,
    ...changes,
  };
}

export function aTerm(changes: object = {}): Record<string, unknown> {
  return {
    destination: '82.71',
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM',
    quota: 3_500_000,
    period: 'day',
    minimumLot: 0,
    freight: 2_500,
    transitDays: 14,
    certificates: ['P-IRT'],
    ...changes,
  };
}

export function aDocument(kind: string, number = '12/2019'): Record<string, unknown> {
  return { kind, number, sha256: createHash('sha256').update(`${kind} ${number}`).digest('hex') };
}

/** Three days before it is recorded. */
export const period = {
  effectiveFrom: '2019-03-01',
  effectiveTo: '2019-12-31',
  signedOn: '2019-03-01',
  backdatingReason: 'Dicatat setelah ditandatangani (contoh)',
};

/** Opens an agreement with everything that any guard asks for. */
export async function aFullFile(agreements: Agreements, changes: object = {}): Promise<string> {
  const { body } = await agreements.post('', anAgreement(changes));
  const id: string = body.id;
  for (const kind of ['joint-agreement', 'pks', 'council-decision', 'power-of-attorney']) {
    await agreements.post(`/${id}/documents`, aDocument(kind));
  }
  await agreements.post(`/${id}/signatories`, { side: 'origin', name: 'Bupati (contoh)', office: 'head-of-region' });
  await agreements.post(`/${id}/signatories`, {
    side: 'partner',
    name: 'Kepala dinas (contoh)',
    office: 'delegate',
    powerOfAttorney: '12/2019',
  });
  await agreements.post(`/${id}/terms`, { terms: [aTerm()] });
  return id;
}

export function move(agreements: Agreements, id: string, stage: string, more: object = {}) {
  return agreements.post(`/${id}/stages`, { stage, ...(stage === 'pks-signed' ? period : {}), ...more });
}

/** The steps of an officer from an open file to a signed PKS. */
export const toPks = ['offer', 'joint-agreement-drafting', 'joint-agreement-signed', 'pks-drafting', 'pks-signed'];

/** Takes the steps one by one; gives the last answer's body. */
export async function walk(
  agreements: Agreements,
  id: string,
  steps: readonly string[],
  days: object = period,
): Promise<any> {
  let body;
  for (const step of steps) {
    const answer = await move(agreements, id, step, step === 'pks-signed' ? days : {});
    if (answer.status !== 200) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
    body = answer.body;
  }
  return body;
}

/** Waits until the clock has brought it to a stage. */
export async function until(agreements: Agreements, id: string, stage: string): Promise<any> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await agreements.get(`/${id}`);
    if (body.stage === stage) return body;
    await sleep(25);
  }
  throw new Error(`${id} never came to ${stage}`);
}

/** The steps of an officer that lead from the start to `stage`, found in the table itself. */
export function pathTo(stage: Stage, needsCouncil: boolean): Stage[] {
  const paths: Stage[][] = [['preparation']];
  for (const path of paths) {
    const last = path.at(-1);
    if (last === stage) return path.slice(1);
    for (const { from, to, guards } of TRANSITIONS) {
      const skipsCouncil = needsCouncil && guards.includes('councilSettled') && !path.includes('council-approved');
      const needless = !needsCouncil && guards.includes('councilNeeded');
      if (from === last && !path.includes(to) && !skipsCouncil && !needless && path.length < AGREEMENT_STAGES.length) {
        paths.push([...path, to]);
      }
    }
  }
  throw new Error(`No way leads to ${stage}`);
}
