// Thousands of organizations asked at once: planned, mailed to a sink on loopback, and what the board does meanwhile.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Answer } from '../tests/support/test-hub.ts';
import { Board } from './peers/board.ts';

const many = Number(process.argv[3] ?? 6_000);
const rounds = Number(process.argv[4] ?? 3);
const letters = join(mkdtempSync(join(tmpdir(), 'fanal-letters-')), 'letters.json');
const execArgv = ['-C', 'source', '--import', './tools/ts.mjs'];

async function start<Said>(name: string, ...args: string[]): Promise<Said & { child: ChildProcess }> {
  const child = fork(new URL(`./peers/${name}.ts`, import.meta.url), args, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.once('exit', code => code && process.exit(code)); // a peer that cannot is no measure
  const [said] = (await once(child, 'message')) as [Said];
  return { ...said, child };
}

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const median = (values: number[]) => at(values, 0.5);
const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0);

const sink = await start<{ address: string }>('sink');
const fanal = await start<{ address: string; databaseUrl: string; token: string }>('asking', sink.address, `${many}`);
const owner = new pg.Client(fanal.databaseUrl);
await owner.connect();

async function ask(query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${fanal.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${fanal.token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer; // as the query has it
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function plan(): Promise<{ id: string; ms: number }> {
  const input = {
    name: { fr: 'Mesure' },
    subject: { fr: 'Êtes-vous ouvert pendant la crue ?', en: 'Are you open during the flood?' },
    message: { fr: 'La rivière monte.\n\nDites-nous ce que vous offrez.', en: 'The river is rising.\n\nTell us what you offer.' },
    ...{ filter: { text: 'Dépannage' }, dueAt: new Date(Date.now() + 86_400_000).toISOString() },
  };
  const begun = performance.now();
  const { planCampaign } = await ask(
    `mutation ($input: PlanCampaignInput!) { planCampaign(input: $input) { ... on CampaignPlanned { campaign { id asked } } ... on Refusal { code } } }`,
    { input },
  );
  const took = performance.now() - begun;
  if (planCampaign.campaign?.asked !== many) throw new Error(`It does not ask ${many}: ${JSON.stringify(planCampaign)}`);
  return { id: planCampaign.campaign.id, ms: took };
}

/** The same rows, for a campaign of their own, by two statements that are given them. */
async function bareInserts(of: string): Promise<number> {
  const { rows: requests } = await owner.query(
    'select organization_id as o, contact_id as c, by_text as t, language as l, expires_at as e from outreach.request where campaign_id = $1',
    [of],
  );
  const { rows: asked } = await owner.query('select organization_id as o, services as s from outreach.asked where campaign_id = $1', [of]);
  const column = (name: string) => requests.map(row => row[name]);
  const begun = performance.now();
  await owner.query('begin');
  const { rows } = await owner.query(
    `insert into outreach.campaign select (jsonb_populate_record(campaign, jsonb_build_object('id', uuidv7()))).* from outreach.campaign where id = $1 returning id`,
    [of],
  );
  await owner.query(
    `with request as (insert into outreach.request (id, campaign_id, organization_id, contact_id, by_text, language, expires_at)
       select uuidv7(), $1, o, c, t, l, e from unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[], $6::timestamptz[]) as r (o, c, t, l, e)
       returning id, organization_id)
     insert into outreach.asked (campaign_id, organization_id, request_id, services)
       select $1, asked.o, request.id, asked.s::uuid[] from unnest($7::uuid[], $8::text[]) as asked (o, s) join request on request.organization_id = asked.o`,
    [rows[0].id, column('o'), column('c'), column('t'), column('l'), column('e'), asked.map(({ o }) => o), asked.map(({ s }) => `{${s}}`)],
  );
  await owner.query('commit');
  return performance.now() - begun;
}

/** From the click to the last letter in the sink. */
async function send(id: string): Promise<{ click: number; all: number }> {
  sink.child.send({ expect: many });
  await once(sink.child, 'message');
  const begun = performance.now();
  const all = once(sink.child, 'message').then(() => performance.now() - begun);
  await ask('mutation ($id: ID!) { sendCampaign(input: { campaignId: $id }) { ... on Refusal { code } } }', { id });
  return { click: performance.now() - begun, all: await all };
}

async function sentAlone(way: 'bytes' | 'letters'): Promise<number> {
  const { child } = await start('mailer', sink.address, letters, way);
  sink.child.send({ expect: many });
  await once(sink.child, 'message');
  const begun = performance.now();
  const all = once(sink.child, 'message').then(() => performance.now() - begun);
  child.send({ do: 'send' });
  const took = await all;
  await once(child, 'exit');
  return took;
}

/** Until all is recorded as sent: nothing of a round disturbs the next. */
async function atRest(): Promise<void> {
  const left = `select count(*)::int as n from platform.outgoing where state in ('PENDING', 'HANDED')`;
  while ((await owner.query(left)).rows[0].n > 0) await new Promise(soon => setTimeout(soon, 100));
}

const planned: number[] = [];
const bare: number[] = [];
const clicks: number[] = [];
const took = { fanal: [] as number[], bytes: [] as number[], letters: [] as number[] };
const board = await Board.open(fanal.address, fanal.token);
const alone = await board.watchedFor(() => new Promise(done => setTimeout(done, 10_000)));
for (let round = 0; round <= rounds; round += 1) {
  const { id, ms: own } = await plan();
  const inserted = await bareInserts(id);
  const { click, all } = await send(id);
  await atRest();
  if (round === 0) {
    sink.child.send({ keep: letters });
    await once(sink.child, 'message');
    continue; // warming up
  }
  planned.push(own);
  bare.push(inserted);
  clicks.push(click);
  took.fanal.push(all);
  took.bytes.push(await sentAlone('bytes'));
  took.letters.push(await sentAlone('letters'));
}
const { id } = await plan();
let busy = 0;
const meanwhile = await board.watchedFor(async () => void (busy = (await send(id)).all));
await atRest();

console.log(`${many} organizations asked at once, ${rounds} rounds after one to warm up, in turn; hub and worker in one process.`);
console.table({
  'planned, ms': ms(median(planned)),
  'the same rows by bare SQL, ms': ms(median(bare)),
  'planned × bare SQL': (median(planned) / median(bare)).toFixed(2),
  '« Envoyer », ms': ms(median(clicks)),
});
const rate = (of: number[]) => ({
  'to the last letter, s': (median(of) / 1_000).toFixed(1),
  'letters a second': Math.round((many * 1_000) / median(of)),
  '× nodemailer, same bytes': (median(of) / median(took.bytes)).toFixed(2),
  '× nodemailer, composing': (median(of) / median(took.letters)).toFixed(2),
});
console.table({
  'nodemailer alone, the same bytes': rate(took.bytes),
  'nodemailer alone, composing them': rate(took.letters),
  Fanal: rate(took.fanal),
  'Fanal, the board asked meanwhile': rate([busy]),
});
console.table(
  Object.fromEntries(
    Object.keys(alone).map(name => [
      name,
      {
        asked: `${alone[name]!.length} / ${meanwhile[name]!.length}`,
        'at rest, median ms': ms(median(alone[name]!)),
        'p99 ms': ms(at(alone[name]!, 0.99)),
        'while it sends, median ms': ms(median(meanwhile[name]!)),
        'p99 ms ': ms(at(meanwhile[name]!, 0.99)),
        'median ×': (median(meanwhile[name]!) / median(alone[name]!)).toFixed(2),
        'p99 ×': (at(meanwhile[name]!, 0.99) / at(alone[name]!, 0.99)).toFixed(2),
      },
    ]),
  ),
);
board.close();
await owner.end();
fanal.child.disconnect();
await once(fanal.child, 'exit');
process.exit(0);
