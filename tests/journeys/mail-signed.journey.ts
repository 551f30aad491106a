import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { newSubjects, put, states, writes } from '../support/letters.ts';
import { MailSink } from '../support/mail-sink.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

const LETTER = 'test-letter';
const left: (() => Promise<unknown>)[] = [];
beforeAll(() => void jest.spyOn(console, 'error').mockReturnValue()); // smtp-server warns that its own certificate proves nothing: so it is meant
afterEach(async () => {
  for (const end of left.splice(0).reverse()) await end();
});

async function hubTo(sink: MailSink, url: string, env: Record<string, string> = {}): Promise<TestHub> {
  left.push(() => sink.close());
  const hub = await TestHub.start(undefined, { SMTP_URL: url, LOG_LEVEL: 'silent', ...env });
  left.push(() => hub.close());
  writes(hub, LETTER, () => ({
    text: 'Écrit  en\tfrançais, \n\nsur plusieurs lignes.  \n\n',
    unsubscribe: 'https://fanal.example/r/x/unsubscribe',
  }));
  await put(hub, LETTER, newSubjects(1));
  return hub;
}
const lane = async (hub: TestHub): Promise<Answer> => (await hub.db.query(`select * from platform.lane where channel = 'MAIL'`))[0];
const sent = (hub: TestHub) => until(async () => (await states(hub, LETTER)).SENT === 1);

/** As RFC 6376 has it, with relaxed canonicalization. */
function signatureHolds(raw: string, publicKey: string): boolean {
  const [head, body] = [raw.slice(0, raw.indexOf('\r\n\r\n')), raw.slice(raw.indexOf('\r\n\r\n') + 4)];
  const headers = head.split(/\r\n(?![ \t])/).map(line => [line.slice(0, line.indexOf(':')).toLowerCase().trim(), line.slice(line.indexOf(':') + 1)] as const); // prettier-ignore
  const relaxed = (value: string) => value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim(); // prettier-ignore
  const [, signature] = headers.find(([name]) => name === 'dkim-signature')!;
  const tags = Object.fromEntries(signature.split(';').map(tag => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')])); // prettier-ignore
  const lines = body.split('\r\n').map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  const canonical = `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
  if (createHash('sha256').update(canonical).digest('base64') !== tags.bh) return false;
  const signed = tags.h!.split(':').map(name => [name.toLowerCase(), headers.findLast(([known]) => known === name.toLowerCase())![1]]);
  const unsigned = `dkim-signature:${relaxed(signature.replace(/(;\s*b=)[^;]*/, '$1'))}`;
  const data = signed.map(([name, value]) => `${name}:${relaxed(value!)}\r\n`).join('') + unsigned;
  return verify('sha256', Buffer.from(data), createPublicKey(publicKey), Buffer.from(tags.b!, 'base64'));
}

test('with a key, what leaves is signed for its domain; a letter that was changed on its way is not', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const sink = await MailSink.listening();
  const env = { FANAL_DKIM_DOMAIN: 'fanal.example', FANAL_DKIM_SELECTOR: 'f2026', FANAL_DKIM_KEY: privateKey.replaceAll('\n', '\\n') };
  const hub = await hubTo(sink, sink.url, { ...env, MAIL_FROM: 'Fanal <fanal@fanal.example>', FANAL_MAIL_REPLY_TO: '211@fanal.example' });
  await sent(hub);
  const { raw } = sink.taken[0]!;
  expect(raw).toMatch(/^DKIM-Signature: [^]*?d=fanal\.example;[^]*?s=f2026;/);
  expect(raw).toMatch(/^Reply-To: 211@fanal\.example\r$/m);
  expect(signatureHolds(raw, publicKey)).toBe(true);
  expect(signatureHolds(raw.replace('plusieurs', 'quelques'), publicKey)).toBe(false);
  expect(signatureHolds(raw.replace('Subject: Essai', 'Subject: Autre'), publicKey)).toBe(false);
});

test('over TLS from the first byte: to a server that proves who it is, and to no other', async () => {
  const sink = await MailSink.listening({ secure: true, disabledCommands: ['AUTH'] });
  const address = sink.url.replace('smtp:', 'smtps:');
  const hub = await hubTo(sink, address, { FANAL_LIMITS: '{"lanePauseMs":100}' });
  await until(async () => (await lane(hub)).failures >= 1);
  expect(await states(hub, LETTER)).toEqual({ PENDING: 1 });
  expect(sink.taken).toEqual([]);
  await hub.close();
  left.pop();
  const trusting = await TestHub.start(hub, { SMTP_URL: `${address}?tls.rejectUnauthorized=false` });
  left.push(() => trusting.close());
  writes(trusting, LETTER);
  await put(trusting, LETTER, newSubjects(1));
  await until(async () => (await states(trusting, LETTER)).SENT === 2);
  expect(sink.taken).toHaveLength(2);
});

test('a server that offers TLS is spoken to under it; where it is demanded and not offered, nothing is said in the clear', async () => {
  let secured = 0;
  const offering = await MailSink.listening({ disabledCommands: ['AUTH'], onSecure: (_, __, done) => void (secured++, done()) });
  const hub = await hubTo(offering, `${offering.url}?tls.rejectUnauthorized=false`);
  await sent(hub);
  expect(secured).toBe(1);
  const plain = await MailSink.listening();
  const strict = await hubTo(plain, `${plain.url}?requireTLS=true`, { FANAL_LIMITS: '{"lanePauseMs":100}' });
  await until(async () => (await lane(strict)).failures >= 2);
  expect(plain.taken).toEqual([]);
  expect(await states(strict, LETTER)).toEqual({ PENDING: 1 });
});
