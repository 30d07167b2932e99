// The ways in which people's own verbs are refused. The same kind of value as the domain's
// rejections: a stable code that is API, facts, and the field that is wrong where there is one.
// Words for people live in src/words.

export type PeopleCode =
  | 'field_missing'
  | 'field_invalid'
  | 'email_taken'
  /** Unknown address or wrong password: which of the two is never told. */
  | 'sign_in_failed'
  | 'too_many_attempts'
  /** A link for a new password that was used, is too old, or never was. */
  | 'link_not_valid'
  | 'person_not_found'
  | 'key_not_found';

export type PeopleRejection = {
  readonly rejected: PeopleCode;
  readonly facts: Readonly<Record<string, string | number | Temporal.Instant>>;
  readonly field?: string;
};

export function refuse(
  rejected: PeopleCode,
  facts: PeopleRejection['facts'] = {},
  field?: string,
): PeopleRejection {
  return field === undefined ? { rejected, facts } : { rejected, facts, field };
}

export function isRefused(value: unknown): value is PeopleRejection {
  return typeof value === 'object' && value !== null && 'rejected' in value;
}
