// nodemailer alone, pooled: the bytes that Fanal sent, as they are; or the letters that they hold, composed again.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';

interface Kept {
  to: string;
  from: string;
  raw: string;
}

const [, , url = '', file = '', way] = process.argv;
const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept[];
const asBytes = ({ to, from, raw }: Kept): SendMailOptions => ({ envelope: { from, to }, raw });

async function asLetter({ to, from, raw }: Kept): Promise<SendMailOptions> {
  const { subject, text, html, messageId } = await simpleParser(raw);
  return { from, to, subject, text, html: html || undefined, messageId };
}

const letters = way === 'bytes' ? kept.map(asBytes) : await Promise.all(kept.map(asLetter));
const pool = createTransport({ url, pool: true, maxConnections: 5, maxMessages: Infinity });
process.send?.({ address: url });
await once(process, 'message');
await Promise.all(letters.map(letter => pool.sendMail(letter)));
pool.close();
process.disconnect();
