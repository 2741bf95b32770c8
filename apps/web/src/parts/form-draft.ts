/** What the named fields of a form hold; hidden ones and files are made anew. */
function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLSelectElement =>
      (element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file') ||
      element instanceof HTMLSelectElement,
  );
}

/** Keeps what is filled in while this tab lives, so that a session that ends takes nothing with it. */
export function keepDraft(name: string, form: HTMLFormElement): void {
  const fields = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(fields));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

/** Puts a kept draft back into its form. @returns whether there was one */
export function restoreDraft(name: string, form: HTMLFormElement): boolean {
  try {
    const kept = sessionStorage.getItem(keyOf(name));
    if (kept === null) return false;
    const fields = JSON.parse(kept) as Record<string, string | undefined>;
    for (const field of fieldsOf(form)) field.value = fields[field.name] ?? field.value;
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept either.
  }
}

function keyOf(name: string): string {
  return `serap.draft ${name}`;
}
