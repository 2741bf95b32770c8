import type { LocalUser } from './users.js';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
button{display:block;width:100%;min-height:44px;margin:.5rem 0;padding:.6rem 1rem;text-align:left;font:inherit;
border:1px solid #888;border-radius:.4rem;background:#fff;cursor:pointer}button:hover{background:#f2f2f2}
small{display:block;color:#555}[lang=en]{color:#555}`;

const ROLES: Record<string, string> = {
  operations: 'operasi / operations',
  platform: 'pengelola sistem / platform',
  'registry-officer': 'petugas registri / registry officer',
  'agreement-officer': 'petugas kerja sama / agreements officer',
  'partner-intake': 'penerima pesanan mitra / partner intake',
  cooperative: 'koperasi / cooperative',
};

/** The users to choose from. They have no password: whoever sits at this machine may try each. */
export function choicePage(users: readonly LocalUser[], action: string): string {
  const buttons = users.map(
    ({ id, name, role, region }) =>
      `<button name="user" value="${id}"><b>${text(name)}</b><small>${text(
        [ROLES[role] ?? role, ...(region === undefined ? [] : [region])].join(' · '),
      )}</small></button>`,
  );
  return page(
    'Masuk sebagai / Sign in as',
    `<p>Hanya di komputer ini: pengguna siap pakai untuk mencoba Serap, tanpa kata sandi.</p>
<p lang="en">On this machine only: ready-made users to try Serap, without a password.</p>
<form method="post" action="${text(action)}">${buttons.join('')}</form>`,
  );
}

export function messagePage(indonesian: string, english: string): string {
  return page('Serap', `<p>${text(indonesian)}</p><p lang="en">${text(english)}</p><p><a href="/">Serap</a></p>`);
}

/** Whoever has pressed "sign out" is not asked again; without scripts a press more is needed. */
export function logoutPage(form: string): string {
  return page(
    'Keluar / Sign out',
    `${form.replace('</form>', '<button name="logout" value="yes">Keluar / Sign out</button></form>')}
<script>document.querySelector('form button').click()</script>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(title)}</title><style>${STYLE}</style></head><body><h1>${text(title)}</h1>${body}</body></html>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
