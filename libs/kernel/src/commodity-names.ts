/** What a commodity is called, in full and in short. */
interface Name {
  readonly long: string;
  readonly short: string;
}

/** Names by code, in both languages: as pages say them, and as people write them in files. */
export const COMMODITY_NAMES = {
  'granulated-coconut-sugar': {
    id: { long: 'gula kelapa kristal (gula semut)', short: 'gula semut' },
    en: { long: 'granulated coconut sugar', short: 'coconut sugar' },
  },
  'bandol-sandals': {
    id: { long: 'sandal bandol', short: 'sandal bandol' },
    en: { long: 'tyre-rubber sandals (bandol)', short: 'bandol sandals' },
  },
  'cassava-chips': {
    id: { long: 'kripik sriping ubi kayu', short: 'kripik sriping' },
    en: { long: 'cassava chips', short: 'cassava chips' },
  },
  embroidery: {
    id: { long: 'sulaman', short: 'sulaman' },
    en: { long: 'embroidery', short: 'embroidery' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'id' | 'en', Name>>>>;

const BY_NAME = new Map(
  Object.entries<Readonly<Record<'id' | 'en', Name>>>(COMMODITY_NAMES).flatMap(([code, { id, en }]) =>
    [id.long, id.short, en.long, en.short].flatMap((name) => [
      [plain(name), code] as const,
      [plain(name.replace(/ \(.*\)$/, '')), code] as const,
    ]),
  ),
);

/** Code of the commodity that a text names, by code or by any of its names; else the text in the form of a code. */
export function commodityNamed(text: string): string {
  return BY_NAME.get(plain(text)) ?? plain(text);
}

/** `gula semut (granulated-coconut-sugar)`; only the code of one that has no name. */
export function commodityInWords(code: string): Readonly<Record<'id' | 'en', string>> {
  if (!Object.hasOwn(COMMODITY_NAMES, code)) return { id: code, en: code };
  const { id, en } = COMMODITY_NAMES[code as keyof typeof COMMODITY_NAMES];
  return { id: `${id.short} (${code})`, en: `${en.short} (${code})` };
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}
