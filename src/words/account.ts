// Sentences about accounts: what is wrong with a form of sign-in, sign-up or profile and what to
// do about it, and what roles are called. Takes plain codes, as the people room gives them.
import { fullMomentText } from './time.ts';

export type AccountRefusal = {
  readonly rejected: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly field?: string | undefined;
};

const missing: Readonly<Record<string, string>> = {
  name: 'Enter a name.',
  email: 'Enter your e-mail address.',
  password: 'Enter your password.',
  roles: 'Choose at least one: client or freelancer.',
  time_zone: 'Choose your time zone.',
};

const invalid: Readonly<Record<string, string>> = {
  email: 'Enter an e-mail address such as ada@example.org.',
  time_zone: 'Choose a time zone from the list.',
};

/** What to do about it: the sentence that stands at the field. */
export function accountRefusalText(refusal: AccountRefusal, zone: string): string {
  const field = refusal.field ?? '';
  const { minimum, maximum, retry_at } = refusal.facts;
  switch (refusal.rejected) {
    case 'field_missing':
      return missing[field] ?? 'Fill this in.';
    case 'field_invalid':
      if (minimum !== undefined) return `Use ${minimum} to ${maximum} characters.`;
      if (maximum !== undefined) return `Use at most ${maximum} characters, all of them visible.`;
      return invalid[field] ?? 'Enter something else.';
    case 'email_taken':
      return 'There is an account with this address. Sign in with it, or use another one.';
    case 'sign_in_failed':
      return 'This address and this password do not belong together.';
    case 'too_many_attempts': {
      const until = retry_at instanceof Temporal.Instant ? fullMomentText(retry_at, zone) : '';
      return `Too many attempts. Wait until ${until}, then try again.`;
    }
    case 'link_not_valid':
      return 'This link was used, or is older than an hour. Ask for a new one.';
    case 'key_not_found':
      return 'This key does not exist any more.';
    default:
      return 'This was not found.';
  }
}

/** "client and freelancer", "mediator, moderator and operator" */
export function rolesText(roles: readonly string[]): string {
  if (roles.length < 2) return roles[0] ?? '';
  return `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)}`;
}
