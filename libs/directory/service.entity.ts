import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceAccess } from '#libs/schema';
import type { HolidayRule } from './hours/opening-periods.ts';

@Entity({ schema: 'directory', name: 'service' })
export class ServiceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { name: 'name_fr', nullable: true }) nameFr: string | null;
  @Column('text', { name: 'name_en', nullable: true }) nameEn: string | null;
  @Column('text', { name: 'description_fr', nullable: true }) descriptionFr: string | null;
  @Column('text', { name: 'description_en', nullable: true }) descriptionEn: string | null;
  @Column('text', { default: 'LISTED' }) listing: 'LISTED' | 'UNLISTED';
  @Column('text', { array: true, default: [] }) access: ServiceAccess[];
  @Column('text', { array: true, default: [] }) languages: string[];
  @Column('text', { name: 'alternate_name_fr', nullable: true }) alternateNameFr: string | null;
  @Column('text', { name: 'alternate_name_en', nullable: true }) alternateNameEn: string | null;
  @Column('text', { name: 'eligibility_fr', nullable: true }) eligibilityFr: string | null;
  @Column('text', { name: 'eligibility_en', nullable: true }) eligibilityEn: string | null;
  @Column('text', { name: 'fees_fr', nullable: true }) feesFr: string | null;
  @Column('text', { name: 'fees_en', nullable: true }) feesEn: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('boolean', { default: false }) confidential: boolean;
  @Column('text', { name: 'confidential_reason', nullable: true }) confidentialReason: string | null;
  @Column('text', { name: 'holiday_rule', default: 'ASK' }) holidayRule: HolidayRule;
  @Column('text', { name: 'time_zone', nullable: true }) timeZone: string | null;
  @Column('text', { default: 'fanal' }) source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @Column('date', { name: 'assured_at', nullable: true }) assuredAt: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, update: false }) recordedAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
  @Column({ type: 'text', name: 'sort_name', nullable: true, insert: false, update: false }) sortName: string;
  @Column({ type: 'text', name: 'search_name', nullable: true, insert: false, update: false }) searchName: string;
  @Column({ type: 'text', name: 'search_words', default: '', insert: false, update: false }) searchWords: string;
  @Column({ type: 'tsvector', name: 'search_vector', default: '', insert: false, update: false }) searchVector: string;
  @Column({ type: 'text', name: 'located_in', array: true, default: [], insert: false, update: false }) locatedIn: string[];
  @Column({ type: 'text', array: true, default: [], insert: false, update: false }) serving: string[];
  @Column({ type: 'text', array: true, default: [], insert: false, update: false }) territories: string[];
  @Column({ type: 'text', array: true, default: [], insert: false, update: false }) categories: string[];
}
