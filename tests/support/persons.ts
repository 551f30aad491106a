import pg from 'pg';
import type { Answer, TestHub } from './test-hub.ts';
import { act, counsellor, type Who } from './lines.ts';

export const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();

/** What is said and read of persons on a hub. */
export function personsOn(of: { hub: TestHub }) {
  const ask = async (query: string, variables: object = {}, who: Who = counsellor): Promise<Answer> =>
    (await of.hub.as(...who)).ask(query, variables);

  const promised = {
    ...{ group: 'SENIOR', category: 'food', kind: 'GROCERY_DELIVERY', territory: 'pont-viau', dueAt: inDays(2) },
    ...{ knownAs: 'Madame Zéphirine', phone: '(450) 555-0161', language: 'fr', safeContact: 'Ne pas laisser de message' },
  };
  const followUpWords = `id group category kind territory { code } dueAt nextAt claim { byName mine } tries { outcome byName } doneAt outcome flagged forgottenAt`;
  const promise = (more: object = {}, who: Who = counsellor) =>
    act(of.hub, 'promiseFollowUp', { ...promised, ...more }, `... on FollowUpChanged { followUp { ${followUpWords} } }`, who);
  const followUp = (name: string, input: object, who: Who = counsellor): Promise<Answer> =>
    act(of.hub, name, input, `... on FollowUpChanged { followUp { ${followUpWords} } }`, who);
  const personToCall = (followUpId: string, who: Who = counsellor) =>
    ask('query ($id: ID!) { followUpPerson(followUpId: $id) { state knownAs phone language safeContact } }', { id: followUpId }, who);

  const step = (name: string, input: object, who: Who = counsellor): Promise<Answer> =>
    act(of.hub, name, input, '... on EmergencyChanged { emergency { id overAt steps { step byName target { code } } } }', who);

  const roundWords = `id name legalBasis script { fr en } givenBy { id } endsAt closedAt certificate { destroyed at why }
    progress { total waiting ready safe needsHelp refused wrongNumber visitRequested }`;
  const entryWords = 'id place state outcome tries nextAt claim { mine }';
  const round = (name: string, input: object, who: Who): Promise<Answer> =>
    act(
      of.hub,
      name,
      input,
      `... on ${{ openRound: 'RoundChanged', closeRound: 'RoundChanged', importRoundEntries: 'RoundEntriesImported', claimNextRoundEntry: 'RoundEntryClaimed', recordRoundResult: 'RoundResultRecorded' }[name]} {
        round { ${roundWords} } ${name === 'importRoundEntries' ? 'added faults { line kind }' : /Entry|Result/.test(name) ? `entry { ${entryWords} }` : ''} }`,
      who,
    );

  const readings = (permission: string, subject: string): Promise<Answer[]> =>
    of.hub.db.query('select actor, facts from platform.audit_entry where act = $1 and subject = $2 order by at, id', [permission, subject]);

  return { ask, promise, followUp, personToCall, step, round, readings };
}

/** What the hub itself may not: as an operator at the database. */
export async function asOwner(databaseUrl: string, sql: string, values: unknown[] = []): Promise<void> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}

/** Every row of every table that says one of these, in clear or as bytes, by the table's name. */
export async function tablesSaying(databaseUrl: string, words: readonly string[]): Promise<string[]> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`,
  );
  const looked = words.flatMap(word => [word, Buffer.from(word).toString('hex')]);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select row_to_json(found)::text as row from ${name} found`);
    if (rows.some(({ row }) => looked.some(word => row.includes(word)))) found.push(name);
  }
  await owner.end();
  return found;
}
