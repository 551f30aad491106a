import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Between the whole and its places a confirmation counts, as `which-report-wins.ts` says. */
export class StatusConfirmedWords1795564805001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function status.place_word_at(moment timestamptz)
      returns table (service_id uuid, location_id uuid, report_id uuid, state text)
      language sql stable parallel safe
      begin atomic
        select place.service_id, place.location_id, said.id, said.state
        from status.word_at(moment) place
          join status.report said on said.id = place.report_id
          join directory_published.location still on still.service_id = place.service_id and still.id = place.location_id
          left join status.word_at(moment) whole on whole.service_id = place.service_id and whole.location_id is null
          left join status.report word on word.id = whole.report_id
        where word.id is null or (greatest(said.counts_from, place.confirmed_at), said.counts_from, said.position)
          > (greatest(word.counts_from, whole.confirmed_at), word.counts_from, word.position);
      end`);
  }

  async down(): Promise<void> {
    throw new Error('The comparison as it was is in 1795564805000-status-places.');
  }
}
