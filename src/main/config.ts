// Reads the environment, once, and says in a sentence what is wrong with it. Nothing else in the
// house looks at the environment.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Config = {
  /** PostgreSQL when there is one; else the embedded database, which is evaluation mode. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  /** Who runs the server, as the foot of every page says. */
  readonly runBy: string;
  readonly secret: string;
  readonly policy: string;
  readonly evaluation: boolean;
  readonly seed: boolean;
};

/** A mistake in the environment: the message says what to do. */
export class ConfigError extends Error {}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The oldest Node that has what the house needs (Temporal). */
export function assertNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 26) {
    throw new ConfigError(`This is Node ${process.versions.node}; start Endwell with npm start.`);
  }
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env.DATABASE_URL || null;
  const dataDir = resolve(env.ENDWELL_DATA ?? `${root}data`);
  const port = portOf(env.PORT ?? '3000');
  const evaluation = databaseUrl === null || env.ENDWELL_MODE === 'evaluation';
  return {
    databaseUrl,
    dataDir,
    host: env.HOST ?? '127.0.0.1',
    port,
    runBy: env.ENDWELL_RUN_BY ?? (evaluation ? 'somebody trying it out' : 'its operator'),
    origin: env.ENDWELL_ORIGIN ?? `http://localhost:${port}`,
    secret: secretOf(env.ENDWELL_SECRET, databaseUrl, dataDir),
    policy: env.ENDWELL_POLICY ?? 'standard',
    evaluation,
    seed: evaluation && env.ENDWELL_SEED !== 'no',
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`PORT is ${text}; it must be a number from 0 to 65535.`);
}

function secretOf(given: string | undefined, url: string | null, dataDir: string): string {
  if (given !== undefined && given.length >= 32) return given;
  if (given !== undefined) {
    throw new ConfigError('ENDWELL_SECRET is too short; give it at least 32 characters.');
  }
  if (url !== null) {
    throw new ConfigError('Set ENDWELL_SECRET to at least 32 random characters and keep it.');
  }
  const file = `${dataDir}/secret`;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dirname(file), { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
