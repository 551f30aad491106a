import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { isLoopback } from '../http/address.ts';
import { Settings } from '../settings/settings.ts';
import { TooManyRequests } from './too-many-requests.ts';

const MINUTE = 60;
const HOUR = 3_600;

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** How often one caller may ask. Plain requests are counted here, sign-in in the database, so that all hubs count as one. */
@Injectable()
export class Rate {
  private readonly requests: (address: string) => Limiter;
  private readonly tries: (address: string) => Limiter;
  private readonly linksFrom: (address: string) => Limiter;
  private readonly linksTo: Limiter;
  private readonly badLinks: (address: string) => Limiter;
  private readonly contradictions: (address: string) => Limiter;
  private readonly routingProblems: (address: string) => Limiter;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DataSource) private readonly db: DataSource,
  ) {
    const { limits } = settings;
    this.requests = this.byAddress('request', limits.requestsPerAddressPerMinute, MINUTE, inMemory);
    this.tries = this.byAddress('sign-in-try', limits.signInTriesPerAddressPerHour, HOUR, this.inDatabase);
    this.linksFrom = this.byAddress('sign-in-link-from', limits.signInLinksPerAddressPerHour, HOUR, this.inDatabase);
    this.badLinks = this.byAddress('bad-link', limits.badLinksPerAddressPerHour, HOUR, this.inDatabase);
    this.contradictions = this.byAddress('contradiction', limits.contradictionsPerAddressPerHour, HOUR, this.inDatabase);
    this.routingProblems = this.byAddress('routing-problem', limits.routingReportsPerAddressPerHour, HOUR, this.inDatabase);
    this.linksTo = this.inDatabase('sign-in-link-to', limits.signInLinksPerAccountPerHour, HOUR);
  }

  /** One more request of this address; throws `TooManyRequests` when it is one too many. */
  request(address: string): Promise<void> {
    return take(this.requests(address), address);
  }

  /** One more try to sign in from this address. */
  signInTry(address: string): Promise<void> {
    return take(this.tries(address), address);
  }

  /** One more sign-in link asked for from this address. */
  signInLinkFrom(address: string): Promise<void> {
    return take(this.linksFrom(address), address);
  }

  /** One more voice of nobody known, from this address. */
  contradiction(address: string): Promise<void> {
    return take(this.contradictions(address), address);
  }

  /** One more report of a call that did not arrive, by nobody known, from this address. */
  routingProblem(address: string): Promise<void> {
    return take(this.routingProblems(address), address);
  }

  /** Whether this address may show a link: whoever has shown too many that were none is not looked at. */
  async link(address: string): Promise<void> {
    const limiter = this.badLinks(address);
    const taken = await limiter.get(address);
    if (taken && taken.consumedPoints >= limiter.points) throw new TooManyRequests(taken.msBeforeNext);
  }

  /** One more link that is none. */
  async badLink(address: string): Promise<void> {
    await take(this.badLinks(address), address).catch((error: unknown) => {
      if (!(error instanceof TooManyRequests)) throw error; // the next one is told
    });
  }

  /** Whether one more link may go to this account; the caller is told nothing of it. */
  async signInLinkTo(accountId: string): Promise<boolean> {
    try {
      await take(this.linksTo, accountId);
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  private byAddress(name: string, points: number, seconds: number, make: (name: string, points: number, seconds: number) => Limiter) {
    const visitors = make(name, points, seconds);
    const local = inMemory(`${name}-local`, points * this.settings.limits.loopbackFactor, seconds);
    return (address: string) => (isLoopback(address) ? local : visitors);
  }

  private readonly inDatabase = (keyPrefix: string, points: number, duration: number): Limiter =>
    new RateLimiterPostgres({
      storeClient: this.db,
      storeType: 'typeorm',
      schemaName: 'platform',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix,
      points,
      duration,
      inMemoryBlockOnConsumed: points + 1, // a caller who is blocked costs the database nothing more
      insuranceLimiter: inMemory(keyPrefix, points, duration), // while the database is away
    });
}

const inMemory = (keyPrefix: string, points: number, duration: number): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix, points, duration });

async function take(limiter: Limiter, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooManyRequests(refused.msBeforeNext);
    throw refused;
  }
}
