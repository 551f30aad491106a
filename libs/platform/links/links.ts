import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import type { Transaction } from '../database/transaction.ts';

interface NewLink {
  /** What it may do, and nothing else. */
  purpose: string;
  /** The id of whom or what it is for. */
  subject: string;
  ttlMs: number;
  uses: number;
}

const OFTEN = 1_000_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Links that let their bearer do one thing. We keep only the sum of a token. */
@Injectable()
export class Links {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** 256 bits, as a path or fragment takes them. */
  async mint(tx: Transaction, { purpose, subject, ttlMs, uses }: NewLink): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.manager.query(
      'insert into platform.link (token_hash, purpose, subject, expires_at, uses_left, created_at) values ($1, $2, $3, $4, $5, $6)',
      [hashOf(token), purpose, subject, new Date(now.getTime() + ttlMs), uses, now],
    );
    return token;
  }

  /** One for each subject, in one insert; each until its instant, as often as it is opened. */
  async mintMany(
    tx: Transaction,
    purpose: string,
    subjects: readonly { subject: string; expiresAt: Date }[],
  ): Promise<Map<string, string>> {
    const minted = subjects.map(each => ({ ...each, token: randomBytes(32).toString('base64url') }));
    await tx.manager.query(
      `insert into platform.link (token_hash, purpose, subject, expires_at, uses_left, created_at)
       select token_hash, $1, subject, expires_at, $5, $6 from unnest($2::bytea[], $3::uuid[], $4::timestamptz[]) as minted (token_hash, subject, expires_at)`,
      [
        purpose,
        minted.map(({ token }) => hashOf(token)),
        minted.map(({ subject }) => subject),
        minted.map(({ expiresAt }) => expiresAt),
        OFTEN,
        this.clock.now(),
      ],
    );
    return new Map(minted.map(({ subject, token }) => [subject, token]));
  }

  /** Those that were given out to these subjects, and still are worth something, end then. */
  async endAt(tx: Transaction, purpose: string, subjects: readonly string[], expiresAt: Date): Promise<void> {
    await tx.manager.query(
      'update platform.link set expires_at = $3 where purpose = $1 and subject = any($2::uuid[]) and revoked_at is null',
      [purpose, subjects, expiresAt],
    );
  }

  async revokeMany(tx: Transaction, purpose: string, subjects: readonly string[]): Promise<void> {
    await tx.manager.query(
      'update platform.link set revoked_at = $3 where purpose = $1 and subject = any($2::uuid[]) and revoked_at is null',
      [purpose, subjects, this.clock.now()],
    );
  }

  /** Uses it once and says whom it is for; null when it has expired, was used up or revoked, or never was. */
  async redeem(tx: Transaction, purpose: string, token: string): Promise<string | null> {
    const [rows] = await tx.manager.query<[{ subject: string }[], number]>(
      `update platform.link set uses_left = uses_left - 1, used_at = $3
       where token_hash = $1 and purpose = $2 and expires_at > $3 and uses_left > 0 and revoked_at is null returning subject`,
      [hashOf(token), purpose, this.clock.now()],
    );
    return rows[0]?.subject ?? null;
  }

  /** Whom it is for, without using it; null as for `redeem`. */
  async subjectOf(tx: Transaction, purpose: string, token: string): Promise<string | null> {
    const [row] = await tx.manager.query<{ subject: string }[]>(
      'select subject from platform.link where token_hash = $1 and purpose = $2 and expires_at > $3 and uses_left > 0 and revoked_at is null',
      [hashOf(token), purpose, this.clock.now()],
    );
    return row?.subject ?? null;
  }

  /**
   * Whom it is for, of one that is shown more than once; nothing of it changes. `ended`: it has expired or was used up. Null for one
   * that was revoked or never was.
   */
  async shown(purpose: string, token: string): Promise<{ subject: string; ended: boolean } | null> {
    const [row] = await this.db.query<{ subject: string; ended: boolean }[]>(
      `select subject, expires_at <= $3 or uses_left = 0 as ended from platform.link
       where token_hash = $1 and purpose = $2 and revoked_at is null`,
      [hashOf(token), purpose, this.clock.now()],
    );
    return row ?? null;
  }

  /** Whatever was given out to this subject for this purpose is worth nothing from here on. */
  async revoke(tx: Transaction, purpose: string, subject: string): Promise<void> {
    await tx.manager.query('update platform.link set revoked_at = $3 where purpose = $1 and subject = $2 and revoked_at is null', [
      purpose,
      subject,
      this.clock.now(),
    ]);
  }
}
