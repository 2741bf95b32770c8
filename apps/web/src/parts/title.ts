import { useEffect } from 'preact/hooks';

/** What the tab is called: what is shown of a page, the name of all pages, the page. */
const shown = { what: '', page: '' };

function show(): void {
  document.title = [shown.what, shown.page].filter(Boolean).join(' · ');
}

/** @param page name of the page, in the language of the page */
export function titlePage(page: string): void {
  shown.page = page;
  show();
}

/** Names what the page shows of what it has: a file, an order. @param what undefined: the page as a whole */
export function useTitle(what: string | undefined): void {
  useEffect(() => {
    shown.what = what ?? '';
    show();
    return () => {
      shown.what = '';
      show();
    };
  }, [what]);
}
