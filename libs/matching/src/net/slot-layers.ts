/** Demand slots of one breadth-first search, by distance, as bit sets: a class finds its way on with one look a word. */
export class SlotLayers {
  /** Slots that this search has not reached. */
  readonly unseen: Uint32Array;
  private readonly layers: (Uint32Array | undefined)[] = [];

  /** @param fresh slots that a search may reach */
  constructor(private readonly fresh: Uint32Array) {
    this.unseen = fresh.slice();
  }

  begin(): void {
    this.unseen.set(this.fresh);
    for (const layer of this.layers) layer?.fill(0);
  }

  /** Slots at a distance, dead ends taken out. */
  at(distance: number): Uint32Array | undefined {
    return this.layers[distance];
  }

  reach(slot: number, distance: number): void {
    clear(this.unseen, slot);
    const layer = (this.layers[distance] ??= new Uint32Array(this.fresh.length));
    layer[slot >> 5] = (layer[slot >> 5] ?? 0) | (1 << (slot & 31));
  }

  /** No way on leads from the slot. */
  drop(slot: number, distance: number): void {
    const layer = this.layers[distance];
    if (layer !== undefined) clear(layer, slot);
  }

  /** Later searches pass the slot over. */
  close(slot: number): void {
    clear(this.fresh, slot);
  }
}

function clear(set: Uint32Array, slot: number): void {
  set[slot >> 5] = (set[slot >> 5] ?? 0) & ~(1 << (slot & 31));
}
