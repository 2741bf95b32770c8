/** What a browser of one user keeps and sends: cookies by their paths, and where a request comes from. */
export class PageOfBrowser {
  readonly cookies = new Map<string, { readonly value: string; readonly attributes: string }>();

  constructor(
    private readonly base: string,
    /** Of what this browser is told to keep. */
    readonly told: string[] = [],
  ) {}

  get(path: string): Promise<Response> {
    return this.send('GET', path, {});
  }

  /** @param site what the browser says of the page that asks; empty: nothing, as a program does */
  post(path: string, site = 'same-origin', base = this.base): Promise<Response> {
    return this.send('POST', path, site === '' ? {} : { 'sec-fetch-site': site }, base);
  }

  /** Begins to sign in, has the provider say yes, and comes back. @returns the answer to coming back */
  async signIn(back = '/mitra'): Promise<Response> {
    const { searchParams } = await this.begin(back);
    return this.get(`/auth/callback?state=${searchParams.get('state') ?? ''}&code=${searchParams.get('nonce') ?? ''}`);
  }

  /** @returns where the provider is to be asked */
  async begin(back = '/mitra'): Promise<URL> {
    const answer = await this.get(`/auth/sign-in?return=${encodeURIComponent(back)}`);
    return new URL(answer.headers.get('location') ?? '');
  }

  private async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    base = this.base,
  ): Promise<Response> {
    const cookie = [...this.cookies]
      .filter(([, { attributes }]) => path.startsWith(/Path=([^;]+)/.exec(attributes)?.[1] ?? '/'))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(`${base}${path}`, { method, redirect: 'manual', headers: { ...headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      this.told.push(set);
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*); (.*)$/.exec(set) ?? [];
      if (/Max-Age=0\b/.test(attributes)) this.cookies.delete(name);
      else this.cookies.set(name, { value, attributes });
    }
    return answer;
  }
}
