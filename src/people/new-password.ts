// A new password for who has forgotten theirs: a link by mail that works once and for an hour. The
// answer is the same whether anybody has the address or not, and asking is counted like a try to
// sign in, so that nobody fills somebody's mailbox. A new password ends every session.
import { createHash } from 'node:crypto';
import { isAPIError } from 'better-auth/api';
import type { Database } from '../store/connection.ts';
import { insertMails } from '../store/mail/outbox.ts';
import { newPasswordLetter, passwordChangedLetter } from '../words/mail/letters.ts';
import type { WrittenLetter } from '../words/mail/writing.ts';
import { countAttempt, type Limits } from './attempts.ts';
import type { Auth } from './auth.ts';
import { checkEmail, checkPassword } from './profile.ts';
import { isRefused, type PeopleRejection, refuse } from './rejections.ts';

export type ForgottenForm = {
  readonly email: string;
  /** Where the request came from, as far as it is known. */
  readonly address: string;
};

/** Null when a mail is on its way, or would be if anybody had the address. */
export async function forgotPassword(
  db: Database,
  auth: Auth,
  form: ForgottenForm,
  limits?: Limits,
): Promise<null | PeopleRejection> {
  const email = checkEmail(form.email);
  if (isRefused(email)) return email;
  const attempt = await countAttempt(db, `password of ${email}`, form.address, limits);
  if (!attempt.allowed) return refuse('too_many_attempts', { retry_at: attempt.retryAt });
  await auth.api.requestPasswordReset({ body: { email } });
  return null;
}

export async function setPassword(
  auth: Auth,
  given: { readonly token: string; readonly password: string },
): Promise<null | PeopleRejection> {
  const newPassword = checkPassword(given.password);
  if (isRefused(newPassword)) return newPassword;
  if (!/^[\w-]{1,100}$/.test(given.token)) return refuse('link_not_valid');
  try {
    await auth.api.resetPassword({ body: { newPassword, token: given.token } });
    return null;
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 400) return refuse('link_not_valid');
    throw error;
  }
}

/** What the library calls when it has made a link, and when a password is new. */
export function passwordMails(db: Database, origin: string, clock: () => Temporal.Instant) {
  const write = async (person: string, what: string, letter: WrittenLetter): Promise<void> => {
    const about = { kind: 'account', about: null, goodUntil: null } as const;
    const key = `account ${person} ${what}`;
    await insertMails(db, [{ key, person, ...about, at: momentOf(clock()), ...letter }]);
  };
  return {
    sendResetPassword: ({ user, token }: { user: Named; token: string }) => {
      // The key is no place for a secret.
      const digest = createHash('sha256').update(token).digest('hex');
      return write(user.id, `new password ${digest}`, newPasswordLetter(user, origin, token));
    },
    onPasswordReset: ({ user }: { user: Named }) =>
      write(user.id, `password changed ${clock()}`, passwordChangedLetter(user, origin)),
  };
}

type Named = { readonly id: string; readonly name: string };

function momentOf(now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds);
}
