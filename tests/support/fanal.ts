import { spawn } from 'node:child_process';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run fanal -- …` on this database, in French. */
export function fanal(databaseUrl: string, ...args: string[]): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, FANAL_DEMO: '1', LC_ALL: 'fr_CA.UTF-8' };
  const child = spawn('node', ['tools/run.mjs', 'apps/cli/main.ts', ...args], { env });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
  return new Promise(done => child.on('close', code => done({ code, out: text(out), err: text(err) })));
}
