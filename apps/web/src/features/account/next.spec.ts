import { expect, test } from '@jest/globals';
import { safeNext } from './next.ts';

const to = (next: string) => safeNext(new URLSearchParams({ next }), 'https://fanal.test');

test('goes back where the person was', () => expect(to('/my-services?change=s1')).toBe('/my-services?change=s1'));
test.each(['https://evil.test/', '//evil.test/', '/\\evil.test', 'javascript:alert(1)', '', '/sign-in', '/sign-in/link'])(
  'never to %s',
  next => expect(to(next)).toBeNull(),
);
