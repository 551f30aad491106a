import { expect, test } from '@jest/globals';
import { openLog } from './log.ts';

function lines(write: (log: ReturnType<typeof openLog>) => void): string {
  const written: string[] = [];
  write(openLog('trace', { write: line => void written.push(line) }));
  return written.join('');
}

test('no line holds an address or a key, however it came there', () => {
  const token = 'Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmF';
  const text = lines(log => {
    log.info({ email: 'marie@exemple.ca', token, cookie: 'sid=1', request: { authorization: 'Bearer x', secret: 's3cr3t' } }, 'fields');
    log.error(new Error(`duplicate key (email)=(Marie.Tremblay+211@exemple.qc.ca) with ${token}`));
    log.warn(`Bearer ${token} sid=${token}; __Host-sid=${token}`);
    log.warn('connect postgres://fanal:hunter2@127.0.0.1:5432/fanal failed');
  });
  for (const secret of ['marie@', 'Tremblay', 'exemple', token, 's3cr3t', 'hunter2', 'Bearer x']) expect(text).not.toContain(secret);
  expect(text.trim().split('\n')).toHaveLength(4);
  for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});
