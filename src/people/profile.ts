// What a person says about themselves, checked: name, e-mail address, password, time zone, city.
// Each check answers the value as it is kept, or which field is wrong and why.
import { type PeopleRejection, refuse } from './rejections.ts';

export const NAME_MAX = 80;
export const CITY_MAX = 80;
export const EMAIL_MAX = 254;
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Control characters and those that turn the direction of writing: a name must not hide words. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

const EMAIL = /^[^\s@,;:<>()[\]\\"]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]*[a-z0-9])+$/;

export function checkName(text: string): string | PeopleRejection {
  return checkWords('name', text, NAME_MAX);
}

/** Null when it is empty: a city is nobody's duty. */
export function checkCity(text: string): string | null | PeopleRejection {
  return text.trim() === '' ? null : checkWords('city', text, CITY_MAX);
}

/** Addresses are kept in small letters, so that nobody signs up twice by a capital. */
export function checkEmail(text: string): string | PeopleRejection {
  const email = text.trim().toLowerCase();
  if (email === '') return refuse('field_missing', {}, 'email');
  const odd = email.length > EMAIL_MAX || !EMAIL.test(email) || INVISIBLE.test(email);
  return odd ? refuse('field_invalid', {}, 'email') : email;
}

/** Any characters, long enough; no rules that make people write passwords down. */
export function checkPassword(text: string): string | PeopleRejection {
  if (text === '') return refuse('field_missing', {}, 'password');
  const length = [...text].length;
  if (length < PASSWORD_MIN || text.length > PASSWORD_MAX) {
    return refuse('field_invalid', { minimum: PASSWORD_MIN, maximum: PASSWORD_MAX }, 'password');
  }
  return text;
}

/** An IANA name as `Intl` knows it; offsets such as +02:00 do not know about summer. */
export function checkTimeZone(text: string): string | PeopleRejection {
  if (text.toUpperCase() === 'UTC') return 'UTC';
  try {
    if (/^[A-Za-z]/.test(text)) {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse('field_invalid', {}, 'time_zone');
}

/** One line of words, without anything that cannot be seen. */
export function checkWords(field: string, text: string, maximum: number): string | PeopleRejection {
  const words = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (words === '') return refuse('field_missing', {}, field);
  if (INVISIBLE.test(words) || [...words].length > maximum) {
    return refuse('field_invalid', { maximum }, field);
  }
  return words;
}
