import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, idFrom, isPosition, UserInputError } from '#libs/kernel';
import { StatusReportEntity } from './status-report.entity.ts';
import { may } from './status.policies.ts';

const MOST = 200;

/** `statusReports`: the whole history of a service, the last said first. The cursor is the report's position. */
@Injectable()
export class StatusReports {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async run(actor: Actor, serviceId: string, first: number, after?: string | null) {
    if (first < 0) throw new UserInputError('`first` cannot be negative.');
    if (after != null && !isPosition(after)) throw new UserInputError('This is not a cursor of this list.');
    const size = Math.min(first, MOST);
    const visible = await this.sees(actor, idFrom(serviceId));
    const rows = visible ? await this.page(serviceId, size + 1, after ?? '~') : [];
    const edges = rows.slice(0, size).map(node => ({ cursor: node.position, node }));
    return {
      edges,
      pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > size },
      totalCount: visible ? await this.db.manager.countBy(StatusReportEntity, { serviceId }) : 0,
    };
  }

  private async sees(actor: Actor, id: string | null): Promise<boolean> {
    const [service] = await this.db.query<{ organizationId: string; territories: string[]; confidential: boolean }[]>(
      `select organization_id as "organizationId", territories, confidential from directory_published.service where id = $1`,
      [id],
    );
    return service !== undefined && may(actor).see(service);
  }

  private page(serviceId: string, take: number, before: string): Promise<StatusReportEntity[]> {
    return this.db.manager
      .createQueryBuilder(StatusReportEntity, 'report')
      .where('report.serviceId = :serviceId and report.position < :before', { serviceId, before })
      .orderBy('report.position', 'DESC')
      .take(take)
      .getMany();
  }
}
