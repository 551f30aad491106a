import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, ServiceState, StatusAspect, StatusSource } from '#libs/schema';

/** A capacity as JSON keeps it. */
export type KeptCapacity = Omit<Capacity, 'asOf' | 'agesAt' | 'stale'> & { asOf: string };

@Entity({ schema: 'status', name: 'report' })
export class StatusReportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') position: string;
  @Column('uuid', { name: 'service_id' }) serviceId: string;
  @Column('uuid', { name: 'location_id', nullable: true }) locationId: string | null;
  @Column('text') state: ServiceState;
  @Column('text', { array: true, default: [] }) changes: StatusAspect[];
  @Column('text', { name: 'note_fr', nullable: true }) noteFr: string | null;
  @Column('text', { name: 'note_en', nullable: true }) noteEn: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb', { nullable: true }) capacity: KeptCapacity | null;
  @Column('uuid', { name: 'replacement_service_id', nullable: true }) replacementServiceId: string | null;
  @Column('timestamptz', { name: 'observed_at' }) observedAt: Date;
  @Column('timestamptz', { name: 'effective_from' }) effectiveFrom: Date;
  @Column({ type: 'timestamptz', name: 'counts_from', nullable: true, insert: false, update: false }) countsFrom: Date;
  @Column('timestamptz', { name: 'good_until', nullable: true }) goodUntil: Date | null;
  @Column('text') source: StatusSource;
  @Column('text', { name: 'heard_channel', nullable: true }) heardChannel: string | null;
  @Column('text', { name: 'heard_role', nullable: true }) heardRole: string | null;
  @Column('text', { name: 'reporter_id' }) reporterId: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  /** The place, or else the service. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false }) subject: string;
}
