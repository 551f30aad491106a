import { existsSync, readFileSync } from 'node:fs';
import { configs, made } from '../generate/configs.ts';

/** What is generated is as the SDL and the documents would make it now. */
export async function generatedFaults(): Promise<string[]> {
  const stale: string[] = [];
  for (const config of await configs())
    for (const { filename, content } of await made(config))
      if (!existsSync(filename) || readFileSync(filename, 'utf8') !== content) stale.push(`${filename} is stale: npm run generate`);
  return stale;
}
