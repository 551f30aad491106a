import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './roles.ts';

@Entity({ schema: 'identity', name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') role: Role;
  @Column('text', { array: true, default: [] }) territories: string[];
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
