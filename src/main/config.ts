// Reads the environment, once, and says in a sentence what is wrong with it. Nothing else in the
// house looks at the environment.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataDirectoryInUse } from '../store/embedded/lock.ts';
import { StrangeHistory } from '../store/migrate.ts';
import { RulesAreTooOld } from '../store/policies.ts';

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
  /** The name of one of policies/, or the path of another file. */
  readonly policy: string;
  readonly evaluation: boolean;
  readonly seed: boolean;
  /** Where mail is handed to; null keeps it here, for the mailbox page. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A mistake in what surrounds the house: the message says what to do. */
export class ConfigError extends Error {}

/** What a person can put right, as a sentence; null for mistakes of ours. */
export function sentenceFor(error: unknown): string | null {
  const kinds = [ConfigError, DataDirectoryInUse, StrangeHistory, RulesAreTooOld];
  return error instanceof Error && kinds.some((kind) => error instanceof kind)
    ? error.message
    : null;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The oldest Node that has what the house needs (Temporal). */
export function assertNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 26) {
    throw new ConfigError(`This is Node ${process.versions.node}; start Endwell with npm start.`);
  }
}

/** A variable that is empty counts as one that is not set. */
export function readConfig(given: Environment): Config {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const databaseUrl = env.DATABASE_URL === undefined ? null : databaseOf(env.DATABASE_URL);
  const port = portOf(env.PORT ?? '3000');
  const evaluation = isEvaluation(env.ENDWELL_MODE, databaseUrl);
  const policy = policyOf(env.ENDWELL_POLICY ?? 'standard');
  const origin = originOf(env.ENDWELL_ORIGIN ?? `http://localhost:${port}`);
  const seed = oneOf('ENDWELL_SEED', env.ENDWELL_SEED ?? 'yes', ['yes', 'no']) === 'yes';
  const dataDir = dataDirOf(env.ENDWELL_DATA);
  return {
    databaseUrl,
    dataDir,
    host: env.HOST ?? '127.0.0.1',
    port,
    runBy: env.ENDWELL_RUN_BY ?? (evaluation ? 'somebody trying it out' : 'its operator'),
    origin,
    secret: secretOf(env.ENDWELL_SECRET, databaseUrl, dataDir),
    policy,
    evaluation,
    seed: evaluation && seed,
    smtp: smtpOf(env.ENDWELL_SMTP_URL, env.ENDWELL_MAIL_FROM),
  };
}

/** The address may hold a password, so it is never told again. */
function smtpOf(text: string | undefined, from: string | undefined): Config['smtp'] {
  if (text === undefined && from === undefined) return null;
  if (text === undefined || from === undefined) {
    throw new ConfigError('Set ENDWELL_SMTP_URL and ENDWELL_MAIL_FROM together, or neither.');
  }
  const url = URL.parse(text);
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new ConfigError('ENDWELL_SMTP_URL must look like smtp://user:password@host:587.');
  }
  if (/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(from)) {
    return { url: text, from };
  }
  throw new ConfigError(
    `ENDWELL_MAIL_FROM is ${from}; it must be an address such as Endwell <mail@endwell.example>.`,
  );
}

function oneOf(name: string, text: string, words: readonly string[]): string {
  if (words.includes(text)) return text;
  throw new ConfigError(`${name} is ${text}; it must be ${words.join(' or ')}.`);
}

/** The address may hold a password, so it is never told again. */
function databaseOf(text: string): string {
  const url = URL.parse(text);
  if (url !== null && ['postgres:', 'postgresql:'].includes(url.protocol)) return text;
  throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/name.');
}

function isEvaluation(mode: string | undefined, databaseUrl: string | null): boolean {
  const usual = databaseUrl === null ? 'evaluation' : 'production';
  const wanted = oneOf('ENDWELL_MODE', mode ?? usual, ['evaluation', 'production']);
  if (wanted === 'production' && databaseUrl === null) {
    throw new ConfigError(
      'The embedded database is for evaluation only. Set DATABASE_URL to a PostgreSQL server.',
    );
  }
  if (wanted === 'production') {
    throw new ConfigError(
      'There is no real payment provider yet, so Endwell only runs in evaluation mode. ' +
        'Set ENDWELL_MODE=evaluation to try it on this database.',
    );
  }
  return true;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new ConfigError(`PORT is ${text}; it must be a number from 1 to 65535.`);
}

/** Scheme, host and port, as browsers send it. */
function originOf(text: string): string {
  const url = URL.parse(text);
  const isOrigin = url !== null && `${url.origin}/` === url.href && /^https?:$/.test(url.protocol);
  if (isOrigin) return url.origin;
  throw new ConfigError(
    `ENDWELL_ORIGIN is ${text}; it must be what browsers see, such as https://endwell.example, ` +
      'without a path.',
  );
}

function policyOf(name: string): string {
  if (existsSync(policyFile(name))) return name;
  throw new ConfigError(
    `ENDWELL_POLICY is ${name}; there is no ${policyFile(name)}. Use the name of a file in ` +
      'policies, such as standard, or the path of your own.',
  );
}

export function policyFile(name: string): string {
  return /[/\\]/.test(name) ? resolve(name) : `${root}policies/${name}.yaml`;
}

/** Only its owner may look into it: the secret is there, and with it everybody's sessions. */
function dataDirOf(given: string | undefined): string {
  const dir = resolve(given ?? `${root}data`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    return dir;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The data cannot be kept in ${dir} (${code}). Set ENDWELL_DATA to a folder of your own.`,
    );
  }
}

const secretMin = 32;

function secretOf(given: string | undefined, url: string | null, dataDir: string): string {
  if (given !== undefined && given.length >= secretMin) return given;
  if (given !== undefined) {
    throw new ConfigError('ENDWELL_SECRET is too short; give it at least 32 characters.');
  }
  if (url !== null) {
    throw new ConfigError('Set ENDWELL_SECRET to at least 32 random characters and keep it.');
  }
  return keptSecret(`${dataDir}/secret`);
}

function keptSecret(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= secretMin) return secret;
  throw new ConfigError(`The secret in ${file} is damaged. Delete it; everybody signs in anew.`);
}
