import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns, whom they ask, and what came of it. No address is kept: it is read from the directory when a mail is written. Who is silent
 * is for 211; that is defended where it is read.
 */
export class OutreachTables1795651201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [rules, campaigns, requests, answers, calls, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema outreach cascade');
  }
}

const text = (name: string, longest: number) => `
  ${name}_fr text check (length(${name}_fr) between 1 and ${longest}),
  ${name}_en text check (length(${name}_en) between 1 and ${longest})`;

/** What a campaign and a rule that makes campaigns both say. */
const said = `
  ${text('name', 200)},
  ${text('subject', 150)},
  ${text('message', 5000)},
  -- a ServiceFilter
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  crisis_id uuid references crises.crisis,
  asks_capacity boolean not null default true,
  ${text('question', 500)},
  facts text[] not null default '{}' check (facts <@ array['HOURS', 'PHONE', 'ADDRESS']),
  -- hours after the request was sent
  remind_after int[] not null default '{}' check (cardinality(remind_after) <= 5 and 0 < all (remind_after) and 720 >= all (remind_after)),
  -- local hours in which nothing is sent
  quiet_from time,
  quiet_to   time,
  check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to),
  check (num_nonnulls(name_fr, name_en) > 0),
  check (num_nonnulls(subject_fr, subject_en) > 0),
  check (num_nonnulls(message_fr, message_en) > 0),
  made_by uuid not null references identity.account,
  made_at timestamptz not null`;

const rules = `
  create schema outreach;

  -- WEEKLY: on its days at its hour, while a phase is one of its phases (of its crisis, or of any); STALE: whoever has turned stale.
  create table outreach.rule (
    id uuid primary key,
    kind text not null check (kind in ('WEEKLY', 'STALE')),
    byday text[] not null default '{}' check (byday <@ array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
    at_time time not null,
    phases text[] not null default '{}' check (phases <@ array['WATCH', 'ALERT', 'RESPONSE', 'RECOVERY']),
    due_after_hours int not null check (due_after_hours between 1 and 720),
    -- an organization that was asked less than so many hours ago is let alone
    rest_hours int not null default 72 check (rest_hours between 1 and 720),
    next_at timestamptz not null,
    last_at timestamptz,
    ended_at timestamptz,
    check (kind = 'STALE' or cardinality(byday) > 0),
    ${said}
  );
  create index rule_due on outreach.rule (next_at) where ended_at is null;
`;

const campaigns = `
  create table outreach.campaign (
    id uuid primary key,
    state text not null check (state in ('DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'CLOSED', 'CANCELLED')),
    rule_id uuid references outreach.rule,
    -- the last one of the same rule, or the one that it was copied from: to compare with
    previous_id uuid references outreach.campaign check (previous_id <> id),
    due_at timestamptz not null,
    send_at timestamptz,
    sent_at timestamptz,
    ended_at timestamptz,
    check ((state = 'SCHEDULED') <= (send_at is not null)),
    check ((state in ('RUNNING', 'PAUSED', 'CLOSED')) <= (sent_at is not null)),
    check ((state in ('CLOSED', 'CANCELLED')) = (ended_at is not null)),
    ${said}
  );
  create index campaign_by_age on outreach.campaign (made_at desc, id desc);
  create index campaign_scheduled on outreach.campaign (send_at) where state = 'SCHEDULED';
  create index campaign_running on outreach.campaign (due_at) where state in ('RUNNING', 'PAUSED');
`;

