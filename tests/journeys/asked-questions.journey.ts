import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CreateAccount, AddMembership } from '#libs/identity';
import { DevelopmentMailbox } from '#libs/platform';
import { TellOwnerOfExpired } from '#libs/lines';
import { act, counsellor, coordinator, crisis, supervisor, type Who } from '../support/lines.ts';
import { pain, someServices } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

/** Nobody has an account there. */
const nobodys = '00000000-0000-7000-8000-000000000006';

const fields = 'question { id text asked outcome instructionId crisisId }';
const ask = (text: string, crisisId: string | null = null, who: Who = counsellor): Promise<Answer> =>
  act(hub, 'askQuestion', { text, crisisId }, `... on QuestionAsked { ${fields} }`, who);
const settle = (name: string, input: object, who: Who = supervisor): Promise<Answer> =>
  act(hub, name, input, `... on QuestionSettled { ${fields} }`, who);
const list = async (crisisId: string | null, settled = false, who: Who = supervisor): Promise<Answer> => {
  const query = 'query ($crisisId: ID, $settled: Boolean) { askedQuestions(crisisId: $crisisId, settled: $settled) { id text asked } }';
  const answer = await (await hub.as(...who)).ask(query, { crisisId, settled });
  return answer.askedQuestions ?? answer;
};
const instruct = async (crisisId: string, input: object = {}): Promise<string> => {
  const given = { crisisId, question: { fr: 'L’eau est-elle potable ?' }, answer: { fr: 'Faites-la bouillir.' }, ...input };
  const { instructions } = (await act(hub, 'setInstruction', given, '... on InstructionSet { crisis { instructions { id } } }')).crisis;
  return instructions.at(-1).id;
};
/** As if its end had come meanwhile. */
const expire = (id: string) =>
  hub.db.query(`update crises.instruction set valid_until = date_trunc('second', now()) - interval '1 minute' where id = $1`, [id]);

test('new questions are counted, the same in other words once; the most asked comes first', async () => {
  const here = await crisis(hub);
  const first = await ask('L’eau est-elle potable ?', here);
  const again = await ask('est-ce que leau est potable'.replace('leau', 'l’eau'), here);
  expect(again.question).toMatchObject({ id: first.question.id, asked: 2, text: 'L’eau est-elle potable ?', outcome: null });
  await ask('Où sont les sacs de sable ?', here);
  await ask('L’eau est-elle potable ?', await crisis(hub)); // elsewhere it is another
  await ask('L’eau est-elle potable ?');
  expect((await list(here)).map(({ asked }: Answer) => asked)).toEqual([2, 1]);
  expect(await list(null)).toMatchObject([{ asked: 1 }]);
});

test('thirty counsellors who hear it in the same second count thirty', async () => {
  const here = await crisis(hub);
  await Promise.all(Array.from({ length: 30 }, () => ask('Les écoles sont-elles ouvertes ?', here)));
  expect(await list(here)).toMatchObject([{ asked: 30 }]);
});

test('an instruction answers it, and whoever asks it again is given it; once that has expired, it is to be answered again', async () => {
  const here = await crisis(hub);
  const { question } = await ask('Puis-je boire l’eau du robinet ?', here);
  const instructionId = await instruct(here, { validUntil: new Date(Date.now() + 3_600_000) });
  const elsewhere = await instruct(await crisis(hub));
  const wrong = (id: string) => settle('answerQuestion', { questionId: question.id, instructionId: id });
  expect(await wrong(elsewhere)).toMatchObject({
    __typename: 'InvalidQuestion',
    code: 'QUESTION_INSTRUCTION_NOT_FOUND',
    field: 'instructionId',
  });
  expect(await wrong('none')).toMatchObject({ code: 'QUESTION_INSTRUCTION_NOT_FOUND' });
  const answered = await settle('answerQuestion', { questionId: question.id, instructionId }, coordinator);
  expect(answered.question).toMatchObject({ outcome: 'ANSWERED', instructionId });
  expect([await list(here), (await list(here, true)).length]).toEqual([[], 1]);
  expect((await ask('boire eau robinet', here)).question).toMatchObject({ asked: 2, instructionId });
  await expire(instructionId);
  expect((await ask('boire eau robinet', here)).question).toMatchObject({ asked: 3, outcome: null, instructionId: null });
  expect(await list(here)).toHaveLength(1);
});

