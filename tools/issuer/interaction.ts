import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { choicePage, messagePage } from './pages.js';
import { userOf, type AggregatorOf } from './provider.js';
import { LOCAL_USERS } from './users.js';

/** Shows whom one may sign in as, and takes the choice. */
export async function interact(
  provider: Provider,
  aggregatorOf: AggregatorOf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = (status: number, page: string): void => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page);
  };
  try {
    await provider.interactionDetails(request, response);
  } catch {
    answer(400, messagePage('Halaman ini sudah kedaluwarsa. Mulai lagi.', 'This page has expired. Start again.'));
    return;
  }
  if (request.method !== 'POST') {
    answer(200, choicePage(LOCAL_USERS, request.url ?? ''));
    return;
  }
  const user = userOf(new URLSearchParams(await text(request)).get('user'));
  if (!user) {
    answer(422, messagePage('Pilih salah satu pengguna.', 'Choose one of the users.'));
  } else if (user.role === 'cooperative' && (await aggregatorOf(user)) === undefined) {
    const { reference = '' } = user;
    answer(
      409,
      messagePage(
        `${reference} belum terdaftar. Tunggu sampai data contoh dimuat, lalu coba lagi.`,
        `${reference} is not registered yet. Wait until the sample is loaded, then try again.`,
      ),
    );
  } else {
    await provider.interactionFinished(request, response, { login: { accountId: user.id } });
  }
}
