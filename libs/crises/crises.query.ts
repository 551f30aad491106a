import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import type { Crisis, CrisisPhase } from '#libs/schema';
import { may } from './crises.policies.ts';

/** `crises` and `crisis`: each is one SQL in the schema's shape. */
@Injectable()
export class Crises {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  all(actor: Actor, phase?: CrisisPhase | null): Promise<Crisis[]> {
    return this.read(actor, null, phase ?? null);
  }

  /** Null for one that is unknown, or an exercise of others. */
  async one(actor: Actor, crisisId: string): Promise<Crisis | null> {
    const id = idFrom(crisisId);
    return id ? ((await this.read(actor, id, null))[0] ?? null) : null;
  }

  private async read(actor: Actor, id: string | null, phase: CrisisPhase | null): Promise<Crisis[]> {
    const rows = await this.db.query<{ answer: Crisis }[]>(crisesSql, [
      this.clock.now(),
      may(actor).seeExercises(),
      may(actor).seeReasons(),
      id,
      phase,
    ]);
    return rows.map(({ answer }) => answer);
  }
}

const localized = (row: string) => `jsonb_build_object('fr', ${row}.name_fr, 'en', ${row}.name_en)`;

/** One that everybody may know of. */
const organization = (id: string) => `(
  select jsonb_build_object('id', organization.id, 'kind', organization.kind, 'name', ${localized('organization')})
  from directory_published.organization where organization.id = ${id} and not organization.confidential)`;

const category = (code: string) => `(
  select jsonb_build_object('code', category.code, 'name', ${localized('category')})
  from directory_published.category where category.code = ${code})`;

const emergency = `case when area.emergency_until > $1
  then jsonb_build_object('declaredAt', area.emergency_declared_at, 'until', area.emergency_until) end`;

const crisesSql = `
  select jsonb_build_object(
    'id', crisis.id, 'name', ${localized('crisis')}, 'nature', crisis.nature, 'phase', crisis.phase, 'exercise', crisis.exercise,
    'openedAt', crisis.opened_at, 'closedAt', crisis.closed_at,
    'categories', coalesce((select jsonb_agg(jsonb_build_object('code', category.code, 'name', ${localized('category')}) order by category.position)
      from directory_published.category where category.code = any(crisis.categories)), '[]'),
    'areas', areas.answer,
    'emergency', (select area.value -> 'emergency' from jsonb_array_elements(areas.answer) area
      where jsonb_typeof(area.value -> 'emergency') = 'object' order by area.value #>> '{emergency,until}' desc limit 1),
    'freshness', (select jsonb_agg(jsonb_build_object('phase', rule.phase, 'category', ${category('rule.category')},
        'hours', extract(epoch from rule.fresh_for) / 3600) order by crises.gravity(rule.phase), rule.category nulls first)
      from crises.freshness_rule rule where rule.crisis_id = crisis.id),
    'missions', coalesce((select jsonb_agg(said.answer order by said.organization_id) from (
        select mission.organization_id, jsonb_build_object('organization', ${organization('mission.organization_id')},
          'texts', jsonb_agg(${localized('mission')} order by mission.position)) as answer
        from crises.mission where mission.crisis_id = crisis.id group by mission.organization_id
      ) said where jsonb_typeof(said.answer -> 'organization') = 'object'), '[]'),
    'needKinds', coalesce((select jsonb_agg(jsonb_build_object('code', kind.code, 'name', ${localized('kind')}) order by kind.position)
      from crises.need_kind kind where kind.crisis_id = crisis.id), '[]'),
    'instructions', coalesce((select jsonb_agg(jsonb_build_object('id', said.id, 'phone', said.phone,
        'question', jsonb_build_object('fr', said.question_fr, 'en', said.question_en),
        'answer', jsonb_build_object('fr', said.answer_fr, 'en', said.answer_en),
        'owner', ${organization('said.owner_organization_id')}, 'validUntil', said.valid_until,
        'expired', coalesce(said.valid_until <= $1, false), 'setAt', said.set_at) order by said.id)
      from crises.instruction said where said.crisis_id = crisis.id and said.withdrawn_at is null), '[]'),
    'phaseChanges', (select jsonb_agg(jsonb_build_object('at', changed.changed_at, 'from', changed.from_phase, 'to', changed.to_phase,
        'reason', case when $3 then changed.reason end,
        'area', (select area.value from jsonb_array_elements(areas.answer) area where area.value ->> 'id' = changed.area_id::text))
        order by changed.id desc)
      from (select * from crises.phase_change where crisis_id = crisis.id order by id desc limit 200) changed)
  ) as answer
  from crises_published.crisis
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', area.id, 'phase', area.phase, 'lead', ${organization('area.lead_organization_id')},
        'emergency', ${emergency},
        'territory', (select jsonb_build_object('code', territory.code, 'kind', territory.kind, 'name', ${localized('territory')})
          from directory_published.territory where territory.code = area.territory_code)) order by crises.gravity(area.phase), area.territory_code) as answer
      from crises_published.area where area.crisis_id = crisis.id
    ) areas
  where (not crisis.exercise or $2) and ($4::uuid is null or crisis.id = $4) and ($5::text is null or crisis.phase = $5)
  order by crisis.closed_at is not null, crisis.opened_at desc, crisis.id desc
  limit 500`;
