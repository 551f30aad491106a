import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, Forbidden, idFrom, newId, UserInputError } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { OpenCrisisInput } from '#libs/schema';
import { CrisisOpenedEvent } from './crises.events.ts';
import { atMost, knownCodes, knownOrganizations, linesOf, localizedText, needKindsFrom, text } from './given.ts';
import { may } from './crises.policies.ts';
import { gravest } from './gravest.ts';

const MOST_AREAS = 200;

type Opened = ReturnType<typeof crisisFrom>;

/** An event begins, in each of its areas in a phase of its own. */
@Injectable()
export class OpenCrisis {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: OpenCrisisInput): Promise<{ crisisId: string }> {
    const crisis = crisisFrom(input);
    return this.unitOfWork.once(actor, 'openCrisis', input, async tx => {
      await this.demandKnown(tx, crisis);
      await this.demandWithin(tx, actor, crisis);
      await this.insert(tx, actor, crisis);
      const { id, exercise, categories, areas } = crisis;
      const phase = gravest(areas.map(area => area.phase));
      tx.announce(
        CrisisOpenedEvent.of(id, {
          v: 1,
          crisisId: id,
          exercise,
          phase,
          categories,
          areas: areas.map(area => ({ areaId: area.id, territory: area.territory, phase: area.phase })),
        }),
      );
      await this.audit.record(tx, actor, { act: 'crisis:open', subject: id, facts: { exercise, phase, areas: areas.length } });
      return { crisisId: id };
    });
  }

  private async demandKnown(tx: Transaction, { areas, categories }: Opened): Promise<void> {
    await knownCodes(tx, 'territory', new Map(areas.map(({ territory }, n) => [territory, `areas.${n}.territory`])));
    await knownCodes(tx, 'category', new Map(categories.map((code, n) => [code, `categories.${n}`])));
    const leads = areas.flatMap(({ lead }, n): [string, string][] => (lead === null ? [] : [[lead, `areas.${n}.leadOrganizationId`]]));
    await knownOrganizations(tx, new Map(leads));
  }

  private async demandWithin(tx: Transaction, actor: Actor, { areas }: Opened): Promise<void> {
    const lines = await linesOf(
      tx,
      areas.map(({ territory }) => territory),
    );
    if (![...lines.values()].every(line => may(actor).openIn(line))) throw new Forbidden('crisis:open');
  }

  private async insert(tx: Transaction, actor: Actor, { id, name, nature, categories, exercise, areas, kinds }: Opened): Promise<void> {
    const now = this.clock.now();
    await tx.manager.query(
      `insert into crises.crisis (id, name_fr, name_en, nature, categories, exercise, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, name.fr, name.en, nature, categories, exercise, now, actor.id],
    );
    await tx.manager.query(
      `insert into crises.area (id, crisis_id, territory_code, phase, lead_organization_id)
       select id, $1, territory, phase, lead from jsonb_to_recordset($2::jsonb) as area (id uuid, territory text, phase text, lead uuid)`,
      [id, JSON.stringify(areas.map(area => ({ ...area, lead: idFrom(area.lead) })))],
    );
    await tx.manager.query(
      `insert into crises.phase_change (id, crisis_id, area_id, to_phase, changed_at, changed_by)
       select change, $1, id, phase, $3, $4 from jsonb_to_recordset($2::jsonb) as area (change uuid, id uuid, phase text)`,
      [id, JSON.stringify(areas.map(area => ({ ...area, change: newId() }))), now, actor.id],
    );
    await tx.manager.query(
      'insert into crises.freshness_rule (crisis_id, phase, fresh_for) select $1, phase, fresh_for from crises.phase_rule',
      [id],
    );
    await tx.manager.query(
      `insert into crises.need_kind (crisis_id, code, position, name_fr, name_en)
       select $1, code, position, fr, en from jsonb_to_recordset($2::jsonb) as kind (code text, position int, fr text, en text)`,
      [id, JSON.stringify(kinds)],
    );
  }
}

/** The crisis that an input makes; refuses what cannot be. */
function crisisFrom({ name, nature, categories, areas, exercise, needKinds }: OpenCrisisInput) {
  if (areas.length === 0) throw new UserInputError('`areas`: a crisis has at least one.');
  atMost('areas', areas, MOST_AREAS);
  areas.forEach(({ territory, phase }, n) => {
    if (phase === 'CLOSED') throw new UserInputError(`\`areas.${n}.phase\`: what begins is not CLOSED.`);
    if (areas.findIndex(other => other.territory === territory) < n)
      throw new UserInputError(`\`areas.${n}.territory\`: a territory is one area.`);
  });
  return {
    id: newId(),
    name: localizedText('name', name, 300),
    nature: text('nature', nature, 100),
    categories: [...new Set(categories ?? [])],
    exercise: exercise ?? false,
    areas: areas.map(({ territory, phase, leadOrganizationId }) => ({ id: newId(), territory, phase, lead: leadOrganizationId ?? null })),
    kinds: needKindsFrom(needKinds ?? []),
  };
}
