import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, for a cookie or a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What we keep of it. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
