import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NewerNews } from './newer-news.ts';

const at = (n: number) => `e.${String(n).padStart(3, '0')}`;
const service = (state: string | number, id = 's1') => ({ __typename: 'Service', id, status: { __typename: 'ServiceStatus', state } });
const stateIn = (data: { service: { status: { state: unknown } } }) => data.service.status.state;
const news = (position: number, state: string | number = position) => ({
  serviceStatusChanged: { position: at(position), service: service(state) },
});

describe('an answer and news of the same service', () => {
  test('an answer that news has overtaken says what the news said', () => {
    const newer = new NewerNews();
    const { asked } = newer;
    newer.told(news(12, 'CLOSED'));
    const answer = { answer: { report: { position: at(11), service: service('OPEN') } } };
    expect(newer.answered(answer, asked).answer.report.service.status).toMatchObject({ state: 'CLOSED' });
  });
  test('what was asked after the news is newer than it, whatever position it carries', () => {
    const newer = new NewerNews();
    newer.told(news(12, 'CLOSED'));
    expect(stateIn(newer.answered({ service: service('OPEN') }, newer.asked))).toBe('OPEN');
  });
  test('news of before the answer does not undo it', () => {
    const newer = new NewerNews();
    newer.answered({ position: at(15), service: service('FULL') }, newer.asked);
    expect(newer.told(news(15, 'OPEN')).serviceStatusChanged.service.status.state).toBe('FULL');
    expect(newer.told(news(16, 'OPEN')).serviceStatusChanged.service.status.state).toBe('OPEN');
  });
  test('of another service is let alone, and so is what only the answer has', () => {
    const newer = new NewerNews();
    newer.told(news(12, 'CLOSED'));
    const answer = { position: at(11), list: [service('OPEN', 's2'), { ...service('OPEN'), name: 'Kitchen' }] };
    expect(newer.answered(answer, '')).toEqual({
      position: at(11),
      list: [service('OPEN', 's2'), { ...service('CLOSED'), name: 'Kitchen' }],
    });
  });
  test('in whatever order they come, a screen never goes back', () => {
    const come = fc.array(fc.record({ position: fc.integer({ min: 1, max: 99 }), isNews: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(come, all => {
        const newer = new NewerNews();
        let shown = 0;
        for (const { position, isNews } of all) {
          const said = isNews
            ? newer.told(news(position)).serviceStatusChanged.service.status.state
            : stateIn(newer.answered({ position: at(position), service: service(position) }, ''));
          expect(said).toBe(Math.max(shown, position));
          shown = Number(said);
        }
      }),
    );
  });
});
