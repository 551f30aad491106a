import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';

interface Heart {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
}

@Injectable()
export class HeartOfTerritory extends Loader<string, Heart> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(codes: readonly string[]) {
    const rows = await this.db.query<Heart[]>('select code, latitude, longitude from directory.territory where code = any($1)', [codes]);
    return new Map(rows.map(heart => [heart.code, heart]));
  }
}
