/**
 * Receives Serap's webhooks and prints those whose signature is right. Standard Webhooks 1.0: libraries for it are in most
 * languages; here are the few lines that they do.
 *
 * node receiver.js <port>, with the secret in WEBHOOK_SECRET
 */
import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const OLDEST_SECONDS = 5 * 60;
const key = Buffer.from((process.env.WEBHOOK_SECRET ?? '').replace(/^whsec_/, ''), 'base64');
const seen = new Set();

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    if (!isSigned(request.headers, body)) {
      response.writeHead(401).end();
      return;
    }
    // A delivery may come twice: its id says so.
    const id = request.headers['webhook-id'];
    if (!seen.has(id)) console.log(body);
    seen.add(id);
    response.writeHead(204).end();
  });
}).listen(Number(process.argv[2] ?? 8787), '127.0.0.1');

function isSigned(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': sentAt, 'webhook-signature': signatures = '' } = headers;
  if (Math.abs(Date.now() / 1000 - Number(sentAt)) > OLDEST_SECONDS) return false;
  const right = createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest();
  // After its secret was replaced, a delivery is signed with the former one too.
  return signatures.split(' ').some((each) => {
    const given = Buffer.from(each.replace(/^v1,/, ''), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
