import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wall screen of an organization: no person's session hangs on it. */
@Entity({ schema: 'identity', name: 'display' })
export class DisplayEntity {
  @PrimaryColumn('uuid') id: string;
  /** Null until the screen has come for it. */
  @Column('bytea', { name: 'secret_hash', nullable: true }) secretHash: Buffer | null;
  @Column('text') name: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'linked_by' }) linkedBy: string;
  @Column('timestamptz', { name: 'linked_at' }) linkedAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** What a screen shows until somebody types it. */
@Entity({ schema: 'identity', name: 'display_code' })
export class DisplayCodeEntity {
  @PrimaryColumn('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('bytea', { name: 'proof_hash' }) proofHash: Buffer;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('uuid', { name: 'display_id', nullable: true }) displayId: string | null;
}
