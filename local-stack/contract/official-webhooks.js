// Loaded into the guide's receiver of webhooks: checks every message with the official library, too, and notes the outcome.
import { appendFileSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { Webhook } from 'standardwebhooks';

const SECRET = 'guide-webhook-secret';
const NOTES = 'official-webhooks.log';

const createServer = http.createServer;
http.createServer = (listener) =>
  createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => appendFileSync(NOTES, `${outcome(request.headers, Buffer.concat(chunks))}\n`));
    listener(request, response);
  });
syncBuiltinESMExports();

function outcome(headers, body) {
  try {
    new Webhook(readFileSync(SECRET, 'utf8').trim()).verify(body.toString('utf8'), headers);
    return 'verified';
  } catch (refused) {
    return `refused: ${refused.message}`;
  }
}
