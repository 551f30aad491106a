// `.env`, read before anything else can be installed; hence by us. What the environment says wins.
import { existsSync, readFileSync } from 'node:fs';

export function readSettingsFile(file = '.env') {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parse(readFileSync(file, 'utf8')))) process.env[name] ??= value;
}

/** Lines of NAME=value; quotes are optional, what follows ` #` outside of them is a comment. */
export function parse(text) {
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, rest] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? [];
    if (!name) continue;
    const [, quote, quoted] = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(rest) ?? [];
    if (quote) settings[name] = quote === '"' ? quoted.replaceAll('\\n', '\n') : quoted;
    else settings[name] = rest.replace(/(^|\s)#.*$/, '').trim();
  }
  return settings;
}
