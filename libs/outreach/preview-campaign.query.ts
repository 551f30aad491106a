import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, type Language, languages, UserInputError } from '#libs/kernel';
import { Settings } from '#libs/platform';
import type { CampaignPreview, PlanCampaignInput, QueryPreviewCampaignArgs } from '#libs/schema';
import { Audience } from './audience.query.ts';
import { saidOf } from './given.ts';
import { letterOf } from './letter.ts';
import { type Addressed, addressed } from './letter-facts.query.ts';
import { InvalidCampaign } from './campaigns.refusals.ts';

/** What is shown where a recipient's own link stands. */
const NO_TOKEN = 'apercu';
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** `previewCampaign`: the letter as one of the audience would get it now. */
@Injectable()
export class PreviewCampaign {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Audience) private readonly audience: Audience,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { input, organizationId, language: asked }: QueryPreviewCampaignArgs): Promise<CampaignPreview> {
    const said = saidOrRefused(input);
    const wanted = organizationId == null ? null : (idFrom(organizationId) ?? NOBODY);
    const one = await this.audience.one(actor, input.filter, wanted);
    if (!one && wanted) throw new UserInputError('`organizationId`: it is not in this audience, or nobody can write to it.');
    const addressee = one ? await this.addressee(one.through, Object.values(one.services).flat()) : await this.nobody();
    const language = languageOf(asked) ?? one?.language ?? 'fr';
    const asking = {
      subject: { fr: said.subject_fr, en: said.subject_en },
      message: { fr: said.message_fr, en: said.message_en },
      question: { fr: said.question_fr, en: said.question_en },
      facts: said.facts,
      asksCapacity: said.asks_capacity,
      dueAt: input.dueAt,
    };
    const letter = letterOf(asking, addressee, language, { link: `${this.settings.publicUrl ?? ''}/r/${NO_TOKEN}`, reminder: false });
    return {
      ...letter,
      language,
      organization: one ? ({ id: one.through, name: addressee.organization } as CampaignPreview['organization']) : null,
    };
  }

  private async addressee(through: string, services: readonly string[]): Promise<Addressed> {
    const [found] = await addressed(this.db, [{ key: through, through, contact: null, services }], this.clock.now());
    return found!; // it was just selected
  }

  private async nobody(): Promise<Addressed> {
    const [{ zone }] = await this.db.query<[{ zone: string }]>('select time_zone as zone from directory_published.region');
    return { key: '', organization: {}, email: null, zone, services: [] };
  }
}

function languageOf(asked: string | null | undefined): Language | null {
  if (asked == null) return null;
  const known = languages.find(each => each === asked);
  if (!known) throw new UserInputError('`language` is fr or en.');
  return known;
}

function saidOrRefused(input: PlanCampaignInput) {
  try {
    return saidOf(input, false);
  } catch (error) {
    if (error instanceof InvalidCampaign) throw new UserInputError(`\`${error.field}\`: ${error.code}`);
    throw error;
  }
}
