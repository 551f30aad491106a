/**
 * Whom a selection of services asks, and through whom: an organization that is spoken for, through who speaks for it if that one can be
 * written to; the others themselves, by text message where they like that and somebody sends them. Who wants to be written to no more, or has no address, is asked without being written to.
 */
export const askedOf = (selected: string, { texts, restedSince }: { texts: boolean; restedSince?: string }): string => `
  selected as (${selected}),
  chosen as (select organization_id, array_agg(id order by id) as services from selected ${restedSince ? rested(restedSince) : ''} group by organization_id),
  declined as (select organization_id from outreach.preference where mail_declined_at is not null),
  reachable as (
    select organization_id, null::uuid as contact_id, true as by_text from directory_published.texting
    where ${texts} and organization_id not in (select organization_id from declined)
    union all
    select mailbox.organization_id, mailbox.contact_id, false from directory_published.mailbox
    where mailbox.place = 1 and not (${texts} and mailbox.organization_id in (select organization_id from directory_published.texting))
      and mailbox.organization_id not in (select organization_id from declined)
  ),
  asking as (
    select chosen.organization_id, chosen.services, organization.preferred_channel,
      case when relay.organization_id is not null then relay.organization_id else own.organization_id end as through,
      relay.organization_id is not null as by_relay
    from chosen join directory_published.organization on organization.id = chosen.organization_id
      left join reachable relay on organization.preferred_channel = 'RELAY' and relay.organization_id = organization.relay_organization_id
      left join reachable own on own.organization_id = chosen.organization_id
  ),
  written as (
    select reachable.organization_id, reachable.contact_id, reachable.by_text, ${languageOf('reachable.organization_id')} as language
    from reachable where reachable.organization_id in (select through from asking)
  )`;

/** As it has said; else the one that all it offers is in; else the region's first. */
function languageOf(organization: string): string {
  return `coalesce(
      (select preference.language from outreach.preference where preference.organization_id = ${organization}),
      (select case when bool_or(tag ~* '^fr(-|$)') then 'fr' when bool_or(tag ~* '^en(-|$)') then 'en' end
       from directory_published.service cross join unnest(service.languages) tag where service.organization_id = ${organization}),
      (select tag from directory_published.region cross join unnest(region.languages) with ordinality as said (tag, place)
       where tag in ('fr', 'en') order by place limit 1),
      'fr')`;
}

/** Whoever was asked since is let alone. */
const rested = (since: string): string => `where not exists (
    select from outreach.asked before join outreach.campaign on campaign.id = before.campaign_id
    where before.organization_id = selected.organization_id and campaign.sent_at > ${since})`;
