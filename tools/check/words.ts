import { globSync, readFileSync } from 'node:fs';

const read = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
const flat = (words: object, under = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value as object, `${under}${key}.`) : [[`${under}${key}`, String(value)]],
  );
const places = (text: string) => (text.match(/\{{1,2}\w+\}{1,2}/g) ?? []).sort().join(' ');

/** The codes that refusals and the door use, as they stand in the code. */
function spokenCodes(): Set<string> {
  const sources = globSync('{libs,demo}/**/*.ts').filter(file => !/\.spec\.ts$|^libs\/schema/.test(file));
  return new Set(
    sources
      .flatMap(
        file => readFileSync(file, 'utf8').match(/'[A-Z][A-Z0-9]*(_[A-Z0-9]+)+'|'(FORBIDDEN|UNAUTHENTICATED|INTERNAL|UNAVAILABLE)'/g) ?? [],
      )
      .map(code => code.slice(1, -1)),
  );
}

/** Each file of words says the same things in both languages; the hub's say what the code asks for, and nothing else. */
export function wordFaults(): string[] {
  const faults: string[] = [];
  const spoken = spokenCodes();
  for (const file of [...globSync('{libs,demo}/**/*.fr.json'), ...globSync('apps/**/*.fr.json')].filter(
    name => !name.includes('node_modules'),
  )) {
    const [french, english] = [new Map(flat(read(file))), new Map(flat(read(file.replace('.fr.', '.en.'))))];
    for (const [key, text] of french) {
      if (key.endsWith('_many') && english.has(key.replace('_many', '_other'))) continue; // French has a plural for millions, English has not
      if (!english.has(key)) faults.push(`${file}: ${key} is missing in English`);
      else if (places(text) !== places(english.get(key)!)) faults.push(`${file}: ${key} leaves other places in English`);
      if (/ [:%$»]|« /.test(text)) faults.push(`${file}: ${key} may break its line before a French sign`);
      if (/^(libs|demo)\//.test(file) && !spoken.has(key)) faults.push(`${file}: nobody says ${key}`);
    }
    for (const key of english.keys()) if (!french.has(key)) faults.push(`${file}: ${key} is missing in French`);
  }
  return [...faults, ...refusalsWithoutWords()];
}

/** A refusal names its codes in its type: each must have words. */
function refusalsWithoutWords(): string[] {
  const known = new Set(globSync('{libs,demo}/**/*.fr.json').flatMap(file => Object.keys(read(file))));
  const faults: string[] = [];
  for (const file of globSync('{libs,demo}/**/*.ts').filter(name => !name.startsWith('libs/schema')))
    for (const [, codes] of readFileSync(file, 'utf8').matchAll(/extends Refusal<([^>]+)>/g))
      for (const code of codes!.match(/'(\w+)'/g) ?? [])
        if (!known.has(code.slice(1, -1))) faults.push(`${file}: ${code.slice(1, -1)} has no words`);
  return faults;
}
