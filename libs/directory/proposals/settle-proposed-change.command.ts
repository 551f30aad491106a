import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, newId, Refusal, UserInputError } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { FactKind, SettleProposedChangeInput } from '#libs/schema';

/** Settled already by somebody else, or never made. */
export class ProposedChangeNotFound extends Refusal<'PROPOSED_CHANGE_NOT_FOUND'> {}

interface Row {
  id: string;
  kind: FactKind;
  service_id: string;
  location_id: string | null;
  proposed: string;
}

const LONGEST: Record<FactKind, number> = { PHONE: 50, ADDRESS: 300, HOURS: 500 };
const POSTAL_CODE = /[,\s]*\b([A-Z]\d[A-Z])\s?(\d[A-Z]\d)\s*$/i;

/** A researcher has looked at it. */
@Injectable()
export class SettleProposedChange {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SettleProposedChangeInput): Promise<{ id: string }> {
    return this.unitOfWork.once(actor, 'settleProposedChange', input, async tx => {
      const found = await this.settle(tx, actor, input);
      const written = input.written?.trim() || found.proposed;
      if (input.accept) await this.write(tx, found, written);
      const facts = { kind: found.kind, serviceId: found.service_id, accepted: input.accept };
      await this.audit.record(tx, actor, { act: 'proposal:settle', subject: found.id, facts });
      return { id: found.id };
    });
  }

  private async settle(tx: Transaction, actor: Actor, { proposedChangeId, accept }: SettleProposedChangeInput): Promise<Row> {
    const [rows] = await tx.manager.query<[Row[], number]>(
      `update directory.proposed_change set state = $2, settled_at = $3, settled_by = $4 where id = $1 and state = 'PROPOSED'
       returning id, kind, service_id, location_id, proposed`,
      [idFrom(proposedChangeId), accept ? 'ACCEPTED' : 'REJECTED', this.clock.now(), actor.id],
    );
    if (!rows[0]) throw new ProposedChangeNotFound('PROPOSED_CHANGE_NOT_FOUND', 'proposedChangeId');
    return rows[0];
  }

  private async write(tx: Transaction, { kind, service_id, location_id }: Row, written: string): Promise<void> {
    if (written.length > LONGEST[kind]) throw new UserInputError(`\`written\` of ${kind} has at most ${LONGEST[kind]} characters.`);
    if (kind === 'PHONE') await this.writePhone(tx, service_id, written);
    if (kind === 'ADDRESS') await this.writeAddress(tx, location_id!, written); // a constraint
  }

  /** The service's own first number; where it had only its organization's, its own is made. */
  private async writePhone(tx: Transaction, serviceId: string, written: string): Promise<void> {
    const [number, extension] = written.split(/\s*(?:#|poste|ext\.?)\s*/i);
    const [, changed] = await tx.manager.query<[unknown, number]>(
      `update directory.phone set number = $2, extension = $3 where id = (
         select id from directory.phone where service_id = $1 and not confidential order by position, number limit 1)`,
      [serviceId, number, extension || null],
    );
    if (changed > 0) return;
    await tx.manager.query('insert into directory.phone (id, service_id, number, extension, position) values ($1, $2, $3, $4, 0)', [
      newId(),
      serviceId,
      number,
      extension || null,
    ]);
  }

  /** Number and street, and the postal code if one ends it; the city stays what it was. */
  private async writeAddress(tx: Transaction, locationId: string, written: string): Promise<void> {
    const code = POSTAL_CODE.exec(written);
    const rest = written.replace(POSTAL_CODE, '').trim();
    await tx.manager.query(
      `update directory.location set address_2 = null, postal_code = coalesce($3, postal_code),
         address_1 = case when city is not null and right(lower($2), length(city) + 1) in (',' || lower(city), ' ' || lower(city))
           then rtrim(left($2, -length(city)), ', ') else $2 end
       where id = $1`,
      [locationId, rest, code && `${code[1]} ${code[2]}`.toUpperCase()],
    );
  }
}
