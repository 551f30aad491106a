import { globSync, readFileSync } from 'node:fs';

/** A room's tables and functions are its own: others read what it publishes, and nothing else. Migrations may refer to a lower room's keys. */
export function tableFaults(): string[] {
  const own = new Map<string, string>();
  for (const file of globSync('migrations/*.ts'))
    for (const [, room, name] of readFileSync(file, 'utf8').matchAll(/create (?:table|function) ([a-z]+)\.([a-z_]+)/g))
      own.set(`${room}.${name}`, room!);
  return globSync(['libs/*/**/*.ts', 'demo/**/*.ts', 'apps/{hub,cli}/**/*.ts'])
    .filter(file => !file.endsWith('.spec.ts'))
    .flatMap(file => {
      const room = /^(?:libs\/)?([a-z]+)\//.exec(file)?.[1];
      const named = readFileSync(file, 'utf8').match(/\b[a-z]+\.[a-z_]+\b/g) ?? [];
      return [...new Set(named)]
        .filter(name => own.has(name) && own.get(name) !== room)
        .map(name => `${file} reads ${name}, which is ${own.get(name)}'s own.`);
    });
}
