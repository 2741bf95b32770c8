import { keepDraft, keptDraft } from '../api/drafts.js';

/** What the named fields of a form hold; hidden ones and files are made anew, and what the page keeps itself is its own. */
function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLSelectElement =>
      ((element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file') ||
        element instanceof HTMLSelectElement) &&
      element.dataset['kept'] === undefined,
  );
}

function isBox(field: HTMLInputElement | HTMLSelectElement): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}

/** Keeps what is filled in while this tab lives, so that a token that ends takes nothing with it. */
export function keepForm(name: string, form: HTMLFormElement): void {
  keepDraft(
    'tab',
    name,
    Object.fromEntries(
      fieldsOf(form).map((field) => [field.name, isBox(field) ? (field.checked ? 'on' : '') : field.value]),
    ),
  );
}

/** Puts a kept draft back into its form. @returns whether there was one */
export function restoreForm(name: string, form: HTMLFormElement): boolean {
  const kept = keptDraft<Record<string, string | undefined>>('tab', name);
  if (!kept) return false;
  for (const field of fieldsOf(form)) {
    const value = kept[field.name];
    if (value === undefined) continue;
    if (isBox(field)) field.checked = value !== '';
    else field.value = value;
  }
  return true;
}

export function dropForm(name: string): void {
  keepDraft('tab', name, undefined);
}
