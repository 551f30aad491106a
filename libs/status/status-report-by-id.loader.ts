import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Loader } from '#libs/platform';
import { StatusReportEntity } from './status-report.entity.ts';

@Injectable()
export class StatusReportById extends Loader<string, StatusReportEntity> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const reports = await this.db.manager.findBy(StatusReportEntity, { id: In([...ids]) });
    return new Map(reports.map(report => [report.id, report]));
  }
}
