import { createHash } from 'node:crypto';
import type { ClaimSize } from '../domain/token-size.js';
import type { Why } from './refusal.js';

interface Words {
  readonly status: number;
  readonly id: string;
  readonly en: string;
}

/** As the pages look, in either light. */
const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d2420;--soft:#5b655f;--sold:#1d5f43;--on:#fbfaf6}
@media (prefers-color-scheme:dark){:root{--paper:#171d21;--ink:#e8ebe6;--soft:#a4b0ab;--sold:#7fd3ac;--on:#171d21}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:2rem 1rem;background:var(--paper);color:var(--ink);
overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.2}h1 small{display:block;font-size:1rem;font-weight:400}
[lang=en]{color:var(--soft)}.next{display:inline-block;margin:.5rem 0;padding:.75rem 1.4rem;border-radius:8px;
background:var(--sold);color:var(--on);font-weight:600;text-decoration:none}a{color:inherit}`;

/** The page's one style is allowed by its hash; it loads nothing, runs nothing and is framed nowhere. */
export const REFUSAL_POLICY = [
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** What a browser shows that the issuer has sent back in vain: why, and what to do next. Without scripts. */
export function refusalPage(why: Why): { readonly status: number; readonly html: string } {
  const { status, id, en } = wordsOf(why);
  const again =
    why.code === 'not-for-serap' && why.signOutAt !== undefined
      ? `<a class="next" href="${text(why.signOutAt)}">Keluar dari akun ini / Sign out of this account</a>`
      : '<a class="next" href="/auth/sign-in">Masuk lagi / Sign in again</a>';
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Serap: belum masuk</title><style>${STYLE}</style></head><body><h1>Belum masuk<small lang="en">Not signed in</small></h1>
<p>${text(id)}</p><p lang="en">${text(en)}</p><p>${again}</p><p><a href="/">Serap</a></p></body></html>`;
  return { status, html };
}

function wordsOf(why: Why): Words {
  switch (why.code) {
    case 'not-set-up':
      return {
        status: 404,
        id: 'Pemasangan ini belum punya penyedia identitas untuk masuk ke halaman. Hubungi pengelola sistem.',
        en: 'This installation has no identity provider for its pages. Ask whoever looks after the system.',
      };
    case 'expired':
      return {
        status: 400,
        id: 'Percobaan masuk ini sudah kedaluwarsa, atau tidak dimulai di peramban ini.',
        en: 'This attempt to sign in has expired, or was not begun in this browser.',
      };
    case 'refused':
      return {
        status: 400,
        id: 'Penyedia identitas menolak. Coba sekali lagi.',
        en: 'The identity provider has refused. Try once more.',
      };
    case 'no-answer':
      return {
        status: 503,
        id: 'Penyedia identitas tidak menjawab. Coba lagi sebentar lagi.',
        en: 'The identity provider does not answer. Try again shortly.',
      };
    case 'not-for-serap':
      return {
        status: 403,
        id: 'Akun Anda dikenal, tetapi belum punya peran dan daerah di Serap. Minta pengelola sistem memberikannya.',
        en: 'Your account is known, but has no role and region in Serap yet. Ask whoever looks after the system for them.',
      };
    case 'too-large':
      return tooLargeWords(why.claims);
    default:
      return why satisfies never;
  }
}

function tooLargeWords(claims: readonly ClaimSize[]): Words {
  const named = (read: boolean): string =>
    claims
      .filter((one) => one.read === read)
      .map(({ claim, bytes }) => `${claim} (${String(bytes)} B)`)
      .join(', ');
  const [drop, keep] = [named(false), named(true)];
  return {
    status: 502,
    id: [
      'Token akses terlalu besar untuk sebuah cookie.',
      ...(drop === '' ? [] : [`Hapus mapper klaim yang tidak dibaca Serap: ${drop}.`]),
      ...(keep === '' ? [] : [`Sisakan hanya peran dan daerah Serap di dalam: ${keep}.`]),
    ].join(' '),
    en: [
      'The access token is too large for a cookie.',
      ...(drop === '' ? [] : [`Drop the mappers of claims that Serap does not read: ${drop}.`]),
      ...(keep === '' ? [] : [`Leave only roles and region of Serap in: ${keep}.`]),
    ].join(' '),
  };
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
