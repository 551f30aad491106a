import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { EndLineInput, LineHoursInput, SetLineInput } from '#libs/schema';
import { crisisOf, localizedText, text } from './given.ts';
import { idOfLine, LineChangedEvent } from './lines.events.ts';
import { InvalidLine, LineNotFound } from './lines.refusals.ts';

const tooLong = (field: string, limit: number) => new InvalidLine('LINE_TEXT_TOO_LONG', field, { limit });

/** A new line, or one in place of what it was. One that had ended is in service again. */
@Injectable()
export class SetLine {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SetLineInput): Promise<{ lineCode: string }> {
    const said = saidIn(input);
    return this.unitOfWork.once(actor, 'setLine', input, async tx => {
      const { code } = input;
      await tx.lock('lines', code);
      const owner = await ownerOf(tx, input.ownerOrganizationId);
      const crisisId = await crisisOf(tx, input.crisisId);
      if (input.crisisId != null && !crisisId) throw new InvalidLine('LINE_CRISIS_NOT_FOUND', 'crisisId');
      await tx.manager.query(upsert, [
        code,
        said.name.fr,
        said.name.en,
        said.number,
        said.url,
        owner,
        crisisId,
        input.holidayRule ?? 'OPEN',
      ]);
      await this.setHours(tx, code, input.hours);
      await this.changed(tx, actor, code);
      return { lineCode: code };
    });
  }

  end(actor: Actor, input: EndLineInput): Promise<{ lineCode: string }> {
    return this.unitOfWork.once(actor, 'endLine', input, async tx => {
      const [, ended] = await tx.manager.query<[unknown[], number]>(
        'update lines.line set ended_at = $2 where code = $1 and ended_at is null',
        [input.code, this.clock.now()],
      );
      if (ended === 0) throw new LineNotFound('LINE_NOT_FOUND', 'code');
      await this.changed(tx, actor, input.code);
      return { lineCode: input.code };
    });
  }

  /** Whatever was set of it: everybody is told, and it is written who did. */
  async changed(tx: Transaction, actor: Actor, lineCode: string): Promise<void> {
    tx.announce(LineChangedEvent.of(idOfLine(lineCode), { v: 1, lineCode, state: null, waitSeconds: null }));
    await this.audit.record(tx, actor, { act: 'line:set', subject: lineCode });
  }

  private async setHours(tx: Transaction, code: string, hours: readonly LineHoursInput[]): Promise<void> {
    await tx.manager.query('delete from lines.opening_hours where line_code = $1', [code]);
    for (const { byday, opensAt, closesAt } of hours)
      await tx.manager.query('insert into lines.opening_hours (line_code, byday, opens_at, closes_at) values ($1, $2, $3, $4)', [
        code,
        [...new Set(byday)],
        opensAt,
        closesAt,
      ]);
  }
}

const MOST_HOURS = 30;

function saidIn({ code, name, number, url, hours }: SetLineInput) {
  if (!/^[A-Z][A-Z0-9_]{0,49}$/.test(code)) throw new InvalidLine('LINE_CODE_NOT_VALID', 'code');
  for (const [at, { byday }] of hours.entries())
    if (byday.length === 0 || at >= MOST_HOURS) throw new InvalidLine('LINE_DAYS_MISSING', `hours.${at}.byday`);
  const dialed = text('number', number, 60, tooLong);
  if (dialed && !/^[\d+#*][\d A-Za-zÀ-ÿ,.()+#*-]+$/.test(dialed)) throw new InvalidLine('LINE_NUMBER_NOT_VALID', 'number');
  const address = text('url', url, 500, tooLong);
  if (address && !(/^https?:\/\//.test(address) && URL.canParse(address))) throw new InvalidLine('LINE_URL_NOT_VALID', 'url');
  const missing = (field: string) => new InvalidLine('LINE_NAME_MISSING', field);
  return { name: localizedText('name', name, 200, { missing, tooLong }), number: dialed, url: address };
}

async function ownerOf(tx: Transaction, given: string | null | undefined): Promise<string | null> {
  if (given == null) return null;
  const [found] = await tx.manager.query<{ id: string }[]>(
    'select id from directory_published.organization where id = $1 and not confidential',
    [idFrom(given)],
  );
  if (!found) throw new InvalidLine('LINE_OWNER_NOT_FOUND', 'ownerOrganizationId');
  return found.id;
}

const upsert = `
  insert into lines.line (code, position, name_fr, name_en, number, url, owner_organization_id, crisis_id, holiday_rule)
  values ($1, (select coalesce(max(position), 0) + 1 from lines.line), $2, $3, $4, $5, $6, $7, $8)
  on conflict (code) do update set name_fr = excluded.name_fr, name_en = excluded.name_en, number = excluded.number, url = excluded.url,
    owner_organization_id = excluded.owner_organization_id, crisis_id = excluded.crisis_id, holiday_rule = excluded.holiday_rule, ended_at = null`;
