import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Placed } from '#libs/kernel';
import { Loader } from '#libs/platform';
import type { DirectoryContact, Service } from '#libs/schema';

/** Whose a record is, and whether others may read it. */
export interface Guarded {
  readonly placed: Placed;
  readonly confidential: boolean;
}

type Facts = Pick<Service, 'alternateName' | 'eligibility' | 'fees' | 'url' | 'email' | 'holidayRule' | 'assuredAt'>;
export type ServiceRecord = Guarded & { facts: Facts; contacts: (DirectoryContact & { confidential: boolean })[] };

/** What a page says of a service and no list does. */
@Injectable()
export class ServiceRecordById extends Loader<string, ServiceRecord> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<(ServiceRecord & { id: string })[]>(recordSql, [ids]);
    return new Map(rows.map(row => [row.id, row]));
  }
}

export const texts = (fr: string, en: string) =>
  `case when num_nonnulls(${fr}, ${en}) > 0 then jsonb_build_object('fr', ${fr}, 'en', ${en}) end`;

const recordSql = `
  select service.id, service.confidential or organization.confidential as confidential,
    jsonb_build_object('organizationId', service.organization_id, 'territories', service.territories) as placed,
    jsonb_build_object(
      'alternateName', ${texts('alternate_name_fr', 'alternate_name_en')},
      'eligibility', ${texts('eligibility_fr', 'eligibility_en')},
      'fees', ${texts('fees_fr', 'fees_en')},
      'url', service.url, 'email', service.email, 'holidayRule', service.holiday_rule, 'assuredAt', service.assured_at) as facts,
    coalesce((select jsonb_agg(jsonb_build_object('id', contact.id, 'confidential', contact.confidential, 'name', contact.name,
        'title', ${texts('contact.title_fr', 'contact.title_en')}, 'department', ${texts('contact.department_fr', 'contact.department_en')},
        'email', contact.email,
        'phones', coalesce((select jsonb_agg(jsonb_build_object('number', phone.number, 'extension', phone.extension,
            'description', ${texts('phone.description_fr', 'phone.description_en')}) order by phone.position, phone.number)
          from directory.phone where phone.contact_id = contact.id and not phone.confidential), '[]')) order by contact.position, contact.name)
      from directory_published.contact where contact.service_id = service.id), '[]') as contacts
  from directory.service join directory.organization on organization.id = service.organization_id
  where service.id = any($1)`;
