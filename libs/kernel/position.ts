/** `<epoch>.<19 zero-padded digits>`: a place in the log; compares as text. */
export type Position = string;

const shape = /^\d{14}\.\d{19}$/;

export const isPosition = (text: unknown): text is Position => typeof text === 'string' && shape.test(text);

export function positionAfter(position: Position, steps: number): Position {
  const [epoch, count] = position.split('.') as [string, string];
  return `${epoch}.${(BigInt(count) + BigInt(steps)).toString().padStart(19, '0')}`;
}
