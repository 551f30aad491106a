// `npm run generate`: types made from every room's SDL, for the hub (libs/schema) and the web (its documents).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { configs, made } from './configs.ts';

for (const config of await configs())
  for (const { filename, content } of await made(config)) {
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, content);
  }
