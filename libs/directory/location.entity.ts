import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'directory', name: 'location' })
export class LocationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('text', { name: 'name_fr', nullable: true }) nameFr: string | null;
  @Column('text', { name: 'name_en', nullable: true }) nameEn: string | null;
  @Column('text', { name: 'address_1', nullable: true }) address1: string | null;
  @Column('text', { name: 'address_2', nullable: true }) address2: string | null;
  @Column('text', { nullable: true }) city: string | null;
  @Column('text', { name: 'state_province', nullable: true }) stateProvince: string | null;
  @Column('text', { name: 'postal_code', nullable: true }) postalCode: string | null;
  @Column('text', { default: 'CA' }) country: string;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column({ type: 'point', nullable: true, insert: false, update: false }) point: object | null;
  @Column('text', { name: 'territory_code', nullable: true }) territoryCode: string | null;
  @Column('boolean', { default: false }) confidential: boolean;
  @Column('text', { name: 'confidential_reason', nullable: true }) confidentialReason: string | null;
  @Column('text', { default: 'fanal' }) source: string;
  @Column('text', { name: 'source_id' }) sourceId: string;
  @Column('date', { name: 'assured_at', nullable: true }) assuredAt: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, update: false }) recordedAt: Date;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt: Date;
}
