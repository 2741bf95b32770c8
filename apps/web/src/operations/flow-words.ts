import type { CommodityFlows } from '../api/types.js';
import type { Say } from '../words/say.js';
import { flowsOf, sourcesOf, type Node, type PlacedBand } from './flow-layout.js';
import { wordsOf } from '../words/words.js';
import { totalOf } from '../parts/reason-parts.js';

/** Breaks a label between words, into lines of at most so many letters where its words allow it. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A lot's name, its quantity, and what it holds. */
export function lotLines(id: string, flows: CommodityFlows, say: Say): string[] {
  const source = sourcesOf(flows).find((candidate) => candidate.id === id);
  if (!source) return [];
  const figures = [say.source(source), say.exact(source.quantity, flows.unit)];
  // The name of lots that are not told apart is what they hold.
  if (source.label === undefined) return figures;
  const certificates = source.certificates.map((kind) => say.certificate(kind)).join(', ');
  return [...figures, certificates === '' ? say.words.flow.noCertificate : certificates];
}

/** Where goods go, or why they do not; how much, and what is full there. */
export function targetLines(node: Pick<Node, 'id' | 'kind'>, flows: CommodityFlows, say: Say): string[] {
  const into = flowsOf(flows).filter(({ to }) => to === node.id);
  const figure = say.exact(totalOf(into), flows.unit);
  if (node.kind !== 'sold') return [say.reasonLabel(node.id), figure];
  const partner = flows.partners.find((candidate) => candidate.partner === node.id);
  const full = partner?.bottlenecks.map((bottleneck) => say.words.flow.full[bottleneck]) ?? [];
  return [say.region(node.id), figure, ...full.map((word) => `▌${word}`)];
}

/** A band as a sentence. */
export function describe(band: PlacedBand, flows: CommodityFlows, say: Say): string {
  const { flow, allocationStates } = say.words;
  const source = sourcesOf(flows).find(({ id }) => id === band.from);
  const lot = source ? say.source(source) : '';
  const quantity = say.exact(band.quantity, flows.unit);
  if (band.kind === 'waiting') return flow.bandWaiting(lot, quantity);
  if (band.kind === 'unsold') return flow.bandUnsold(lot, quantity, say.reasonWord(band.to));
  const status = wordsOf(allocationStates, band.status) ?? band.status;
  const to = say.region(band.to);
  const { contributors, orders } = band;
  const told = flow.band(lot, to, quantity, status);
  if (contributors === undefined || orders === undefined) return `${told}.`;
  return flow.bandSold(told, say.count(contributors), say.count(orders));
}
