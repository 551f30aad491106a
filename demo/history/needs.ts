import { AcknowledgeGap, AddressGap, AnswerGap, AssignGap, CloseGap, CommitToGap, DeliverCommitment, RecordContact } from '#libs/needs';
import laval from '../laval.json' with { type: 'json' };
import { organizationId, type People } from '../load-people.ts';
import { Seeded } from '../region/seeded.ts';
import type { Step, Then } from '../then.ts';
import type { Days } from './days.ts';
import { COMPTOIR, MOISSON, needsTold, type ToldNeed, type ToldStep } from './needs-told.ts';

const MET = 24;
const MINUTE = 60_000;

/** Three weeks of calls: what nobody could offer, what was done about it, and some who found what they asked for. */
export function needSteps(people: People, at: Days, now: Date): Step[] {
  return [...needsTold.flatMap(need => [...requests(need, people, at, now), ...taken(need, people, at)]), ...met(people, at)];
}

function requests(need: ToldNeed, { counsellor }: People, at: Days, now: Date): Step[] {
  const random = new Seeded(`need ${need.kind} ${need.town}`);
  const days = Array.from({ length: need.since + 1 }, (_, ago) => ago);
  const ended = need.steps?.find(({ step }) => step === 'close' || step === 'address')?.ago ?? -1;
  const weight = (ago: number) => (ago <= ended ? 0 : need.goes === 'even' ? 1 : need.goes === 'up' ? need.since + 2 - ago : ago + 1);
  const calls = Array.from({ length: need.requests }, (_, n) => {
    const ago = n === 0 ? need.since : random.weighed(days, weight);
    const moment = n === 0 ? at(ago, 7, random.whole(0, 59)) : at(ago, random.whole(8, 17), random.whole(0, 59));
    return moment < now ? moment : new Date(+now - random.whole(40, 600) * MINUTE);
  });
  return calls.map(moment => {
    const outcome = { outcome: 'UNMET' as const, unmetReason: random.one(need.reasons) };
    const caller = { ageGroup: random.one(need.ages), municipality: 'laval', neighbourhood: need.town };
    const calledBefore = random.chance(0.15);
    const language = random.one(need.languages);
    return {
      at: moment,
      run: async (then: Then) => {
        const crisisId = need.ofEvent ? await outageIn(then) : null;
        await then.rooms.get(RecordContact).run(counsellor, {
          ...{
            line: 'PHONE_211',
            callerIs: random.chance(0.8) ? 'SELF' : 'RELATIVE',
            calledBefore,
            language,
            interpreted: language === 'ht',
          },
          ...{ startedAt: new Date(+moment - 6 * MINUTE), endedAt: moment, caller, crisisId },
          needs: [{ category: need.category, kind: need.kind, ...outcome }],
        });
      },
    };
  });
}

/** Who found what they asked for: pointed to the counters, which are asked whether it is still so. */
function met({ counsellor }: People, at: Days): Step[] {
  const random = new Seeded('needs met');
  const services = laval.services.filter(({ organization_id: whose }) =>
    laval.organizations.some(({ id, name }) => id === whose && (name === MOISSON || name === COMPTOIR)),
  );
  return Array.from({ length: MET }, () => {
    const moment = at(random.whole(0, 6), random.whole(8, 17), random.whole(0, 59));
    const { id } = random.one(services);
    return {
      at: moment,
      run: ({ rooms }: Then) =>
        rooms.get(RecordContact).run(counsellor, {
          ...{ line: random.one(['PHONE_211', 'CHAT_211'] as const), startedAt: new Date(+moment - 4 * MINUTE), endedAt: moment },
          ...{
            language: 'fr',
            interpreted: false,
            caller: { municipality: 'laval', neighbourhood: random.one(['pont-viau', 'chomedey']) },
          },
          needs: [{ category: 'food', kind: 'FOOD_AID', outcome: 'MET', references: [id] }],
        }),
    };
  });
}

function taken(need: ToldNeed, people: People, at: Days): Step[] {
  return (need.steps ?? []).map((told, n) => ({ at: at(told.ago, told.hour, 10 + n), run: then => take(then, need, told, people) }));
}

async function take(then: Then, need: ToldNeed, told: ToldStep, { coordinator, partner }: People): Promise<void> {
  const { rooms } = then;
  const gapId = await gapOf(then, need);
  const { note } = told;
  if (told.step === 'acknowledge') await rooms.get(AcknowledgeGap).run(coordinator, { gapId, note });
  else if (told.step === 'close') await rooms.get(CloseGap).run(coordinator, { gapId, note });
  else if (told.step === 'address') {
    const serviceId = laval.services.find(({ name }) => name === told.service)?.id ?? null;
    await rooms.get(AddressGap).run(coordinator, { gapId, serviceId, note });
  } else {
    const whose = organizationId(told.organization);
    if (told.step === 'assign') await rooms.get(AssignGap).run(coordinator, { gapId, organizationId: whose, note });
    else if (told.step === 'answer') await rooms.get(AnswerGap).run(partner, { gapId, organizationId: whose, answer: told.answer, note });
    else {
      const { quantity, unit, per, delivered } = told;
      await rooms.get(CommitToGap).run(partner, { gapId, organizationId: whose, quantity, unit, per, note });
      const commitmentId = await commitmentTo(then, gapId);
      if (delivered) await rooms.get(DeliverCommitment).run(partner, { commitmentId, quantity: delivered });
    }
  }
}

async function outageIn({ manager }: Then): Promise<string> {
  const [crisis] = await manager.query<{ id: string }[]>(
    `select id from crises_published.crisis where nature = 'OUTAGE' and not exercise order by opened_at desc limit 1`,
  );
  return crisis!.id; // opened before
}

async function gapOf({ manager }: Then, { kind, town }: ToldNeed): Promise<string> {
  const [gap] = await manager.query<{ id: string }[]>(
    'select id from needs_published.gap where kind = $1 and territory = $2 order by opened_at desc limit 1',
    [kind, town ?? 'laval'],
  );
  return gap!.id; // asked for before
}

async function commitmentTo({ manager }: Then, gapId: string): Promise<string> {
  const [commitment] = await manager.query<{ id: string }[]>(
    'select id from needs_published.commitment where gap_id = $1 order by made_at desc limit 1',
    [gapId],
  );
  return commitment!.id; // just made
}
