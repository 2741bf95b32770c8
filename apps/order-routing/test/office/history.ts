/** Numbers of a seed: the same on every machine. */
export class Dice {
  private roll: number;

  constructor(seed: number) {
    this.roll = (seed + 1) * 7_919;
    for (let warm = 0; warm < 8; warm += 1) this.below(2);
  }

  below(bound: number): number {
    this.roll = (Math.imul(this.roll, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.roll / 4_294_967_296) * bound);
  }
}

/** Something that is done: what, how many minutes after what was done before, and the choices that it makes. */
export interface Deed {
  readonly name: DeedName;
  readonly minutes: number;
  readonly seed: number;
}

/** What is named more often happens more often. */
const DEEDS = [
  ...(['order', 'order', 'order', 'order', 'declare', 'declare', 'run', 'run', 'run', 'answer', 'answer'] as const),
  ...(['send', 'send', 'send', 'arrive', 'receive', 'receive', 'receive', 'pay', 'pay', 'correct', 'reverse'] as const),
  ...(['cancel', 'lose', 'revoke', 'certify', 'hold', 'release', 'sellAgain', 'withdraw', 'clock', 'clock'] as const),
  ...(['amend', 'stage', 'policy', 'order', 'send', 'run', 'receive', 'correct'] as const),
  ...(['load', 'load', 'load', 'load', 'load', 'eta', 'eta', 'arrive', 'merge', 'merge'] as const),
] as const;

export type DeedName = (typeof DEEDS)[number] | 'agree';

/** A small office: two or three partners with agreements, some goods, first orders, then whatever people do. */
export function historyOf(seed: number, deeds = 40): Deed[] {
  const dice = new Dice(seed);
  const deed = (name: DeedName): Deed => {
    const minutes = dice.below(3) === 0 ? dice.below(600) : dice.below(30);
    return { name, minutes, seed: dice.below(1_000_000) };
  };
  const agreements = Array.from({ length: 2 + dice.below(3) }, () => deed('agree'));
  const goods = Array.from({ length: 1 + dice.below(3) }, () => deed('declare'));
  const orders = [deed('policy'), deed('order'), deed('order'), deed('run')];
  const rest = Array.from({ length: deeds }, () => deed(DEEDS[dice.below(DEEDS.length)]!));
  return [...agreements, ...goods, ...orders, ...rest];
}
