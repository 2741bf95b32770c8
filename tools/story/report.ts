import { kilograms, sumOf, type Cast, type Storyteller } from './chapter.js';
import type { Agreement } from './sign.js';

/** What one agreement's periodic report says was traded under it. */
export interface AgreementReport {
  readonly partner: string;
  readonly stage: string;
  readonly edition: number;
  /** Base units that count against its quota over the report's days. */
  readonly consumed: number;
}

interface ReportBody {
  readonly agreement: { readonly stage: string; readonly edition: number };
  readonly quota: readonly { readonly consumed: number }[];
}

/** The periodic report of every agreement, as figures and as the PDF that is filed. */
export async function report(
  cast: Cast,
  { tell }: Storyteller,
  agreements: readonly Agreement[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<AgreementReport[]> {
  const reports: AgreementReport[] = [];
  for (const { id, partner } of agreements) {
    const path = `/api/agreements/${id}/report?from=${from}&to=${to}`;
    const { agreement, quota } = await cast.agreements.get<ReportBody>(path);
    const pdf = await cast.agreements.getText(`${path}&format=pdf`);
    if (!pdf.startsWith('%PDF-')) throw new Error(`The report with ${partner} is no PDF.`);
    const consumed = sumOf(quota, (row) => row.consumed);
    reports.push({ partner, stage: agreement.stage, edition: agreement.edition, consumed });
    tell(
      `Report ${from} to ${to} with ${partner} (${agreement.stage}): ${kilograms(consumed)} under its quota; PDF made.`,
    );
  }
  return reports;
}
