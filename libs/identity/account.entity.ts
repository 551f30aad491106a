import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#libs/kernel';

@Entity({ schema: 'identity', name: 'account' })
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  /** In lower case. */
  @Column('text') email: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text') language: Language;
  /** Offered by one click where the hub is a demonstration; of no use elsewhere. */
  @Column('boolean', { default: false }) demo: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
