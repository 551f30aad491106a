import { v5, v7, validate } from 'uuid';

const SOURCES = '5f0c7a52-2f0a-5d8e-9d0b-6e1f5a3c4b21';

/** A UUID v7: in the order of time, so that indexes grow at one end. */
export const newId = (): string => v7();

/** The id as PostgreSQL takes it; null for what cannot be one, which then is "not found". */
export function idFrom(text: string | null | undefined): string | null {
  return text && validate(text) ? text.toLowerCase() : null;
}

/** The same id each time for what a source calls so: itself where it is a UUID, else a v5 of source, kind and name. */
export const idFromSource = (source: string, kind: string, id: string): string => idFrom(id) ?? v5(`${source} ${kind} ${id}`, SOURCES);
