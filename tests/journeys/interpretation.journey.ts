import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { act, comeIn, counsellor, coordinator, turn, type Who } from '../support/lines.ts';
import { pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await comeIn(hub, [counsellor, coordinator, ['PARTNER_EDITOR', pain]]);
});
afterAll(() => hub?.close());

const read = 'interpretation { id contactKey language outcome waitSeconds }';
const asks = (when: string, language: string, contactKey = newId(), who: Who = counsellor): Promise<Answer> => {
  turn(hub, when);
  return act(hub, 'askInterpretation', { contactKey, language }, `... on InterpretationAsked { ${read} }`, who);
};
const ends = (when: string, interpretationId: string, outcome = 'OBTAINED', who: Who = counsellor): Promise<Answer> => {
  turn(hub, when);
  return act(hub, 'recordInterpretation', { interpretationId, outcome }, `... on InterpretationRecorded { ${read} }`, who);
};
const figures = async (from: string, to: string, who: Who = counsellor): Promise<Answer> => {
  const query = `query ($from: Date!, $to: Date!) { interpretationFigures(from: $from, to: $to) {
    language asked obtained notObtained dropped waiting medianWaitSeconds } }`;
  const answer = await (await hub.as(...who)).ask(query, { from, to });
  return answer.interpretationFigures ?? answer;
};

test('how long callers wait for an interpreter is measured, by language and by day of the region', async () => {
  const at = (minute: number, second = 0) => new Date(Date.UTC(2025, 2, 4, 15, minute, second)).toISOString();
  for (const [n, wait] of [60, 120, 300].entries()) await ends(at(n + 10, wait), (await asks(at(n + 10), 'ar')).interpretation.id);
  await ends(at(20, 30), (await asks(at(20), 'AR')).interpretation.id, 'NOT_OBTAINED');
  await ends(at(21, 30), (await asks(at(21), 'es-CO')).interpretation.id, 'DROPPED');
  await asks('2025-03-05T04:59:00Z', 'ps'); // a minute before midnight in Laval
  expect(await figures('2025-03-04', '2025-03-04')).toEqual([
    { language: 'ar', asked: 4, obtained: 3, notObtained: 1, dropped: 0, waiting: 0, medianWaitSeconds: 120 },
    { language: 'es-CO', asked: 1, obtained: 0, notObtained: 0, dropped: 1, waiting: 0, medianWaitSeconds: null },
    { language: 'ps', asked: 1, obtained: 0, notObtained: 0, dropped: 0, waiting: 1, medianWaitSeconds: null },
  ]);
  expect(await figures('2025-03-05', '2025-03-06')).toEqual([]);
});

test('asked twice for the same contact it is one wait; it ends once', async () => {
  const contact = newId();
  const both = await Promise.all([asks('2025-04-01T15:00:00Z', 'vi', contact), asks('2025-04-01T15:00:00Z', 'vi', contact)]);
  expect(both[0]!.interpretation).toEqual(both[1]!.interpretation);
  const { id } = both[0]!.interpretation;
  expect((await ends('2025-04-01T15:01:30Z', id)).interpretation).toEqual({
    id,
    contactKey: contact,
    language: 'vi',
    outcome: 'OBTAINED',
    waitSeconds: 90,
  });
  expect(await ends('2025-04-01T15:02:00Z', id, 'DROPPED')).toMatchObject({
    __typename: 'InterpretationNotFound',
    code: 'INTERPRETATION_HAS_ENDED',
  });
  expect((await asks('2025-04-01T15:03:00Z', 'vi', contact)).interpretation.id).not.toBe(id); // it fell, and is asked for again
});

test('what is no language, no contact or no period is refused, and who does not answer lines neither asks nor reads', async () => {
  const when = '2025-04-02T15:00:00Z';
  expect(await asks(when, 'arabic please')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await asks(when, 'ar', 'Madame Tremblay')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await ends(when, 'none')).toMatchObject({ code: 'INTERPRETATION_NOT_FOUND', field: 'interpretationId' });
  expect(await figures('2025-04-02', '2025-04-01')).toMatchObject({ code: 'BAD_USER_INPUT' });
  for (const who of [[], coordinator, ['PARTNER_EDITOR', pain]] as Who[]) {
    const code = who.length ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect([
      await asks(when, 'ar', newId(), who),
      await ends(when, pain, 'DROPPED', who),
      await figures('2025-04-01', '2025-04-02', who),
    ]).toMatchObject(Array(3).fill({ code }));
  }
});
