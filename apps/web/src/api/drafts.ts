const DRAFT = 'serap.draft ';
/** Drafts as they were kept before they had an owner: nobody knows whose they are. */
const OWNERLESS = ['serap.order-draft', 'serap.statement '];

/** Subject of who is signed in; a device may be shared, so nothing is kept or found without it. */
let owner: string | undefined;

/** `device`: until it is sent. `tab`: while this tab lives. Both end at the sign-out, and when somebody else signs in. */
export type Shelf = 'device' | 'tab';

/** From now on drafts are of this user; what others have left is forgotten. */
export function ownDrafts(subject: string): void {
  owner = subject;
  forgetAllBut(prefixOf(subject));
}

/** Whoever leaves takes the drafts along. */
export function leaveDrafts(): void {
  owner = undefined;
  forgetAllBut(undefined);
}

/** @param draft undefined: it was sent */
export function keepDraft(shelf: Shelf, name: string, draft: object | undefined): void {
  if (owner === undefined) return;
  const key = prefixOf(owner) + name;
  try {
    if (draft) storageOf(shelf).setItem(key, JSON.stringify(draft));
    else storageOf(shelf).removeItem(key);
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

export function keptDraft<Draft>(shelf: Shelf, name: string): Draft | undefined {
  if (owner === undefined) return undefined;
  try {
    const kept = storageOf(shelf).getItem(prefixOf(owner) + name);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
}

function forgetAllBut(own: string | undefined): void {
  for (const shelf of ['device', 'tab'] as const) {
    try {
      const storage = storageOf(shelf);
      for (const key of Object.keys(storage)) {
        if (isDraft(key) && (own === undefined || !key.startsWith(own))) storage.removeItem(key);
      }
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}

function isDraft(key: string): boolean {
  return [DRAFT, ...OWNERLESS].some((prefix) => key.startsWith(prefix));
}

function prefixOf(subject: string): string {
  return `${DRAFT}${encodeURIComponent(subject)} `;
}

function storageOf(shelf: Shelf): Storage {
  return shelf === 'device' ? localStorage : sessionStorage;
}
