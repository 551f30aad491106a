/** A message was one of ours and is done; is none of ours; or is read again the next time. */
export type Took = 'TAKEN' | 'NOT_OURS' | 'LATER';

/** From where what came back is read. */
export interface BounceSource {
  /** Each message that waits. What was taken is removed there, what is none of ours is laid aside for a person to look at. */
  read(take: (raw: Buffer) => Promise<Took>, stopped: () => boolean): Promise<void>;
}

/** A report is some kilobytes, and brings its letter back. */
export const LARGEST = 2 * 1024 * 1024;