/** Whose mailbox a request goes to (contact_id: null for the organization's own) may answer for itself and for whom it speaks. */
const requests = `
  create table outreach.request (
    id uuid primary key,
    campaign_id uuid not null references outreach.campaign,
    organization_id uuid not null references directory.organization,
    contact_id uuid,
    language text not null check (language in ('fr', 'en')),
    state text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'OPENED', 'ANSWERED', 'BOUNCED', 'EXPIRED', 'DECLINED')),
    expires_at timestamptz not null,
    sent_at timestamptz,
    opened_at timestamptz,
    answered_at timestamptz,
    bounced_at timestamptz,
    bounce_code text check (length(bounce_code) <= 100),
    ended_at timestamptz,
    reminders int not null default 0 check (reminders >= 0),
    remind_at timestamptz,
    revoked_at timestamptz,
    check ((state = 'ANSWERED') <= (answered_at is not null)),
    check ((state = 'OPENED') <= (opened_at is not null)),
    check ((state = 'BOUNCED') <= (bounced_at is not null)),
    unique nulls not distinct (campaign_id, organization_id, contact_id)
  );
  create index request_by_state on outreach.request (campaign_id, state);
  create index request_of_organization on outreach.request (organization_id);
  create index request_to_remind on outreach.request (remind_at) where remind_at is not null;
  create index request_to_expire on outreach.request (expires_at) where state in ('PENDING', 'SENT', 'OPENED');

  -- Whom a campaign asks: each organization once, through its request, or its relay's; null: nobody can write to it.
  create table outreach.asked (
    campaign_id uuid not null references outreach.campaign,
    organization_id uuid not null references directory.organization,
    request_id uuid references outreach.request,
    -- those that were selected; what is asked in the end is what the organization then offers
    services uuid[] not null check (cardinality(services) > 0),
    answered_at timestamptz,
    answered_by text check (answered_by in ('LINK', 'RELAY', 'TELEPHONE', 'VISIT', 'POSTER', 'ACCOUNT')),
    check ((answered_at is null) = (answered_by is null)),
    primary key (campaign_id, organization_id)
  );
  create index asked_of_organization on outreach.asked (organization_id);
  create index asked_by_request on outreach.asked (request_id);
  create index asked_silent on outreach.asked (campaign_id) where answered_at is null;

  -- What an organization has told us of being asked; by mail no more: it is telephoned.
  create table outreach.preference (
    organization_id uuid primary key references directory.organization,
    language text check (language in ('fr', 'en')),
    mail_declined_at timestamptz
  );
`;

/** What was said beside the status: for 211 alone. */
const answers = `
  create table outreach.answer (
    id uuid primary key,
    request_id uuid references outreach.request,
    organization_id uuid not null references directory.organization,
    said_by text not null check (said_by in ('LINK', 'RELAY', 'TELEPHONE', 'VISIT', 'POSTER')),
    said_at timestamptz not null,
    recorded_at timestamptz not null,
    -- which services were spoken of, and which words could not be taken
    services uuid[] not null default '{}',
    not_taken jsonb not null default '[]' check (jsonb_typeof(not_taken) = 'array'),
    words text check (length(words) between 1 and 2000),
    first_name text check (length(first_name) between 1 and 60)
  );
  create index answer_of_request on outreach.answer (request_id, said_at);
  create index answer_of_organization on outreach.answer (organization_id, said_at);
`;

const calls = `
  -- A claim first, then what came of it; one claim at a time on each organization.
  create table outreach.call (
    id uuid primary key,
    organization_id uuid not null references directory.organization,
    claimed_by uuid not null references identity.account,
    claimed_at timestamptz not null,
    claim_ends_at timestamptz not null check (claim_ends_at > claimed_at),
    ended_at timestamptz,
    result text check (result in ('ANSWERED', 'NO_ANSWER', 'VOICEMAIL', 'CALL_BACK', 'WRONG_NUMBER', 'REFUSED', 'RELEASED')),
    call_back_at timestamptz,
    note text check (length(note) between 1 and 1000),
    check ((ended_at is null) = (result is null)),
    check ((call_back_at is not null) <= (result = 'CALL_BACK'))
  );
  create unique index call_claimed on outreach.call (organization_id) where ended_at is null;
  create index call_of_organization on outreach.call (organization_id, claimed_at desc);
`;

const rights = `
  grant usage on schema outreach to fanal_app;
  grant select on all tables in schema outreach to fanal_app;
  grant insert on all tables in schema outreach to fanal_app;
  grant update on outreach.rule, outreach.campaign, outreach.request, outreach.asked, outreach.preference, outreach.call to fanal_app;
`;