test('set aside it is counted, and asked of nobody', async () => {
  const here = await crisis(hub);
  const { question } = await ask('Qui a gagné hier ?', here);
  expect((await settle('setQuestionAside', { questionId: question.id })).question).toMatchObject({ outcome: 'SET_ASIDE' });
  expect((await ask('qui a gagné hier', here)).question).toMatchObject({ asked: 2, outcome: 'SET_ASIDE' });
  expect(await list(here)).toEqual([]);
  expect(await settle('setQuestionAside', { questionId: pain })).toMatchObject({
    __typename: 'QuestionNotFound',
    code: 'QUESTION_NOT_FOUND',
  });
});

test('an instruction that expires says so, and its owner is told by mail, once: who speaks for it, or else its mailbox', async () => {
  const here = await crisis(hub);
  await hub.db.query(
    `insert into directory.organization (id, source_id, name_fr, email) values ($1, 'muet', 'Sans compte', 'page@test.invalid')`,
    [nobodys],
  );
  const { accountId } = await hub.get(CreateAccount).run({ email: 'lise@test.invalid', displayName: 'Lise', language: 'en' });
  await hub.get(AddMembership).run({ accountId, organizationId: pain, role: 'PARTNER_EDITOR', territories: [] });
  const soon = { validUntil: new Date(Date.now() + 3_600_000) };
  const [ofPain, ofPage, , withdrawn] = [
    await instruct(here, { ...soon, ownerOrganizationId: pain, question: { fr: 'Où manger ?', en: 'Where to eat?' } }),
    await instruct(here, { ...soon, ownerOrganizationId: nobodys }),
    await instruct(here, soon),
    await instruct(here, { ...soon, ownerOrganizationId: nobodys }),
  ];
  const drill = await instruct(await crisis(hub, true), { ...soon, ownerOrganizationId: pain });
  await act(hub, 'withdrawInstruction', { crisisId: here, instructionId: withdrawn }, '');
  const expired = async () =>
    (await (await hub.as()).ask('query ($id: ID!) { crisis(id: $id) { instructions { id expired } } }', { id: here })).crisis.instructions;
  expect((await expired()).map(({ expired }: Answer) => expired)).toEqual([false, false, false]);
  for (const id of [ofPain, ofPage, withdrawn, drill]) await expire(id);
  expect((await expired()).filter(({ expired }: Answer) => expired).map(({ id }: Answer) => id)).toEqual([ofPain, ofPage]);

  const [told] = [await Promise.all([hub.get(TellOwnerOfExpired).look(), hub.get(TellOwnerOfExpired).look()])];
  expect(told.sort()).toEqual([0, 2]);
  const letters = () => hub.get(DevelopmentMailbox).received as Answer[];
  await until(() => letters().length === 2);
  const to = (address: string) => letters().find(letter => JSON.stringify(letter.to ?? letter).includes(address));
  expect(JSON.stringify(to('lise@'))).toContain('Where to eat?');
  expect(JSON.stringify(to('page@'))).toContain('consigne');
  expect(await hub.get(TellOwnerOfExpired).look()).toBe(0);

  await instruct(here, { instructionId: ofPain, ...soon, ownerOrganizationId: pain }); // given a new end, it is told of again when that comes
  await expire(ofPain);
  await hub.db.query(`update crises.instruction set valid_until = valid_until - interval '1 hour' where id = $1`, [ofPain]);
  expect(await hub.get(TellOwnerOfExpired).look()).toBe(1);
});

test('what says nothing is no question; who does not take calls asks none, and who does not govern settles none', async () => {
  for (const [text, code] of [
    [' ', 'QUESTION_MISSING'],
    ['?!', 'QUESTION_MISSING'],
    ['a'.repeat(301), 'QUESTION_TOO_LONG'],
  ] as const)
    // prettier-ignore
    expect(await ask(text)).toMatchObject({ __typename: 'InvalidQuestion', code, field: 'text' });
  expect(await ask('Quoi ?', pain)).toMatchObject({ __typename: 'CrisisNotFound' });
  for (const who of [[], coordinator, ['PARTNER_EDITOR', pain]] as Who[])
    expect(await ask('Quoi ?', null, who)).toMatchObject({ code: who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED' });
  for (const who of [[], counsellor, ['PARTNER_EDITOR', pain]] as Who[]) {
    const code = who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect(await list(null, false, who)).toMatchObject({ code });
    expect(await settle('setQuestionAside', { questionId: pain }, who)).toMatchObject({ code });
    expect(await settle('answerQuestion', { questionId: pain, instructionId: pain }, who)).toMatchObject({ code });
  }
});
