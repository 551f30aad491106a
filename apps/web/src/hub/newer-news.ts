/** What is said of a service that news may outrun. */
const outrun = ['status', 'statusByLocation'] as const;
type Outrun = (typeof outrun)[number];
type Known = Partial<Record<Outrun, { position: string; said: unknown }>>;
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The position that an answer carries: of the whole, of a change, of a report. */
function positionIn(data: Fields): string | null {
  for (const [name, value] of Object.entries(data)) {
    if (name === 'position' && typeof value === 'string') return value;
    if (!isFields(value)) continue;
    const inside = typeof value['position'] === 'string' ? value['position'] : isFields(value['report']) && value['report']['position'];
    if (typeof inside === 'string') return inside;
  }
  return null;
}

/** Of what is said of a service, the highest position wins, however answers and news overtake each other (docs/decisions/newer-news-wins.md). */
export class NewerNews {
  private readonly known = new Map<string, Known>();
  private seen = '';

  /** Asked now, the hub answers from here on at the earliest. */
  get asked(): string {
    return this.seen;
  }

  answered<D>(data: D, asked: string): D {
    if (!isFields(data)) return data;
    const carried = positionIn(data) ?? '';
    return this.take(data, carried > asked ? carried : asked, false) as D;
  }

  /** The hub answers at its position or later, and tells of a position what held then: the answer wins over news of the same one. */
  told<D>(data: D): D {
    return isFields(data) ? (this.take(data, positionIn(data) ?? this.seen, true) as D) : data;
  }

  private take(data: unknown, position: string, isNews: boolean): unknown {
    if (position > this.seen) this.seen = position;
    const look = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(look);
      if (!isFields(value)) return value;
      const fields = Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, look(inside)]));
      return value['__typename'] === 'Service' && typeof value['id'] === 'string'
        ? this.newest(value['id'], fields, position, isNews)
        : fields;
    };
    return look(data);
  }

  private newest(id: string, service: Fields, position: string, isNews: boolean): Fields {
    const known = this.known.get(id) ?? {};
    this.known.set(id, known);
    for (const name of outrun) {
      if (!(name in service)) continue;
      const before = known[name];
      const older = before && (isNews ? position <= before.position : position < before.position);
      if (older) service[name] = isFields(before.said) ? { ...(service[name] as Fields), ...before.said } : before.said;
      else known[name] = { position, said: service[name] };
    }
    return service;
  }
}
