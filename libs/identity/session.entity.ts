import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How surely we know who signed in: by a link in a mail, or by a passkey. */
export type Strength = 'LINK' | 'PASSKEY';

@Entity({ schema: 'identity', name: 'session' })
export class SessionEntity {
  @PrimaryColumn('bytea', { name: 'secret_hash' }) secretHash: Buffer;
  @Column('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') strength: Strength;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
