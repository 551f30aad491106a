import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { grantsOf } from '#libs/identity';
import { Actor, Clock, type Localized } from '#libs/kernel';
import { Links, Rate, TooManyRequests, type Transaction, UnitOfWork } from '#libs/platform';
import type { Bearer } from '../answering/take-words.ts';
import { Pins } from './pins.ts';
import { type HeldPoster, POSTER, PosterBook } from './poster-book.ts';
import { PosterNotValid } from './posters.refusals.ts';
import { forgiven, waitAfter } from './wrong-pins.ts';

/** A poster, as who shows its address may use it. */
export interface PosterShown extends Bearer {
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: Localized };
}

/** Whatever else a link allows: what a poster shows is what everybody sees. */
const allowed = new Set(['service:read', 'status:report']);

/** The poster that an address is for, and whether a number is its own. Whoever guesses is slowed down, wherever they do it from. */
@Injectable()
export class PostersByToken {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PosterBook) private readonly book: PosterBook,
    @Inject(Pins) private readonly pins: Pins,
    @Inject(Links) private readonly links: Links,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** `address`: from where it is shown. Null: it was revoked, or never was. */
  async find(token: string, address: string): Promise<PosterShown | null> {
    await this.rate.link(address);
    const link = await this.links.shown(POSTER, token);
    const poster = link && !link.ended ? await this.load(link.subject) : null;
    if (!poster) await this.rate.badLink(address);
    return poster;
  }

  async load(id: string): Promise<PosterShown | null> {
    const [row] = await this.db.query<{ organization: PosterShown['organization'] }[]>(
      `select jsonb_build_object('id', organization.id, 'name', jsonb_build_object('fr', name_fr, 'en', name_en)) as organization
       from outreach.poster join directory_published.organization on organization.id = poster.organization_id
       where poster.id = $1 and poster.revoked_at is null and not organization.confidential`,
      [id],
    );
    if (!row) return null;
    const organizationId = row.organization.id;
    const grants = grantsOf({ role: 'LINK', organizationId }).filter(({ permission }) => allowed.has(permission));
    const actor = new Actor({ id: `poster:${id}`, grants });
    return { id, organization: row.organization, organizationId, organizations: [organizationId], actor };
  }

  /** The same, for who types its number too. */
  async prove(token: string, pin: string, address: string): Promise<PosterShown> {
    const shown = await this.find(token, address);
    if (!shown) throw new PosterNotValid();
    if (await this.unitOfWork.run(tx => this.weigh(tx, shown.id, pin))) return shown;
    await this.rate.badLink(address);
    throw new PosterNotValid();
  }

  /** One number at a time: however many are typed at once, each is counted before the next is looked at. */
  private async weigh(tx: Transaction, id: string, pin: string): Promise<boolean> {
    const poster = await this.book.hold(tx, id);
    if (!poster) return false;
    const now = this.clock.now();
    if (poster.waitsUntil && poster.waitsUntil > now) throw new TooManyRequests(+poster.waitsUntil - +now);
    const before = await this.wrongThisWeek(poster, now);
    const right = await this.pins.takes(poster, pin, now);
    const wrong = right ? forgiven(before) : before + 1;
    if (!right || wrong !== poster.wrong) await this.count(tx, poster, wrong, right ? null : now);
    return right;
  }

  private async wrongThisWeek({ wrong, wrongAt }: HeldPoster, now: Date): Promise<number> {
    return wrongAt && wrongAt >= (await this.pins.week(now)).from ? wrong : 0;
  }

  private async count(tx: Transaction, { id }: HeldPoster, wrong: number, wrongAt: Date | null): Promise<void> {
    const wait = wrongAt ? waitAfter(wrong) : 0;
    await tx.manager.query('update outreach.poster set wrong = $2, wrong_at = coalesce($3, wrong_at), waits_until = $4 where id = $1', [
      id,
      wrong,
      wrongAt,
      wait > 0 ? new Date(this.clock.now().getTime() + wait) : null,
    ]);
  }
}
