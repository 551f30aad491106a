import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StatusReportEntity } from './status-report.entity.ts';

/** The last word of somebody else on the service in the ten minutes before a report: two who speak at once are told. */
@Injectable()
export class WhatAnotherSaid {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  run({ serviceId, position, reporterId, recordedAt }: StatusReportEntity): Promise<StatusReportEntity | null> {
    return this.db.manager
      .createQueryBuilder(StatusReportEntity, 'other')
      .where('other.serviceId = :serviceId and other.position < :position', { serviceId, position })
      .andWhere(`other.reporterId <> :reporterId and other.recordedAt > :recordedAt::timestamptz - interval '10 minutes'`, {
        reporterId,
        recordedAt,
      })
      .orderBy('other.position', 'DESC')
      .limit(1)
      .getOne();
  }
}
