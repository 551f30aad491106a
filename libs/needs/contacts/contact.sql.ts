/** A contact as the schema has it; what its needs refer to is resolved from their ids. */
export const contactNode = `jsonb_build_object(
  'id', contact.id, 'kind', contact.kind, 'line', contact.line, 'startedAt', contact.started_at, 'endedAt', contact.ended_at,
  'language', contact.language, 'interpreted', contact.interpreted, 'note', contact.note,
  'needs', coalesce((select jsonb_agg(jsonb_build_object('id', need.id, 'kind', need.kind, 'outcome', need.outcome, 'unmetReason', need.unmet_reason,
      'gapId', need.gap_id,
      'category', (select jsonb_build_object('code', code, 'name', jsonb_build_object('fr', name_fr, 'en', name_en))
        from directory_published.category where category.code = need.category),
      'references', coalesce((select jsonb_agg(jsonb_build_object('serviceId', service_id, 'at', at, 'state', state, 'stale', stale) order by at, service_id)
        from needs.reference where reference.need_id = need.id), '[]')) order by need.place)
    from needs.need where need.contact_id = contact.id), '[]'),
  'handovers', coalesce((select jsonb_agg(handed.node order by handed.id) from (
      select handover.id, ${handoverNode()} as node from needs.handover where handover.contact_id = contact.id) handed), '[]'))`;

export function handoverNode(): string {
  return `jsonb_build_object('id', handover.id, 'mode', handover.mode, 'basis', handover.basis, 'result', handover.result, 'at', handover.at,
    'target', (select jsonb_build_object('code', code, 'number', number, 'name', jsonb_build_object('fr', name_fr, 'en', name_en))
      from needs.handover_target where handover_target.code = handover.target))`;
}
