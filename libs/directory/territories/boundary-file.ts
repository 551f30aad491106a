import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnreadableSource } from '../hsds/hsds-source.ts';

const MOST_BYTES = 128 * 2 ** 20;
/** Where files say which territory they draw; what stands in none of these was not meant as its name. */
const NAMING = ['territory', 'code', 'name_fr', 'nom_fr', 'nom', 'name', 'NOM', 'NAME', 'Nom', 'Name'];

export interface Feature {
  readonly geometry: unknown;
  /** What it may be called, the surest first. */
  readonly names: readonly string[];
}

/** The features of a GeoJSON file; nothing of their geometries is checked. */
export async function featuresOf(path: string, property?: string): Promise<Feature[]> {
  const file = basename(path);
  const what = await stat(path).catch(() => null);
  if (!what?.isFile()) throw new UnreadableSource('SOURCE_NOT_FOUND', { file: path });
  if (what.size > MOST_BYTES) throw new UnreadableSource('SOURCE_TOO_LARGE', { file });
  const { type, features } = parsed(await readFile(path), file);
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw new UnreadableSource('SOURCE_NOT_GEOJSON', { file });
  return features.map((feature: unknown) => {
    const { geometry, properties } = (feature ?? {}) as { geometry?: unknown; properties?: Record<string, unknown> | null };
    const named = (property ? [property] : NAMING).map(name => properties?.[name]);
    return { geometry, names: named.filter(name => typeof name === 'string' && name !== '') as string[] }; // as filtered
  });
}

function parsed(bytes: Buffer, file: string): { type?: unknown; features?: unknown } {
  try {
    return (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {}) as object;
  } catch (error) {
    throw new UnreadableSource('SOURCE_NOT_JSON', { file, reason: (error as Error).message });
  }
}
