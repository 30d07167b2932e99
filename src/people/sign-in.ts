// Sessions: how one begins, whose it is, how it ends. Wrong address and wrong password give the
// same answer after the same work. What comes back as cookies goes to the browser as it is.
import { isAPIError } from 'better-auth/api';
import type { Database } from '../store/connection.ts';
import { isId } from '../store/ids.ts';
import { countAttempt, type Limits } from './attempts.ts';
import type { Auth } from './auth.ts';
import { personById } from './find-people.ts';
import type { Person } from './person.ts';
import { checkEmail, PASSWORD_MAX } from './profile.ts';
import { isRefused, type PeopleRejection, refuse } from './rejections.ts';
import type { SignedIn } from './sign-up.ts';

export type SignInForm = {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, as far as it is known. */
  readonly address: string;
  readonly userAgent?: string | undefined;
};

export async function signIn(
  db: Database,
  auth: Auth,
  form: SignInForm,
  limits?: Limits,
): Promise<SignedIn | PeopleRejection> {
  if (form.password === '') return refuse('field_missing', {}, 'password');
  const email = checkEmail(form.email);
  if (isRefused(email))
    return email.rejected === 'field_missing' ? email : refuse('sign_in_failed');
  const attempt = await countAttempt(db, email, form.address, limits);
  if (!attempt.allowed) return refuse('too_many_attempts', { retry_at: attempt.retryAt });
  if (form.password.length > PASSWORD_MAX) return refuse('sign_in_failed');
  const answer = await tryPassword(auth, email, form);
  if (answer === undefined) return refuse('sign_in_failed');
  await attempt.succeeded();
  const person = await personById(db, answer.response.user.id);
  if (!person) return refuse('sign_in_failed');
  return { person, cookies: answer.headers.getSetCookie() };
}

/** Undefined when the library answers 401. */
async function tryPassword(auth: Auth, email: string, form: SignInForm) {
  const headers = new Headers(form.userAgent === undefined ? {} : { 'user-agent': form.userAgent });
  try {
    const body = { email, password: form.password };
    return await auth.api.signInEmail({ body, headers, returnHeaders: true });
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return undefined;
    throw error;
  }
}

/** For demo people only, and only called in evaluation mode. */
export async function signInAsDemo(
  db: Database,
  auth: Auth,
  id: string,
): Promise<SignedIn | PeopleRejection> {
  if (!isId('psn', id)) return refuse('person_not_found');
  const { headers, response } = await auth.api.demoSignIn({
    body: { person: id },
    returnHeaders: true,
  });
  const person = response.signedIn ? await personById(db, id) : undefined;
  return person ? { person, cookies: headers.getSetCookie() } : refuse('person_not_found');
}

/** The cookies that the browser shall forget; the session is deleted. */
export async function signOut(auth: Auth, headers: Headers): Promise<readonly string[]> {
  const answer = await auth.api.signOut({ headers, returnHeaders: true });
  return answer.headers.getSetCookie();
}

/** Whose session the request's cookie stands for. */
export async function personOfRequest(
  db: Database,
  auth: Auth,
  headers: Headers,
): Promise<Person | undefined> {
  if (!headers.has('cookie')) return undefined;
  const found = await auth.api.getSession({ headers });
  return found ? personById(db, found.user.id) : undefined;
}
