import { createCipheriv, createDecipheriv, hkdfSync, createHash, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: `version | nonce | ciphertext | tag`. What it is bound to is not in it: it opens there and nowhere else. */
export function sealed(key: Buffer, boundTo: string, clear: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  const hidden = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, hidden, cipher.getAuthTag()]);
}

/** Throws where it was altered, or stands elsewhere than where it was sealed. */
export function opened(key: Buffer, boundTo: string, blob: Buffer): Buffer {
  if (blob[0] !== VERSION || blob.length < 1 + NONCE + TAG) throw new Error('This was not sealed here.');
  const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(blob.subarray(-TAG));
  return Buffer.concat([decipher.update(blob.subarray(1 + NONCE, -TAG)), decipher.final()]);
}

/** A key that wraps others, from what an operator wrote. */
export interface WrappingKey {
  /** Names it, and tells nothing of it. */
  readonly fingerprint: string;
  readonly key: Buffer;
}

export function wrappingKey(written: string): WrappingKey {
  const key = Buffer.from(hkdfSync('sha256', written, 'fanal', 'key-encryption key', 32));
  return { key, fingerprint: createHash('sha256').update('fingerprint').update(key).digest('hex').slice(0, 8) };
}
