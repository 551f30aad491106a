import { ChangeCrisisPhase, DeclareLocalEmergency, OpenCrisis, SetFreshness, SetInstruction, SetMission } from '#libs/crises';
import type { Actor } from '#libs/kernel';
import { SetN11Guidance } from '#libs/lines';
import type { CrisisPhase } from '#libs/schema';
import { organizationId } from '../load-people.ts';
import type { Step, Then } from '../then.ts';
import type { Days } from './days.ts';
import { redFlags } from './lines.ts';
import { instructions, missions, outage } from './outage.ts';

export const STRUCK = 5; // days ago
const CITY = 'Ville de Laval – Police, Sécurité civile';

/** Since how many days the power is out in a town. */
export const darkSince = (town: string): number | null => outage.dark[town] ?? null;

/** The outage, and before it a drill, as who coordinates wrote them down. */
export function crisisSteps(at: Days, coordinator: Actor): Step[] {
  const [drill, crisis] = [new Written(coordinator), new Written(coordinator)];
  const to =
    (phase: CrisisPhase, reason: string, ...towns: string[]) =>
    (then: Then) =>
      crisis.change(then, phase, reason, towns);
  const steps: Step[] = [
    { at: at(13, 9, 0), run: then => drill.open(then, outage.drill) },
    { at: at(12, 16, 0), run: then => drill.change(then, 'CLOSED', 'Fin de l’exercice.') },
    { at: at(STRUCK + 1, 16, 40), run: then => crisis.open(then, { ...outage.crisis, lead: organizationId(CITY) }) },
    {
      at: at(STRUCK, 6, 20),
      run: to(
        'RESPONSE',
        'Plus de 20 000 foyers sans électricité; retour non prévu.',
        'laval-ouest',
        'sainte-dorothee',
        'laval-sur-le-lac',
      ),
    },
    { at: at(STRUCK, 6, 30), run: then => crisis.limits(then) },
    { at: at(STRUCK, 8, 0), run: then => crisis.emergency(then, ['laval-ouest', 'sainte-dorothee'], at(-4, 8)) },
    { at: at(STRUCK, 9, 10), run: then => crisis.assign(then) },
    { at: at(STRUCK - 1, 7, 15), run: to('RESPONSE', 'La panne s’étend vers l’est.', 'fabreville', 'iles-laval') },
    { at: at(STRUCK - 1, 7, 20), run: to('ALERT', 'Les lieux d’accueil de Chomedey se remplissent.', 'chomedey') },
    { at: at(STRUCK - 1, 10, 0), run: then => crisis.instruct(then, at(-3, 18)) },
    { at: at(1, 15, 5), run: to('RECOVERY', 'Courant rétabli partout.', 'laval-sur-le-lac') },
  ];
  return steps.map(step => ({ ...step, changesLimits: true }));
}

/** One crisis, by who wrote it down. */
class Written {
  private crisisId = '';

  constructor(private readonly actor: Actor) {}

  async open({ rooms }: Then, { lead, areas, ...crisis }: typeof outage.crisis & { lead?: string }): Promise<void> {
    const led = areas.map(area => ({ ...area, leadOrganizationId: lead }));
    ({ crisisId: this.crisisId } = await rooms.get(OpenCrisis).run(this.actor, { ...crisis, areas: led }));
  }

  async change(then: Then, phase: CrisisPhase, reason: string, towns: readonly string[] = []): Promise<void> {
    const areas = towns.length > 0 ? await this.areasIn(then, towns) : [undefined];
    for (const areaId of areas) await then.rooms.get(ChangeCrisisPhase).run(this.actor, { crisisId: this.crisisId, areaId, phase, reason });
  }

  async limits({ rooms }: Then): Promise<void> {
    for (const limit of outage.limits) await rooms.get(SetFreshness).run(this.actor, { crisisId: this.crisisId, ...limit });
  }

  async emergency(then: Then, towns: readonly string[], until: Date): Promise<void> {
    for (const areaId of await this.areasIn(then, towns))
      await then.rooms.get(DeclareLocalEmergency).run(this.actor, { crisisId: this.crisisId, areaId, until });
  }

  async assign({ rooms }: Then): Promise<void> {
    for (const [organization, ...texts] of missions)
      await rooms.get(SetMission).run(this.actor, {
        crisisId: this.crisisId,
        organizationId: organizationId(organization),
        texts: texts.map(([fr, en]) => ({ fr, en })),
      });
  }

  async instruct({ rooms }: Then, validUntil: Date): Promise<void> {
    await rooms.get(SetN11Guidance).run(this.actor, { ...redFlags, crisisId: this.crisisId });
    for (const { owner, ...instruction } of instructions)
      await rooms.get(SetInstruction).run(this.actor, {
        crisisId: this.crisisId,
        ownerOrganizationId: organizationId(owner),
        validUntil,
        ...instruction,
      });
  }

  private async areasIn({ manager }: Then, towns: readonly string[]): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from crises_published.area where crisis_id = $1 and territory_code = any($2) order by territory_code',
      [this.crisisId, towns],
    );
    return rows.map(({ id }) => id);
  }
}
