import { expect, test } from '@jest/globals';
import { exportAddress } from './export-address.ts';

test('the file is of exactly what the list is of', () =>
  expect(
    decodeURIComponent(
      exportAddress(
        'csv',
        {
          text: 'épicerie & pain',
          territory: 'pont-viau',
          categories: ['food'],
          states: ['OPEN', 'FULL'],
          toConfirm: true,
          near: { latitude: 45.5, longitude: -73.7, withinKm: 5 },
          serving: { latitude: 45.5, longitude: -73.7 },
        },
        'fr',
      ),
    ),
  ).toBe(
    '/exports/services.csv?lang=fr&sort=RELEVANCE&text=épicerie+&+pain&territory=pont-viau&categories=food&states=OPEN,FULL&toConfirm=1&near=45.5,-73.7,5&serving=45.5,-73.7',
  ));
