// A mail server on loopback that takes whatever comes, as fast as it can.
import { writeFileSync } from 'node:fs';
import { MailSink } from '../../tests/support/mail-sink.ts';

const sink = await MailSink.listening();
let [wanted, since] = [Infinity, 0];
sink.answerTo = () => {
  if (sink.taken.length === wanted) process.send?.({ all: true, ms: performance.timeOrigin + performance.now() - since });
  return undefined;
};
process.on('message', (told: { expect?: number; keep?: string }) => {
  if (told.keep) writeFileSync(told.keep, JSON.stringify(sink.taken.map(({ to, from, raw }) => ({ to, from, raw }))));
  if (told.expect) {
    sink.taken.splice(0);
    [wanted, since] = [told.expect, performance.timeOrigin + performance.now()];
  }
  process.send?.({ done: true });
});
process.once('disconnect', () => process.exit());
process.send?.({ address: sink.url });
