import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Prepared } from './prepared.ts';

type Asked = { name?: string; text: string };

function listening(): { prepared: Prepared; asked: Asked[] } {
  const asked: Asked[] = [];
  const master = { query: (statement: Asked) => (asked.push(statement), Promise.resolve({ rows: [] })) };
  return { prepared: new Prepared({ driver: { master } } as unknown as DataSource), asked };
}

test('what is asked a third time has a name from then on, and keeps it', async () => {
  const { prepared, asked } = listening();
  for (let time = 0; time < 5; time++) await prepared.query('select 1', []);
  expect(asked.map(({ name }) => name)).toEqual([undefined, undefined, 'read_0', 'read_0', 'read_0']);
});

test('two statements never share a name', async () => {
  const { prepared, asked } = listening();
  for (const text of ['select 1', 'select 2', 'select 1', 'select 2', 'select 1', 'select 2']) await prepared.query(text, []);
  expect(asked.slice(-2).map(({ name }) => name)).toEqual(['read_0', 'read_1']);
});

test('however many statements somebody makes up, a connection keeps few plans', async () => {
  const { prepared, asked } = listening();
  for (let n = 0; n < 1_000; n++) for (let time = 0; time < 4; time++) await prepared.query(`select ${n}`, []);
  expect(new Set(asked.map(({ name }) => name)).size).toBe(65); // sixty-four, and none
});

test('what is to be planned anew has no name', async () => {
  const { prepared, asked } = listening();
  for (let time = 0; time < 5; time++) await prepared.query('select 1', [], { anew: true });
  expect(asked.every(({ name }) => name === undefined)).toBe(true);
});
