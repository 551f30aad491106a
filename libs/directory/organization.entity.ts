import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactChannel, OrganizationKind } from '#libs/schema';

@Entity({ schema: 'directory', name: 'organization' })
export class OrganizationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'name_fr', nullable: true }) nameFr: string | null;
  @Column('text', { name: 'name_en', nullable: true }) nameEn: string | null;
  @Column('text', { name: 'description_fr', nullable: true }) descriptionFr: string | null;
  @Column('text', { name: 'description_en', nullable: true }) descriptionEn: string | null;
  @Column('text', { default: 'COMMUNITY' }) kind: OrganizationKind;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { name: 'preferred_channel', nullable: true }) preferredChannel: ContactChannel | null;
  @Column('time', { name: 'best_hour', nullable: true }) bestHour: string | null;
  @Column('uuid', { name: 'relay_organization_id', nullable: true }) relayOrganizationId: string | null;
  @Column('boolean', { default: false }) confidential: boolean;
  @Column('text', { name: 'confidential_reason', nullable: true }) confidentialReason: string | null;
  @Column('text', { default: 'fanal' }) source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @Column('date', { name: 'assured_at', nullable: true }) assuredAt: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, update: false }) recordedAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
  @Column({ type: 'text', name: 'sort_name', nullable: true, insert: false, update: false }) sortName: string;
  @Column({ type: 'text', name: 'search_name', nullable: true, insert: false, update: false }) searchName: string;
}
