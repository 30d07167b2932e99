// better-auth, set up for us: it hashes passwords, keeps sessions, signs cookies, makes keys. It
// is only ever called from the verbs of this room; none of its own routes is served, so its limits
// (which such calls bypass) are off and ours in attempts.ts hold. Table names are ours too: see
// migrations/0001-people.sql, which must match. Sessions live in the database and nowhere else.
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import type { Database } from '../store/connection.ts';
import { type IdKind, newId } from '../store/ids.ts';
import { demoSignIn } from './demo-sign-in.ts';
import { passwordMails } from './new-password.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './profile.ts';

export type AuthOptions = {
  /** At least 32 characters, the same for all processes. Signs the cookies. */
  readonly secret: string;
  /** Where the pages are, such as `https://endwell.example`: with https cookies are secure. */
  readonly origin: string;
  /** Business time: ids of people carry it. Sessions live by the wall clock. */
  readonly clock: () => Temporal.Instant;
};

export type Auth = ReturnType<typeof createAuth>;

const TWO_WEEKS_S = 14 * 24 * 60 * 60;
const ONE_HOUR_S = 60 * 60;
const SECRET_MIN = 32;
const NEVER = { enabled: false };

export function createAuth(db: Database, { secret, origin, clock }: AuthOptions) {
  if (secret.length < SECRET_MIN) {
    throw new Error(`The secret that signs sessions needs at least ${SECRET_MIN} characters.`);
  }
  return betterAuth({
    appName: 'Endwell',
    baseURL: origin,
    secret,
    database: { db: db.libraryKysely, type: 'postgres', transaction: true },
    telemetry: NEVER,
    rateLimit: NEVER,
    logger: { disabled: true },
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: ONE_HOUR_S,
      ...passwordMails(db, origin, clock),
    },
    user: { ...user, additionalFields },
    session: {
      ...session,
      expiresIn: TWO_WEEKS_S,
      disableSessionRefresh: true,
      cookieCache: NEVER,
    },
    account,
    verification,
    plugins: [keys, demoSignIn()],
    advanced: {
      cookiePrefix: 'endwell',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: ({ model }) => newId(kinds[model] ?? 'crd', clock()) },
    },
  });
}

const kinds: Readonly<Record<string, IdKind>> = { user: 'psn', session: 'ses', apikey: 'key' };

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

const user = { modelName: 'people', fields: { ...times, emailVerified: 'email_verified' } };

/** `input` is open because nothing but our own verbs can call sign-up. */
const additionalFields = {
  roles: { type: 'string[]', required: true },
  timeZone: { type: 'string', required: true, fieldName: 'time_zone' },
  city: { type: 'string', required: false },
  demo: { type: 'boolean', required: true },
} as const;

const session = {
  modelName: 'sessions',
  fields: {
    ...times,
    userId: 'person',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
};

const account = {
  modelName: 'credentials',
  fields: {
    ...times,
    userId: 'person',
    providerId: 'provider',
    accountId: 'account_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
};

/** Who reads the table can do nothing with it. */
const verification = {
  modelName: 'verifications',
  fields: { ...times, expiresAt: 'expires_at' },
  storeIdentifier: 'hashed' as const,
};

const apikey = {
  modelName: 'api_keys',
  fields: {
    ...times,
    configId: 'config',
    referenceId: 'person',
    refillInterval: 'refill_interval',
    refillAmount: 'refill_amount',
    lastRefillAt: 'last_refill_at',
    rateLimitEnabled: 'rate_limit_enabled',
    rateLimitTimeWindow: 'rate_limit_window',
    rateLimitMax: 'rate_limit_max',
    requestCount: 'request_count',
    lastRequest: 'last_used_at',
    expiresAt: 'expires_at',
  },
};

export const KEY_PREFIX = 'endwell_';
export const KEY_NAME_MAX = 60;

const keys = apiKey({
  defaultPrefix: KEY_PREFIX,
  maximumNameLength: KEY_NAME_MAX,
  startingCharactersConfig: { shouldStore: true, charactersLength: KEY_PREFIX.length + 4 },
  rateLimit: NEVER,
  schema: { apikey },
});
