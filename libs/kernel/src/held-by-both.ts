interface Held {
  readonly kind: string;
  readonly until?: string;
}

/** What one producer holds who was registered twice: every kind once, to the later end; none is later than any day. Sorted. */
export function heldByBoth<Certificate extends Held>(
  one: readonly Certificate[],
  other: readonly Certificate[],
): readonly Certificate[] {
  const byKind = new Map<string, Certificate>();
  for (const certificate of [...one, ...other]) {
    const known = byKind.get(certificate.kind);
    if (!known || isLonger(certificate, known)) byKind.set(certificate.kind, certificate);
  }
  return [...byKind.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function isLonger({ until }: Held, known: Held): boolean {
  return known.until !== undefined && (until === undefined || until > known.until);
}
